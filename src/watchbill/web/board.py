"""The roster board as a page shows it: rows, cells, marks and need/have, ready for a template."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from watchbill.audit.audit import Audit, Finding
from watchbill.kernel.clock import (
    MONDAY,
    SATURDAY,
    Day,
    Wall,
    day_of,
    day_text,
    hours_text,
    length_text,
    time_text,
    to_date,
    weekday,
)
from watchbill.records.demand import Post
from watchbill.records.people import Person
from watchbill.roster.coverage import Cover, worst_of_days
from watchbill.roster.model import Roster, RosterLine
from watchbill.web.rosters import Built

KEY_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Head:
    """A date at the top of the board."""

    day: str
    date: date
    weekend: bool
    week_start: bool


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding's mark on a cell: the address of the finding and what it says for short."""

    key: str
    clause: str
    sentence: str
    severity: str


@dataclass(frozen=True, slots=True)
class Cell:
    """A person's day: the letter shown, its colour's name, the words behind it, its marks."""

    text: str
    style: str
    title: str
    week_start: bool
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """A person's line on the board."""

    person: Person
    cells: tuple[Cell, ...]
    hours: str
    marks: int


@dataclass(frozen=True, slots=True)
class Group:
    """A platoon's rows; ``rotation`` is its pattern. People without a platoon have no name."""

    name: str
    rotation: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """A post's worst moment on a date: how many it has and needs, and where it is short."""

    day: str
    have: int
    need: int
    short: int
    hours: str
    week_start: bool


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A post's row of need and have."""

    post: Post
    days: tuple[Need, ...]


@dataclass(frozen=True, slots=True)
class Board:
    """The whole board; ``whole`` are marks of findings that concern everybody."""

    heads: tuple[Head, ...]
    months: tuple[tuple[str, int], ...]
    groups: tuple[Group, ...]
    needs: tuple[NeedRow, ...]
    legend: tuple[tuple[str, str, str], ...]
    whole: tuple[Mark, ...]


def finding_key(finding: Finding) -> str:
    """A name for the finding that stays the same as long as the finding does."""
    who = finding.person.name if finding.person else ""
    words = f"{finding.clause.number}|{who}|{finding.start}|{finding.end}|{finding.sentence}"
    return hashlib.sha256(words.encode()).hexdigest()[:KEY_LETTERS]


def findings_by_key(result: Audit) -> Mapping[str, Finding]:
    """The audit's findings by their names in addresses."""
    return {finding_key(finding): finding for finding in result.findings}


def make_board(built: Built) -> Board:
    """The board of a built schedule."""
    roster = built.roster
    heads = tuple(
        Head(day_text(day), to_date(day), weekday(day) >= SATURDAY, weekday(day) == MONDAY)
        for day in map(Day, roster.days)
    )
    months = tuple(
        (f"{month:%B %Y}", len(list(days)))
        for month, days in groupby(heads, key=lambda head: head.date.replace(day=1))
    )
    marks = _marks(built)
    lines = groupby(roster.lines, key=lambda line: line.person.platoon)
    return Board(
        heads,
        months,
        tuple(_group(built, platoon, list(group), marks) for platoon, group in lines),
        tuple(_need_row(built, post) for post in roster.posts),
        _legend(built),
        tuple(_mark(one) for one in built.audit.findings if one.person is None),
    )


def _group(
    built: Built,
    platoon: str | None,
    lines: list[RosterLine],
    marks: Mapping[tuple[str, Day], list[Mark]],
) -> Group:
    rows = tuple(_row(built, line, marks) for line in lines)
    if platoon is None:
        return Group("", "", rows)
    return Group(platoon, "".join(built.service.platoons[platoon].codes), rows)


def _row(built: Built, line: RosterLine, marks: Mapping[tuple[str, Day], list[Mark]]) -> Row:
    cells = tuple(_cell(built, line, Day(day), marks) for day in built.roster.days)
    count = sum(len(cell.marks) for cell in cells)
    return Row(line.person, cells, hours_text(line.minutes), count)


def _cell(
    built: Built, line: RosterLine, day: Day, marks: Mapping[tuple[str, Day], list[Mark]]
) -> Cell:
    own = tuple(marks.get((line.person.name, day), ()))
    monday = weekday(day) == MONDAY
    tours = line.tours_by_day.get(day, ())
    if tours:
        words = "; ".join(
            f"{built.service.tours[tour.code].name} {time_text(tour.wall_start)}-"
            f"{time_text(tour.wall_end)}, {length_text(tour.minutes)}"
            for tour in tours
        )
        style = "peak" if tours[0].code == "P" else tours[0].kind.value
        return Cell(" ".join(tour.code for tour in tours), style, words, monday, own)
    absence = line.absences_by_day.get(day)
    if absence is not None:
        return Cell("L", "leave", f"Leave: {absence.kind}", monday, own)
    return Cell("", "off", "", monday, own)


def _marks(built: Built) -> dict[tuple[str, Day], list[Mark]]:
    """Marks by person and date.

    A mark stands on the last tour that the finding reaches: the one with which the limit is
    passed.
    """
    lines = {line.person.name: line for line in built.roster.lines}
    marks: dict[tuple[str, Day], list[Mark]] = {}
    for finding in built.audit.findings:
        if finding.person is not None:
            day = _marked_day(built.roster, lines[finding.person.name], finding)
            marks.setdefault((finding.person.name, day), []).append(_mark(finding))
    return marks


def _marked_day(roster: Roster, line: RosterLine, finding: Finding) -> Day:
    days = [tour.day for tour in line.tours if tour.wall_start <= finding.end]
    return max(days, default=max(roster.first, min(finding.first, roster.last)))


def _mark(finding: Finding) -> Mark:
    return Mark(
        finding_key(finding), finding.clause.number, finding.sentence, finding.severity.value
    )


def _need_row(built: Built, post: Post) -> NeedRow:
    worst = worst_of_days(built.roster, [one for one in built.covers if one.post is post])
    return NeedRow(
        post, tuple(_need(built.roster, worst[Day(day)], Day(day)) for day in built.roster.days)
    )


def _need(roster: Roster, cover: Cover, day: Day) -> Need:
    return Need(
        day_text(day),
        cover.have,
        cover.need,
        cover.short,
        cover_hours(roster, cover, day),
        weekday(day) == MONDAY,
    )


def cover_hours(roster: Roster, cover: Cover, day: Day) -> str:
    """From when to when the cover lasts on ``day``, as ``07:00-10:00``."""
    start, end = roster.zone.wall(cover.start), roster.zone.wall(cover.end)
    begins = time_text(start) if day_of(start) == day else "00:00"
    ends = time_text(end) if day_of(Wall(end - 1)) == day and end % 1440 else "24:00"
    return f"{begins}-{ends}"


def _legend(built: Built) -> tuple[tuple[str, str, str], ...]:
    used = dict.fromkeys(
        code for platoon in built.service.platoons.values() for code in platoon.codes
    )
    entries = []
    for code, tour in built.service.tours.items():
        if code in used:
            style = "peak" if code == "P" else tour.kind.value
            entries.append((code, style, f"{tour.name}, {tour.hours_text}"))
    return (*entries, ("L", "leave", "Leave"))
