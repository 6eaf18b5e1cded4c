"""Who rests by a clause is on the schedule, and not on duty."""

from __future__ import annotations

import pytest

from watchbill.examples.read import parse_examples
from watchbill.examples.stage import Stage, set_stage
from watchbill.kernel.clock import Day, day_text, parse_day, wall_text
from watchbill.ledger.rosters import roster_of
from watchbill.roster.coverage import coverage
from watchbill.roster.seated import seated

STORY = """
- example: a story
  agreement: north-bay-police
  people: {Hale: {classification: constable}, Ives: {classification: constable}}
  demand: [{post: patrol, daily: "23:00 +8h", need: 2}]
  period: {from: FIRST, to: LAST}
  roster: {Hale: [TOUR], Ives: [TOUR]}
  events: [{court: {person: Hale, released: RELEASED}}]
  expect: {findings: []}
"""


def staged(tour: str, released: str) -> Stage:
    first = parse_day(tour.split()[0])
    story = STORY.replace("FIRST", day_text(first)).replace("LAST", day_text(Day(first + 1)))
    story = story.replace("TOUR", tour).replace("RELEASED", released)
    (example,) = parse_examples(story, "story")
    return set_stage(example)


def shortages(stage: Stage) -> list[tuple[str, str, int]]:
    roster = seated(stage.agreement, roster_of(stage.schedule))
    wall = roster.zone.wall
    return [
        (wall_text(wall(cover.start)), wall_text(wall(cover.end)), cover.short)
        for cover in coverage(roster)
        if cover.short and cover.have
    ]


def test_a_seat_is_empty_from_the_start_of_the_tour_until_the_rest_is_over() -> None:
    stage = staged("2024-05-06 23:00 +8h", "2024-05-06 20:00")
    assert shortages(stage) == [("2024-05-06 23:00", "2024-05-07 04:00", 1)]
    assert roster_of(stage.schedule).lines[0].breaks == ()


@pytest.mark.parametrize(
    ("tour", "released", "rested"),
    [
        # The night is an hour longer, and then an hour shorter, than the clock says.
        ("2024-11-02 23:00 +8h", "2024-11-02 20:00", "2024-11-03 03:00"),
        ("2024-03-09 23:00 +8h", "2024-03-09 20:00", "2024-03-10 05:00"),
    ],
)
def test_the_rest_is_time_that_really_passes(tour: str, released: str, rested: str) -> None:
    ((_, end, _),) = shortages(staged(tour, released))
    assert end == rested


@pytest.mark.parametrize("released", ["2024-05-06 15:00", "2024-05-06 23:01"])
def test_released_long_before_or_after_the_start_nobody_rests(released: str) -> None:
    assert shortages(staged("2024-05-06 23:00 +8h", released)) == []
