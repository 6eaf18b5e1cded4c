"""Tours laid out for some dates, a letter a person and date."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event, Name, Span
from watchbill.events.draft import Draft, Refused
from watchbill.events.duty import Absent
from watchbill.events.held import Held
from watchbill.events.standing import OFF, Laid
from watchbill.events.turning import turn
from watchbill.kernel.clock import Day, day_text
from watchbill.kernel.fields import (
    FORBID_UNKNOWN,
    Count,
    DayField,
    LengthField,
    Text,
    TimeField,
)
from watchbill.records.letters import LettersField
from watchbill.records.local_tour import TourField
from watchbill.records.tours import TourKind, TourType

MOST_DAYS = 520 * 7
"""Dates that are laid out at one time at the most: ten years."""


@dataclass(frozen=True, kw_only=True)
class LaidTour:
    """What a letter of the lines stands for."""

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID_UNKNOWN

    called: Text
    start: TimeField
    length: LengthField
    kind: TourKind


@dataclass(frozen=True, kw_only=True)
class LaidOut(Event):
    """The schedule of these dates, both included, stands as laid out; nobody has said when it
    was posted.

    ``lines`` are, by person, a letter or ``-`` a date; ``tours`` what the letters stand for;
    ``others`` tours of no letter. The lines begin ``carried`` days before ``first``: those
    are known and not posted. ``away`` are dates of a line that are lost to leave, by kind.
    Without lines the schedule that stands is meant.
    """

    lasts: ClassVar[bool] = True
    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    first: Annotated[DayField, Field(alias="from")]
    last: Annotated[DayField, Field(alias="to")]
    carried: Count = 0
    tours: dict[Text, LaidTour] = field(default_factory=dict)
    lines: dict[Text, LettersField] = field(default_factory=dict)
    away: dict[Text, dict[DayField, Text]] = field(default_factory=dict)
    others: dict[Text, tuple[TourField, ...]] = field(default_factory=dict)

    @property
    def people(self) -> tuple[str, ...]:
        return ()

    def effect(self, schedule: Draft, number: int) -> None:
        self._refuse(schedule)
        types = {
            code: TourType(code, tour.called, tour.start, tour.length, tour.kind)
            for code, tour in self.tours.items()
        }
        for key, codes in self.lines.items():
            laid = Laid(Day(self.first - self.carried), codes, types, schedule.zone, self.carried)
            standing = schedule.edit(key)
            standing.laid = (*standing.laid, laid)
            self._lose(schedule, key, laid)
        for key, tours in self.others.items():
            for tour in tours:
                schedule.give(key, Held(schedule.placed(tour)))
        schedule.add("spans", Span(self.first, self.last))
        pairs = tuple(
            turn(schedule, pair, self.first, self.last) for pair in schedule.of("partners")
        )
        schedule.replace("partners", pairs)

    def _lose(self, schedule: Draft, key: str, laid: Laid) -> None:
        standing = schedule.edit(key)
        lost = []
        for day, kind in self.away.get(key, {}).items():
            tour = laid.tour(day)
            if tour is None:
                raise Refused(f"no tour is lost to leave on {day_text(day)}", key)
            standing.gone = standing.gone | {tour.wall_start}
            lost.append(Absent(tour, kind, None))
        standing.absences = (*standing.absences, *lost)

    def _refuse(self, schedule: Draft) -> None:
        if self.dates_refused:
            raise Refused(self.dates_refused, day_text(self.last))
        if not self.lines and not self.others:
            return
        for span in schedule.of("spans"):
            if span.first <= self.last and self.first <= span.last:
                raise Refused(
                    f"the dates from {day_text(span.first)} to {day_text(span.last)} are laid"
                    " out already; change the tours that stand there",
                    f"{day_text(self.first)} to {day_text(self.last)}",
                )
        days = self.last - self.first + 1 + self.carried
        for key, codes in self.lines.items():
            schedule.standing(key)
            if len(codes) != days:
                raise Refused(f"the line has {len(codes)} dates where there are {days}", key)
            strangers = sorted(set(codes) - set(self.tours) - {OFF})
            if strangers:
                raise Refused(f"no tour has the letter {', '.join(strangers)}", key)

    @property
    def dates_refused(self) -> str | None:
        """Why these can be no dates of a schedule; ``None`` where they can."""
        if self.last < self.first:
            return "it lies before the first date"
        if self.last - self.first >= MOST_DAYS:
            return "no schedule is longer than ten years"
        return None

    def sentence(self, name: Name) -> str:
        return f"laid out: {self.dates_text}"

    @property
    def dates_text(self) -> str:
        """Which dates, for how many people."""
        count = len({*self.lines, *self.others})
        who = f", {count} {'person' if count == 1 else 'people'}" if count else ""
        return f"from {day_text(self.first)}, to {day_text(self.last)}{who}"
