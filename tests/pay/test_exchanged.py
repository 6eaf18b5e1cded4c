"""To whom the hours of an exchanged tour are paid: who works them, or who was scheduled."""

from __future__ import annotations

from tests.rules.stage import HEAD, Story, person

RULE = "work-period: {days: 7, begins: 2024-05-06 08:00, service: fire}"
BELL = person("Bell")
TRADE = (
    "exchange: {between: [Ames, Bell], gives: [2024-05-10 08:00, null],"
    " asked: 2024-05-06 07:00, written: [Ames, Bell]}",
    "exchange_answer: {exchange: 1, answer: approved, at: 2024-05-06 07:30}",
)
AMES_TOURS = ("2024-05-06 08:00 +24h", "2024-05-08 08:00 +24h", "2024-05-10 08:00 +24h")
BELL_TOURS = ("2024-05-07 08:00 +24h", "2024-05-09 08:00 +24h")


class AsScheduled(Story):
    """The story under an agreement that pays an exchanged tour to the one who was scheduled."""

    @property
    def head(self) -> str:
        return HEAD.replace("clauses:\n", "pay: {exchanged: scheduled}\nclauses:\n")


def totals(story: Story) -> dict[str, str]:
    names = dict.fromkeys(line.person.name for line in story.lines)
    return {
        name: f"{sum(one.basic_hours for one in story.lines if one.person.name == name):.1f}"
        for name in names
    }


def trade(kind: type[Story], events: tuple[str, ...] = TRADE) -> Story:
    return kind(
        RULE, AMES_TOURS, events, first="2024-05-06", last="2024-05-12", staff=((BELL, BELL_TOURS),)
    )


def test_without_an_exchange_the_words_change_nothing() -> None:
    """72 hours, 19 of them above 53: 81.5; 48 hours have none above."""
    assert totals(trade(Story, ())) == totals(trade(AsScheduled, ())) == {
        "Ames": "81.5", "Bell": "48.0"}  # fmt: skip


def test_whoever_works_is_paid_with_the_overtime_of_it() -> None:
    assert totals(trade(Story)) == {"Ames": "48.0", "Bell": "81.5"}


def test_or_each_is_credited_with_their_own_schedule() -> None:
    assert totals(trade(AsScheduled)) == {"Ames": "81.5", "Bell": "48.0"}


def test_a_tour_that_goes_through_two_hands_stays_with_the_first() -> None:
    back = (
        *TRADE,
        "exchange: {between: [Bell, Ames], gives: [2024-05-10 08:00, null],"
        " asked: 2024-05-06 07:40, written: [Ames, Bell]}",
        "exchange_answer: {exchange: 3, answer: approved, at: 2024-05-06 07:50}",
    )
    assert totals(trade(AsScheduled, back)) == {"Ames": "81.5", "Bell": "48.0"}
