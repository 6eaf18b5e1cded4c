"""Two ask to exchange tours."""

from tests.events.stage import (
    NEXT,
    STAGE,
    after,
    dates,
    event,
    letters,
    numbers,
    refused,
    sentence,
    standing,
)

ASK = (
    "exchange: {between: [Ames, '17'], gives: [2024-05-14 07:00, null], asked: 2024-05-10 08:00,"
    " written: [Ames]}"
)


def test_asking_moves_no_tour_and_stands_with_both() -> None:
    schedule = after(ASK)
    assert schedule.asked == {NEXT: event(ASK)}
    assert letters(schedule, "Ames") == letters(STAGE.now, "Ames")
    assert numbers(standing(schedule, "Ames").events)[-1] == NEXT
    assert numbers(standing(schedule, "17").events)[-1] == NEXT


def test_one_gives_a_tour_that_they_have() -> None:
    told = refused(ASK.replace("05-14 07:00", "05-14 08:00"))
    assert "Ames has no tour that starts 2024-05-14 08:00; the nearest starts 2024-05-14 07:00" in (
        told
    )


def test_a_time_within_a_tour_gives_a_part_of_it_and_no_whole_one() -> None:
    within = ASK.replace("05-14 07:00", "05-14 15:00")
    assert "Ames has no tour that starts 2024-05-14 15:00" in refused(within)
    part = within.replace("written", "part: 4h, written")
    assert after(part).asked == {NEXT: event(part)}
    for time in ("05-14 06:59", "05-14 19:00"):
        assert "Ames has no tour that starts" in refused(part.replace("05-14 15:00", time))


def test_a_tour_that_has_begun_is_given_to_nobody() -> None:
    told = refused(ASK.replace("05-14 07:00", "05-09 19:00"))
    assert "the tour had begun when they asked, 2024-05-10 08:00" in told


def test_it_is_told_with_both_names() -> None:
    assert dates(ASK) == ["2024-05-14"]
    assert sentence(ASK) == (
        "exchange: between Ames and Cole (17), gives 2024-05-14 07:00 and nothing,"
        " asked 2024-05-10 08:00, written Ames"
    )
