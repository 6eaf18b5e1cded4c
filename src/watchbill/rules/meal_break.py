"""The meal break of a tour."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from watchbill.events.duty import Claim, Duty, Record
from watchbill.events.no_lunch import NoLunch
from watchbill.kernel.clock import Minutes, decimal_text, hours, length_text, wall_text
from watchbill.kernel.fields import LengthField, Number
from watchbill.records.timeline import Frame
from watchbill.rules.base import Breach, ChecksRecord, Measure, Party, Rule
from watchbill.rules.pricing import Prices, Rank
from watchbill.rules.reading import Doubt, Gravity
from watchbill.rules.stating import WithinTours


@dataclass(frozen=True, kw_only=True)
class MealBreak(Rule, WithinTours, ChecksRecord, Prices):
    """A meal break of so long in a tour of ``in_tour``, begun not before and done by so many
    hours of duty. Where it was not taken and no other time agreed, that is a finding, and
    ``missed_hours`` are paid on top, at ``missed_multiple``.
    """

    about: ClassVar[tuple[str, ...]] = ("in_tour",)
    words: ClassVar[Mapping[str, str]] = {
        "length": "length of the break",
        "paid": "paid",
        "in_tour": "in tours of",
        "not_before": "begins after so much duty",
        "done_by": "over before so much duty",
        "missed_hours": "paid for a missed break",
        "missed_multiple": "times the basic rate for a missed break",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {
        "missed_hours": "employee",
        "missed_multiple": "employee",
    }
    one_answer: ClassVar[bool] = True

    length: LengthField
    paid: bool = True
    in_tour: LengthField | None = None
    not_before: LengthField | None = None
    done_by: LengthField | None = None
    missed_hours: LengthField | None = None
    missed_multiple: Number = Decimal(1)

    rank: ClassVar[Rank] = Rank.CASE

    def says(self) -> str:
        tour = f" of {length_text(self.in_tour)}" if self.in_tour else ""
        paid = "A paid" if self.paid else "An unpaid"
        text = f"{paid} meal break of {length_text(self.length)} in each tour{tour}"
        if self.not_before is not None:
            text += f", begun after {length_text(self.not_before)} of duty"
        if self.done_by is not None:
            text += f" and over before {length_text(self.done_by)}"
        if self.missed_hours is not None:
            text += (
                f"; not taken, {length_text(self.missed_hours)} at"
                f" {decimal_text(self.missed_multiple)} times the rate"
            )
        return f"{text}."

    def lengths_named(self) -> tuple[Minutes, ...]:
        return () if self.in_tour is None else (self.in_tour,)

    def doubts(self) -> Iterator[Doubt]:
        begins = self.not_before or 0
        ends = [end for end in (self.done_by, self.in_tour) if end is not None]
        if not ends or begins + self.length <= min(ends):
            return
        sentence = (
            f"A break of {length_text(self.length)} that begins after {length_text(begins)} of duty"
            f" cannot be over after {length_text(min(ends))}."
        )
        figures = (length_text(begins + self.length), length_text(min(ends)))
        yield Doubt("breaks", Gravity.ERROR, sentence, figures)

    def check_record(self, record: Record, frame: Frame) -> Iterator[Breach]:
        starts = {tour.wall_start: tour for tour in record.tours}
        for _, missed in record.of(NoLunch):
            tour = starts.get(missed.tour)
            if tour is None or not frame.first <= tour.day <= frame.last:
                continue
            if tour.nominal < (self.in_tour or 0):
                continue
            yield Breach(
                tour.wall_start,
                tour.wall_end,
                Measure(Decimal(0), "h"),
                Measure(hours(self.length), "h"),
                f"No meal break of {length_text(self.length)} in the tour of"
                f" {wall_text(tour.wall_start)}.",
            )

    def price(self, duty: Duty) -> Iterator[Claim]:
        if self.missed_hours is None:
            return
        for number, missed in duty.of(NoLunch):
            at = duty.at(missed.tour)
            why = f"No meal break in the tour of {wall_text(missed.tour)}."
            yield Claim(at, at, self.missed_multiple, why, (number,), self.missed_hours)
