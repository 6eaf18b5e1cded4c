"""24 on, 48 off: a rule of the schedule, by the wall clock."""

import pytest

from tests.rules.stage import Story, laid, person

RULE = Story("on-and-off: {on: 24h, off: 48h, starts_at: '08:00'}", zone="America/Denver")
BEN = person("Ben")


@pytest.mark.parametrize(
    ("tours", "sentences"),
    [
        (laid("L--L--L"), 0),
        (laid("L-L"), 1),
        (laid("LLL"), 2),
        (("2024-05-06 08:00 +24h", "2024-05-09 07:59 +24h"), 2),
        (("2024-05-06 08:00 +23h",), 1),
        (("2024-05-06 09:00 +24h",), 1),
        # From Saturday to Monday, through the night in which the clocks go forward.
        (laid("L--L", "2024-03-08"), 0),
    ],
)
def test_each_tour_and_the_time_off_before_it_is_judged(
    tours: tuple[str, ...], sentences: int
) -> None:
    assert len(RULE.but(tours=tours).findings()) == sentences


def test_a_finding_says_how_much_was_off_and_is_owed_and_lasts_to_the_tour_s_end() -> None:
    story = RULE.but(tours=laid("L-L"))
    assert story.findings() == [("2024-05-07 08:00", "24 h", "48 h")]
    assert story.audited.findings[0].last == story.roster.last + 1


@pytest.mark.parametrize(
    "event",
    [
        "extra: {person: Ames, tour: 2024-05-07 08:00 +24h}",
        "extra: {person: Ames, tour: 2024-05-07 08:00 +24h, list: ordered}",
        "held_over: {person: Ames, tour: 2024-05-06 08:00, until: 2024-05-07 20:00}",
        "call_in: {person: Ames, told: 2024-05-08 08:00, report: 2024-05-08 09:00, worked: 3h}",
    ],
)
def test_work_beyond_the_schedule_is_not_held_to_it(event: str) -> None:
    assert RULE.but(tours=laid("L--L"), events=(event,)).findings() == []


def exchanged(*answers: str, part: str = "") -> Story:
    """Ames gives the tour of the 9th for Ben's of the 7th, a day after Ames's own."""
    asked = (
        "exchange: {between: [Ames, Ben], gives: [2024-05-09 08:00, 2024-05-07 08:00],"
        f" asked: 2024-05-01 09:00, written: [Ames, Ben]{part}}}"
    )
    said = [f"exchange_answer: {{exchange: 1, answer: {one}, at: 2024-05-02 09:00}}"
            for one in answers]  # fmt: skip
    own = (BEN, laid("L", "2024-05-07"))
    return RULE.but(tours=laid("L--L"), staff=(own,), events=(asked, *said))


def test_an_exchange_is_the_own_affair_of_the_two() -> None:
    for answers in ((), ("approved",), ("refused",), ("approved", "undone")):
        assert exchanged(*answers).findings() == [], answers


def test_the_halves_that_an_exchange_leaves_are_no_wrong_tours() -> None:
    assert exchanged("approved", part=", part: 12h").findings() == []


@pytest.mark.parametrize(("asked_by", "sentences"), [("employer", 1), ("employee", 0)])
def test_a_tour_moved_by_the_employer_is_of_the_schedule(asked_by: str, sentences: int) -> None:
    event = (
        "change: {person: Ames, tour: 2024-05-09 08:00, to: 2024-05-08 08:00 +24h,"
        f" told: 2024-05-01 09:00, asked_by: {asked_by}}}"
    )
    assert len(RULE.but(tours=laid("L--L"), events=(event,)).findings()) == sentences


def test_a_tour_carried_from_before_is_seen_and_not_judged_itself() -> None:
    story = RULE.but(tours=laid("L", "2024-05-08"), carried=("2024-05-06 09:00 +24h",))
    assert story.findings() == [("2024-05-07 09:00", "23 h", "48 h")]
