"""The roster board as a page shows it: rows, cells, marks and need/have, ready for a template."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from watchbill.kernel.clock import (
    MONDAY,
    SATURDAY,
    Day,
    day_text,
    to_date,
    weekday,
)
from watchbill.records.demand import Post
from watchbill.roster.coverage import Cover, worst_of_days
from watchbill.roster.model import RosterLine
from watchbill.roster.station import of_station
from watchbill.web.access import Opened
from watchbill.web.colours import colour
from watchbill.web.marks import Mark, mark, marks_by_person
from watchbill.web.rosters import Built
from watchbill.web.rows import BoardRows, css_classes
from watchbill.web.watch import cover_hours


@dataclass(frozen=True, slots=True)
class BoardDate:
    """A date at the top of the board; ``words`` is how it is read out."""

    day: str
    date: date
    words: str
    classes: str
    week_start: bool


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """A platoon's rows; ``rotation`` is its pattern. People without a platoon have no name."""

    name: str
    rotation: str
    rows: tuple[str, ...]
    """As they are sent."""


@dataclass(frozen=True, slots=True)
class Need:
    """A post's worst moment on a date: how many it has and needs, and where it is short."""

    day: str
    cover: Cover
    hours: str
    classes: str
    words: str


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A post's row of need and have."""

    post: Post
    days: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole board; ``whole`` are marks of findings that concern everybody."""

    heads: tuple[BoardDate, ...]
    months: tuple[tuple[str, int], ...]
    groups: tuple[BoardGroup, ...]
    needs: tuple[NeedRow, ...]
    legend: tuple[tuple[str, str, str], ...]
    whole: tuple[Mark, ...]


def make_board(opened: Opened, station: str | None = None) -> Board:
    """The board of an opened service, or of one of its stations, as its reader may see it."""
    built = opened.built
    shown = built.roster if station is None else of_station(built.roster, station)
    heads = tuple(_head(Day(day), opened) for day in built.roster.days)
    months = tuple(
        (f"{month:%B %Y}", len(list(days)))
        for month, days in groupby(heads, key=lambda head: head.date.replace(day=1))
    )
    days = [(Day(day), head) for day, head in zip(built.roster.days, heads, strict=True)]
    rows = BoardRows(opened, [(day, head.words) for day, head in days], station)
    return Board(
        heads,
        months,
        tuple(_groups(built, shown.lines, rows)),
        tuple(_need_row(built, post, days) for post in shown.posts),
        _legend(built),
        tuple(mark(one) for one in built.audit.findings if one.person is None),
    )


def _groups(built: Built, lines: Iterable[RosterLine], rows: BoardRows) -> Iterator[BoardGroup]:
    marks = marks_by_person(built.roster, built.audit)
    for platoon, group in groupby(lines, key=lambda line: line.person.platoon):
        yield _group(
            built, platoon, tuple(rows.row(one, marks.get(one.person.key, {})) for one in group)
        )
    rows.keep()


def _head(day: Day, opened: Opened) -> BoardDate:
    found = to_date(day)
    monday, is_today = weekday(day) == MONDAY, day == opened.today
    words = f"{found:%a} {found.day} {found:%B}" + (", today" if is_today else "")
    classes = css_classes(weekend=weekday(day) >= SATURDAY, monday=monday, today=is_today)
    return BoardDate(day_text(day), found, words, classes, monday)


def _group(built: Built, platoon: str | None, rows: tuple[str, ...]) -> BoardGroup:
    if platoon is None:
        return BoardGroup("", "", rows)
    return BoardGroup(platoon, "".join(built.service.platoons[platoon].codes), rows)


def _need_row(built: Built, post: Post, days: list[tuple[Day, BoardDate]]) -> NeedRow:
    worst = worst_of_days(built.roster, [one for one in built.covers if one.post is post])
    return NeedRow(post, tuple(_need(built, worst[day], day, head) for day, head in days))


def _need(built: Built, cover: Cover, day: Day, head: BoardDate) -> Need:
    hours = cover_hours(built.roster, cover, day)
    short = f", short by {cover.short}" if cover.short else ""
    words = f"{cover.post.name}, {head.words}: {cover.have}/{cover.need}{short}, {hours}"
    classes = css_classes(
        "short" if cover.short else "met",
        monday=weekday(day) == MONDAY,
        today=head.classes.endswith("today"),
    )
    return Need(day_text(day), cover, hours, classes, words)


def _legend(built: Built) -> tuple[tuple[str, str, str], ...]:
    used = {code for platoon in built.service.platoons.values() for code in platoon.codes}
    tours = [tour for code, tour in built.service.tours.items() if code in used]
    return tuple(
        (tour.code, colour(built.service, tour), f"{tour.name}, {tour.hours_text}")
        for tour in tours
    )
