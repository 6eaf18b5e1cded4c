"""What a request would do: coverage and cost before it and after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from watchbill.asking.asking import Texts
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Day, Instant, Zone, wall_text
from watchbill.ledger.rosters import roster_of
from watchbill.pay.lines import PayLine
from watchbill.pay.pricing import Pricing
from watchbill.records.demand import Post
from watchbill.roster.coverage import Cover, coverage
from watchbill.roster.seated import seated

BEFORE, AFTER = 1, 2
"""Days around a tour whose coverage it can touch."""
LONGEST_DAYS = 4
"""Days beside those, from which a tour may last into them: none is longer than three."""


@dataclass(frozen=True, slots=True)
class Touched:
    """A post over a stretch of time: seats needed, and people there before and after."""

    post: Post
    start: Instant
    end: Instant
    need: int
    before: int
    after: int

    @property
    def worse(self) -> bool:
        """Whether more seats are empty after than before."""
        return max(0, self.need - self.after) > max(0, self.need - self.before)

    @property
    def changed(self) -> bool:
        """Whether others than before are counted there."""
        return self.before != self.after


def touched(texts: Texts, before: Schedule, after: Schedule, days: Sequence[Day]) -> list[Touched]:
    """Coverage around these days, before and after, post by post, in order of time."""
    found: dict[tuple[str, Instant], Touched] = {}
    for day in dict.fromkeys(days):
        span = (Day(day - BEFORE), Day(day + AFTER))
        rosters = [
            seated(texts, roster_of(schedule, *span, near=LONGEST_DAYS))
            for schedule in (before, after)
        ]
        one, other = map(coverage, rosters)
        for post in rosters[1].posts:
            for part in _side_by_side(post, one, other):
                found[post.id, part.start] = part
    return [found[key] for key in sorted(found, key=lambda key: (key[1], key[0]))]


def sentence(part: Touched, zone: Zone) -> str:
    """The stretch as a person reads it."""
    start, end = (wall_text(zone.wall(time)) for time in (part.start, part.end))
    return (
        f"{part.post.name} needs {part.need} from {start} to {end}:"
        f" {part.before} before, {part.after} after."
    )


def pay_of(texts: Texts, schedule: Schedule, names: Sequence[str]) -> list[PayLine]:
    """The pay lines of these people, by their keys, under the schedule as it stands."""
    pricing = Pricing(texts, schedule)
    people = (schedule.people[key] for key in names if key in schedule.people)
    return [line for person in people for line in pricing.lines(person)]


def _side_by_side(post: Post, one: list[Cover], other: list[Cover]) -> list[Touched]:
    ours = [cover for cover in one if cover.post.id == post.id]
    theirs = [cover for cover in other if cover.post.id == post.id]
    edges = sorted({edge for cover in (*ours, *theirs) for edge in (cover.start, cover.end)})
    parts = []
    for start, end in pairwise(edges):
        before = next((cover for cover in ours if cover.start <= start < cover.end), None)
        after = next((cover for cover in theirs if cover.start <= start < cover.end), None)
        if before is not None and after is not None:
            parts.append(Touched(post, start, end, after.need, before.have, after.have))
    return parts
