"""Who is on duty, and where a post is short: on a date, and at this minute."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from watchbill.kernel.clock import Day, Instant, Wall, at, day_of, time_text
from watchbill.records.demand import Post
from watchbill.records.people import Person
from watchbill.records.tours import Tour
from watchbill.roster.coverage import Cover
from watchbill.roster.model import Roster
from watchbill.web.colours import colour
from watchbill.web.rosters import Built

Duty = tuple[Person, Tour]


@dataclass(frozen=True, slots=True)
class Crew:
    """The people who work the same tour, side by side; ``name`` and ``hours`` are the tour's."""

    code: str
    colour: str
    name: str
    day: Day
    hours: str
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class OnWatch:
    """This minute: who is on duty, what each post has and needs, and who comes next."""

    at: Wall
    on: tuple[Crew, ...]
    posts: tuple[tuple[Cover, str], ...]
    next: tuple[Crew, ...]


@dataclass(frozen=True, slots=True)
class DayView:
    """A date: the crews of its tours, who is on leave, what each post has and needs."""

    day: Day
    crews: tuple[Crew, ...]
    away: tuple[tuple[Person, str], ...]
    posts: tuple[tuple[Post, tuple[tuple[Cover, str], ...]], ...]


def watch_at(built: Built, instant: Instant) -> OnWatch:
    """The watch at an instant within the roster's dates."""
    roster = built.roster
    now = roster.zone.wall(instant)
    duty = _duty(roster)
    later = [tour.start for _, tour in duty if tour.start > instant]
    covers = [cover for cover in built.covers if cover.start <= instant < cover.end]
    return OnWatch(
        now,
        crews(built, [one for one in duty if one[1].start <= instant < one[1].end]),
        tuple((cover, cover_hours(roster, cover, day_of(now))) for cover in covers),
        crews(built, [one for one in duty if one[1].start == min(later, default=None)]),
    )


def day_view(built: Built, day: Day) -> DayView:
    """The date as its page shows it."""
    roster = built.roster
    away = [
        (line.person, line.absences_by_day[day].kind)
        for line in roster.lines
        if day in line.absences_by_day
    ]
    posts = tuple((post, covers_of(built, post, day)) for post in roster.posts)
    return DayView(day, crews(built, on_duty(roster, day)), tuple(away), posts)


def covers_of(built: Built, post: Post, day: Day) -> tuple[tuple[Cover, str], ...]:
    """The post's stretches of coverage that touch the date, each with its hours on it."""
    start, end = _bounds(built.roster, day)
    return tuple(
        (cover, cover_hours(built.roster, cover, day))
        for cover in built.covers
        if cover.post is post and cover.start < end and cover.end > start
    )


def on_duty(roster: Roster, day: Day) -> list[Duty]:
    """Everybody whose tour touches the date, those of the night before included."""
    start, end = _bounds(roster, day)
    return [one for one in _duty(roster) if one[1].start < end and one[1].end > start]


def crews(built: Built, duty: Iterable[Duty]) -> tuple[Crew, ...]:
    """People by tour, in order of time."""
    ordered = sorted(duty, key=lambda one: _same_tour(one[1]))
    return tuple(
        _crew(built, list(together))
        for _, together in groupby(ordered, key=lambda one: _same_tour(one[1]))
    )


def cover_hours(roster: Roster, cover: Cover, day: Day) -> str:
    """From when to when the cover lasts on ``day``, as ``07:00-10:00``."""
    start, end = roster.zone.wall(cover.start), roster.zone.wall(cover.end)
    begins = time_text(start) if day_of(start) == day else "00:00"
    ends = time_text(end) if day_of(Wall(end - 1)) == day and end % 1440 else "24:00"
    return f"{begins}-{ends}"


def days_of(roster: Roster, cover: Cover) -> list[Day]:
    """The dates that the cover touches."""
    first, last = (day_of(roster.zone.wall(Instant(one))) for one in (cover.start, cover.end - 1))
    return [Day(day) for day in range(first, last + 1)]


def tour_hours(tour: Tour) -> str:
    """``19:00-07:00``."""
    return f"{time_text(tour.wall_start)}-{time_text(tour.wall_end)}"


def _duty(roster: Roster) -> list[Duty]:
    return [(line.person, tour) for line in roster.lines for tour in line.carried + line.tours]


def _same_tour(tour: Tour) -> tuple[int, int, str]:
    return tour.start, tour.end, tour.code


def _crew(built: Built, together: Sequence[Duty]) -> Crew:
    tour = together[0][1]
    return Crew(
        tour.code,
        colour(built.service, tour),
        built.service.tour_name(tour),
        tour.day,
        tour_hours(tour),
        tuple(person for person, _ in together),
    )


def _bounds(roster: Roster, day: Day) -> tuple[int, int]:
    start, end = (roster.zone.instant(at(Day(one), 0)) for one in (day, day + 1))
    return start, end
