"""The roster board as a page shows it: rows, cells, marks and need/have, ready for a template."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from watchbill.kernel.clock import (
    MONDAY,
    SATURDAY,
    Day,
    day_text,
    hours_text,
    length_text,
    to_date,
    weekday,
)
from watchbill.records.demand import Post
from watchbill.records.people import Person
from watchbill.records.tours import Tour
from watchbill.roster.coverage import Cover, worst_of_days
from watchbill.roster.model import RosterLine
from watchbill.roster.station import of_station
from watchbill.web.access import Opened
from watchbill.web.colours import colour
from watchbill.web.marks import Mark, mark, marks_by_cell
from watchbill.web.rosters import Built
from watchbill.web.watch import cover_hours, tour_hours


@dataclass(frozen=True, slots=True)
class BoardDate:
    """A date at the top of the board; ``words`` is how it is read out."""

    day: str
    date: date
    words: str
    classes: str
    week_start: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A person's day: the letter shown, its classes, its marks, and how it is read out."""

    text: str
    classes: str
    words: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A person's line on the board; ``own`` where it is the reader's."""

    person: Person
    cells: tuple[Cell, ...]
    hours: str
    own: bool


@dataclass(frozen=True, slots=True)
class BoardGroup:
    """A platoon's rows; ``rotation`` is its pattern. People without a platoon have no name."""

    name: str
    rotation: str
    rows: tuple[BoardRow, ...]


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
    marks = marks_by_cell(built.roster, built.audit)
    days = [(Day(day), head) for day, head in zip(built.roster.days, heads, strict=True)]
    lines = groupby(shown.lines, key=lambda line: line.person.platoon)
    return Board(
        heads,
        months,
        tuple(
            _group(built, platoon, tuple(_row(opened, line, days, marks) for line in group))
            for platoon, group in lines
        ),
        tuple(_need_row(built, post, days) for post in shown.posts),
        _legend(built),
        tuple(mark(one) for one in built.audit.findings if one.person is None),
    )


def _head(day: Day, opened: Opened) -> BoardDate:
    found = to_date(day)
    monday, is_today = weekday(day) == MONDAY, day == opened.today
    words = f"{found:%a} {found.day} {found:%B}" + (", today" if is_today else "")
    classes = _classes(weekend=weekday(day) >= SATURDAY, monday=monday, today=is_today)
    return BoardDate(day_text(day), found, words, classes, monday)


def _group(built: Built, platoon: str | None, rows: tuple[BoardRow, ...]) -> BoardGroup:
    if platoon is None:
        return BoardGroup("", "", rows)
    return BoardGroup(platoon, "".join(built.service.platoons[platoon].codes), rows)


def _row(
    opened: Opened,
    line: RosterLine,
    days: list[tuple[Day, BoardDate]],
    marks: Mapping[tuple[str, Day], list[Mark]],
) -> BoardRow:
    key = line.person.key
    cells = tuple(
        _cell(opened, line, day, head, tuple(marks.get((key, day), ()))) for day, head in days
    )
    return BoardRow(line.person, cells, hours_text(line.minutes), key == opened.member.person)


def _cell(
    opened: Opened, line: RosterLine, day: Day, head: BoardDate, marks: tuple[Mark, ...]
) -> Cell:
    tours, absence = line.tours_by_day.get(day, ()), line.absences_by_day.get(day)
    service = opened.built.service
    look, text, words = "off", "", ""
    if tours:
        look = colour(service, tours[0])
        text = " ".join(tour.code for tour in tours)
        words = "; ".join(_tour_words(opened.built, tour) for tour in tours)
    elif absence is not None:
        look, text, words = "leave", "L", "leave"
        if opened.sees_leave(line.person.key):
            words = f"leave: {absence.kind}"
    if marks:
        words += f", {len(marks)} finding{'s' if len(marks) > 1 else ''}"
    classes = _classes(
        look, monday=weekday(day) == MONDAY, today=day == opened.today, marked=bool(marks)
    )
    spoken = f"{line.person.label}, {head.words}, {words}" if words else ""
    return Cell(text, classes, spoken, marks)


def _tour_words(built: Built, tour: Tour) -> str:
    length = length_text(tour.minutes).replace("h", "hours").replace("min", "minutes")
    return f"{built.service.tour_name(tour)} {tour_hours(tour)}, {length}"


def _need_row(built: Built, post: Post, days: list[tuple[Day, BoardDate]]) -> NeedRow:
    worst = worst_of_days(built.roster, [one for one in built.covers if one.post is post])
    return NeedRow(post, tuple(_need(built, worst[day], day, head) for day, head in days))


def _need(built: Built, cover: Cover, day: Day, head: BoardDate) -> Need:
    hours = cover_hours(built.roster, cover, day)
    short = f", short by {cover.short}" if cover.short else ""
    words = f"{cover.post.name}, {head.words}: {cover.have}/{cover.need}{short}, {hours}"
    classes = _classes(
        "short" if cover.short else "met",
        monday=weekday(day) == MONDAY,
        today=head.classes.endswith("today"),
    )
    return Need(day_text(day), cover, hours, classes, words)


def _classes(*always: str, **where: bool) -> str:
    return " ".join((*always, *(name for name, wanted in where.items() if wanted)))


def _legend(built: Built) -> tuple[tuple[str, str, str], ...]:
    used = {code for platoon in built.service.platoons.values() for code in platoon.codes}
    tours = [tour for code, tour in built.service.tours.items() if code in used]
    return tuple(
        (tour.code, colour(built.service, tour), f"{tour.name}, {tour.hours_text}")
        for tour in tours
    )
