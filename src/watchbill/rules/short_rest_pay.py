"""What work within a rest that is owed is paid."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from watchbill.events.back_early import BackEarly
from watchbill.events.court import Court
from watchbill.events.duty import Claim, Duty, Record, Stretch
from watchbill.kernel.clock import Instant, Wall, decimal_text, length_text, wall_text
from watchbill.kernel.fields import LengthField, Number
from watchbill.records.tours import Tour, TourKind
from watchbill.rules.base import EmptiesSeats, Party, Rule
from watchbill.rules.pricing import Prices, Rank, own_number


@dataclass(frozen=True, kw_only=True)
class ShortRestPay(Rule, Prices, EmptiesSeats):
    """Work before a rest of so long is over is paid at a multiple of the rate.

    ``until`` says how long: ``rest-would-end``, for the hours of the rest that are worked, or
    ``rest-is-had``, for all work until so long has been free. ``after``: the rest follows a tour
    or a call (``duty``), or the release by a court (``court``), in which case the hours of the
    next tour that the rest takes are paid as worked; whoever rests then is not on duty. ``before``
    names the kind of tour that the rest precedes.
    """

    about: ClassVar[tuple[str, ...]] = ("after", "before")
    words: ClassVar[Mapping[str, str]] = {
        "rest": "rest owed",
        "multiple": "times the basic rate",
        "until": "paid more until",
        "after": "after",
        "before": "before",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"rest": "employee", "multiple": "employee"}

    rest: LengthField
    multiple: Number
    until: Literal["rest-is-had", "rest-would-end"] = "rest-would-end"
    after: Literal["duty", "court"] = "duty"
    before: Literal["night", "any"] = "any"

    rank: ClassVar[Rank] = Rank.CASE

    def says(self) -> str:
        after = "release by a court" if self.after == "court" else "duty"
        until = (
            "until the rest is had" if self.until == "rest-is-had" else "for the rest hours worked"
        )
        night = " before a night tour" if self.before == "night" else ""
        return (
            f"Back before {length_text(self.rest)} free after {after}{night}:"
            f" {decimal_text(self.multiple)} times the rate {until}."
        )

    def price(self, duty: Duty) -> Iterator[Claim]:
        yield from self._after_court(duty) if self.after == "court" else self._after_duty(duty)

    def resting(
        self, record: Record, instant: Callable[[Wall], Instant]
    ) -> Iterator[tuple[Instant, Instant]]:
        if self.after != "court":
            return
        back = {event.tour: instant(event.at) for _, event in record.of(BackEarly)}
        for _, court in record.of(Court):
            released = instant(court.released)
            rested = Instant(released + self.rest)
            for tour in record.tours:
                if not released <= tour.start < rested or not self._is_before(tour):
                    continue
                ends = min(rested, tour.end, back.get(tour.wall_start, rested))
                if tour.start < ends:
                    yield tour.start, ends

    def _is_before(self, tour: Tour) -> bool:
        """Whether it is a tour of the kind that the rest precedes."""
        return self.before == "any" or tour.kind is TourKind.NIGHT

    def _after_duty(self, duty: Duty) -> Iterator[Claim]:
        before: Stretch | None = None
        owed = False
        for stretch in duty.work:
            if before is not None and stretch.tour is not before.tour:
                free = stretch.start - before.end
                owed = free < self.rest and (owed or self._is_before(stretch.tour))
            if owed and before is not None:
                free = stretch.start - before.end
                end = stretch.end
                if self.until == "rest-would-end":
                    owed = False
                    end = min(end, before.end + self.rest)
                why = self._why(duty, before, free)
                yield Claim(stretch.start, end, self.multiple, why, own_number(stretch))
            before = stretch

    def _why(self, duty: Duty, before: Stretch, free: int) -> str:
        return (
            f"{length_text(max(free, 0))} free after duty that ended"
            f" {wall_text(duty.wall(before.end))}, where {length_text(self.rest)} are owed."
        )

    def _after_court(self, duty: Duty) -> Iterator[Claim]:
        ordered = {event.tour: number for number, event in duty.of(BackEarly)}
        for number, court in duty.of(Court):
            released = duty.at(court.released)
            rested = released + self.rest
            for tour in duty.tours:
                start = duty.at(tour.wall_start)
                if not released <= start < rested or not self._is_before(tour):
                    continue
                why = (
                    f"Released by the court {wall_text(court.released)};"
                    f" {length_text(self.rest)} of rest are owed before the tour."
                )
                end = min(rested, duty.at(tour.wall_end))
                yield Claim(start, end, Decimal(1), why, (number,))
                if tour.wall_start in ordered:
                    yield from self._ordered(duty, tour.wall_start, rested, why,
                                             (number, ordered[tour.wall_start]))  # fmt: skip

    def _ordered(
        self, duty: Duty, tour: int, rested: int, why: str, numbers: tuple[int, ...]
    ) -> Iterator[Claim]:
        for stretch in duty.work:
            if stretch.tour.wall_start == tour and stretch.start < rested:
                end = min(stretch.end, rested)
                yield Claim(stretch.start, end, self.multiple, why, numbers)
