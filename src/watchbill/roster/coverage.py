"""Coverage: who is on duty against what the posts need, from when to when.

The day is cut wherever a tour begins or ends or a need changes. In each piece the people on
duty are seated: a person fills one post at a time, posts named earlier in the service file
first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise
from typing import TypeVar

from watchbill.kernel.clock import Day, Instant, Minutes, Wall, day_of
from watchbill.records.demand import Post
from watchbill.records.people import Person
from watchbill.roster.model import Roster, RosterLine
from watchbill.roster.seating import Eligible, filled

Seats = tuple[int, ...]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Cover:
    """One post over one stretch of time: how many it needs and how many it has."""

    post: Post
    start: Instant
    end: Instant
    need: int
    have: int

    @property
    def short(self) -> int:
        """How many are missing."""
        return max(0, self.need - self.have)

    @property
    def minutes(self) -> Minutes:
        """Its length."""
        return Minutes(self.end - self.start)


def coverage(roster: Roster) -> list[Cover]:
    """The cover of every post through the whole roster, post by post, in order of time.

    Neighbouring stretches with the same figures are one.
    """
    columns = columns_between(roster, roster.begins, roster.ends)
    return [cover for column in columns for cover in column]


def columns_between(roster: Roster, begins: Instant, ends: Instant) -> list[list[Cover]]:
    """The covers of each post from the one instant to the other, within the roster's dates."""
    duty = duty_of(roster, roster.lines, begins, ends)
    needs = [_needs(roster, post, begins, ends) for post in roster.posts]
    cuts = {begins, ends}
    cuts |= {time for start, end, _ in duty for time in (start, end)}
    cuts |= {time for spans in needs for start, end, _ in spans for time in (start, end)}
    times = sorted(time for time in cuts if begins <= time <= ends)
    columns: list[list[Cover]] = [[] for _ in roster.posts]
    on_duty = _active(times, duty)
    wanted = [_active(times, spans) for spans in needs]
    for (start, end), working, *asked in zip(pairwise(times), on_duty, *wanted, strict=True):
        need = tuple(max(counts, default=0) for counts in asked)
        have = _seat(need, tuple(sorted(Counter(working).items(), key=_order)))
        for index, post in enumerate(roster.posts):
            append_cover(columns[index], Cover(post, start, end, need[index], have[index]))
    return columns


def shortages(roster: Roster) -> list[Cover]:
    """The stretches in which a post has fewer people than it needs, in order of time."""
    return short_of(coverage(roster))


def short_of(covers: Iterable[Cover]) -> list[Cover]:
    """Of these the ones that are short, in order of time."""
    return sorted((one for one in covers if one.short), key=lambda one: (one.start, one.post.id))


def on_duty_at(roster: Roster, instant: Instant) -> int:
    """How many people are on duty at that instant, whatever their post."""
    return sum(line.on_duty_at(instant) for line in roster.lines)


def _order(item: tuple[Eligible, int]) -> tuple[list[int], int]:
    return sorted(item[0]), item[1]


def append_cover(column: list[Cover], cover: Cover) -> None:
    """Adds a cover to those before it, as one with the last where the figures are the same."""
    if column:
        last = column[-1]
        if (last.end, last.need, last.have) == (cover.start, cover.need, cover.have):
            column[-1] = Cover(cover.post, last.start, cover.end, cover.need, cover.have)
            return
    column.append(cover)


def duty_of(
    roster: Roster, lines: Iterable[RosterLine], begins: Instant, ends: Instant
) -> list[tuple[Instant, Instant, Eligible]]:
    """Every stretch of the lines' duty that lies in these times, not cut at the last, with the
    posts, by their place, that the person may fill: as they are on the date of the tour."""
    posts = _Posts(roster.posts)
    stretches = []
    for line in lines:
        always, changes = posts.of(line.person), len(line.people.steps) > 1
        for tour in chain(line.carried, line.tours):
            if tour.end <= begins or tour.start >= ends:
                continue
            open_to = posts.of(line.person_on(tour.day)) if changes else always
            stretches += [
                (max(start, begins), end, open_to)
                for start, end in without(tour.start, tour.end, line.breaks)
                if end > begins
            ]
    return stretches


class _Posts:
    """The posts of a roster by who may fill them: many people are alike, and are asked once."""

    def __init__(self, posts: Sequence[Post]) -> None:
        self._posts = posts
        self._of: dict[Person, Eligible] = {}

    def of(self, person: Person) -> Eligible:
        """Places of the posts that the person may fill."""
        if person not in self._of:
            places = (place for place, post in enumerate(self._posts) if post.takes(person))
            self._of[person] = frozenset(places)
        return self._of[person]


def without(
    start: Instant, end: Instant, breaks: Sequence[tuple[Instant, Instant]]
) -> Iterator[tuple[Instant, Instant]]:
    """What is left from the one instant to the other, without the breaks, which come in order."""
    for begin, over in breaks:
        if begin < end and start < over:
            if start < begin:
                yield start, begin
            start = over
    if start < end:
        yield start, end


def _needs(
    roster: Roster, post: Post, begins: Instant, ends: Instant
) -> list[tuple[Instant, Instant, int]]:
    instant, wall = roster.zone.instant, roster.zone.wall
    last = day_of(Wall(wall(ends) - 1))
    spans = (
        (instant(start), instant(end), people)
        for start, end, people in post.over(day_of(wall(begins)), last)
        if people
    )
    return [
        (max(start, begins), end, people)
        for start, end, people in spans
        if start < end and end > begins and start < ends
    ]


def _active(
    times: Sequence[Instant], spans: Sequence[tuple[Instant, Instant, T]]
) -> Iterator[list[T]]:
    """What is active in each piece between neighbouring ``times``."""
    waiting = sorted(spans, key=lambda span: span[0], reverse=True)
    active: list[tuple[Instant, T]] = []
    for start, _ in pairwise(times):
        active = [(end, what) for end, what in active if end > start]
        while waiting and waiting[-1][0] <= start:
            _, end, what = waiting.pop()
            if end > start:
                active.append((end, what))
        yield [what for _, what in active]


@lru_cache(maxsize=4096)
def _seat(need: Seats, working: tuple[tuple[Eligible, int], ...]) -> Seats:
    return tuple(filled(need, working))


def worst_of_days(roster: Roster, covers: Sequence[Cover]) -> dict[Day, Cover]:
    """Of one post's covers, the worst that touches each date: most short, then fewest spare."""
    worst: dict[Day, Cover] = {}
    for cover in covers:
        first = day_of(roster.zone.wall(cover.start))
        last = day_of(Wall(roster.zone.wall(cover.end) - 1))
        for number in range(first, last + 1):
            day = Day(number)
            if day not in worst or _badness(cover) > _badness(worst[day]):
                worst[day] = cover
    return worst


def _badness(cover: Cover) -> tuple[int, int, int]:
    return cover.short, cover.need - cover.have, cover.need
