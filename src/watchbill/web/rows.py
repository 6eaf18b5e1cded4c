"""People's rows of the roster board, ready to be sent; each is kept while what it shows stands."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from django.template.loader import render_to_string

from watchbill.kernel.clock import MONDAY, Day, hours_text, length_text, weekday
from watchbill.records.people import Person
from watchbill.records.tours import Tour, TourType
from watchbill.roster.model import RosterLine
from watchbill.web.access import Opened
from watchbill.web.colours import colour
from watchbill.web.marks import Mark
from watchbill.web.watch import tour_hours

Marks = Mapping[Day, Sequence[Mark]]
"""A person's marks by date."""
Row = tuple[RosterLine, str]
"""A row as it is sent, and the line that it shows."""
Shown = tuple[int, bool, tuple[tuple[Day, tuple[Mark, ...]], ...]]
"""What else of one person a row rests on: the line, by its identity, whether it is the reader's
own, and its marks."""


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


class _Page(NamedTuple):
    """What all rows of a board rest on."""

    slug: str
    query: str
    station: str | None
    first: Day
    last: Day
    today: Day
    sees_leave: bool
    tours: tuple[TourType, ...]


BOARDS = 8
"""Boards whose rows are kept: of the periods and for the readers that were asked for last."""
_KEPT: dict[_Page, dict[Shown, Row]] = {}


class BoardRows:
    """The rows of one board, of a ``station`` or of all, for its reader; ``days`` are its dates, as
    they are read out."""

    def __init__(
        self, opened: Opened, days: Sequence[tuple[Day, str]], station: str | None
    ) -> None:
        self._opened, self._days = opened, days
        roster = opened.built.roster
        tours = tuple(opened.built.service.tours.values())
        self._page = _Page(
            opened.slug,
            opened.query,
            station,
            roster.first,
            roster.last,
            opened.today,
            opened.member.sees_leave,
            tours,
        )
        self._kept = _KEPT.get(self._page, {})
        self._rows: dict[Shown, Row] = {}

    def row(self, line: RosterLine, marks: Marks) -> str:
        """The person's row, as HTML."""
        own = line.person.key == self._opened.member.person
        key = (id(line), own, tuple((day, tuple(of_day)) for day, of_day in marks.items()))
        row = self._kept.get(key)
        if row is None:
            made = self._made(line, marks, own=own)
            row = (line, render_to_string("board_row.html", {"row": made, "opened": self._opened}))
        self._rows[key] = row
        return row[1]

    def keep(self) -> None:
        """Keeps the rows that were shown for whoever looks at the board next."""
        _KEPT.pop(self._page, None)
        _KEPT[self._page] = self._rows
        while len(_KEPT) > BOARDS:
            _KEPT.pop(next(iter(_KEPT)), None)

    def _made(self, line: RosterLine, marks: Marks, *, own: bool) -> BoardRow:
        cells = tuple(
            self._cell(line, day, words, tuple(marks.get(day, ()))) for day, words in self._days
        )
        return BoardRow(line.person, cells, hours_text(line.minutes), own)

    def _cell(self, line: RosterLine, day: Day, date: str, marks: tuple[Mark, ...]) -> Cell:
        tours, absence = line.tours_by_day.get(day, ()), line.absences_by_day.get(day)
        look, text, words = "off", "", ""
        if tours:
            look = colour(self._opened.built.service, tours[0])
            text = " ".join(tour.code for tour in tours)
            words = "; ".join(self._tour_words(tour) for tour in tours)
        elif absence is not None:
            look, text, words = "leave", "L", "leave"
            if self._opened.sees_leave(line.person.key):
                words = f"leave: {absence.kind}"
        if marks:
            words += f", {len(marks)} finding{'s' if len(marks) > 1 else ''}"
        today = day == self._opened.today
        classes = css_classes(look, monday=weekday(day) == MONDAY, today=today, marked=bool(marks))
        spoken = f"{line.person.label}, {date}, {words}" if words else ""
        return Cell(text, classes, spoken, marks)

    def _tour_words(self, tour: Tour) -> str:
        length = length_text(tour.minutes).replace("h", "hours").replace("min", "minutes")
        return f"{self._opened.built.service.tour_name(tour)} {tour_hours(tour)}, {length}"


def css_classes(*always: str, **where: bool) -> str:
    """Names of classes: those that always are, and those that are where something holds."""
    return " ".join((*always, *(name for name, wanted in where.items() if wanted)))
