"""Called to work outside the schedule."""

from tests.events.stage import NEXT, STAGE, after, dates, letters, refused, sentence, standing

CALL = "call_in: {person: '17', told: 2024-05-09 08:00, report: 2024-05-09 10:00, worked: 1h30}"


def test_a_call_stands_beside_the_tours() -> None:
    schedule = after(CALL)
    (call,) = standing(schedule, "17").calls
    assert (call.tour.nominal, call.scheduled, call.number) == (90, False, NEXT)
    assert letters(schedule, "17") == letters(STAGE.now, "17")


def test_a_call_in_which_no_start_was_required_brings_no_work_and_stands_in_the_record() -> None:
    schedule = after(CALL.replace("1h30", "0h"))
    assert standing(schedule, "17").calls == ()
    assert [one.number for one in standing(schedule, "17").events][-1] == NEXT


def test_nobody_is_called_who_is_on_duty_or_on_another_call() -> None:
    told = refused("call_in: {person: Ames, told: 2024-05-07 08:00, report: 2024-05-07 18:59,"
                   " worked: 1h}")  # fmt: skip
    assert "Ames is on duty then" in told
    assert "Cole (17) is on duty then" in refused(CALL, CALL.replace("10:00", "11:00"))


def test_nobody_is_told_after_they_report() -> None:
    told = refused(CALL.replace("told: 2024-05-09 08:00", "told: 2024-05-09 11:00"))
    assert "it is later than the time to report" in told


def test_it_is_told_with_the_name() -> None:
    assert dates(CALL) == ["2024-05-09"]
    assert sentence(CALL) == (
        "call in: person Cole (17), told 2024-05-09 08:00, report 2024-05-09 10:00, worked 1h30"
    )
