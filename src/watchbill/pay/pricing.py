"""What people are owed under the texts in force on the dates of a schedule."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from watchbill.agreement.computed import notes_of
from watchbill.agreement.model import Agreement
from watchbill.agreement.succession import InForce, Spell, succession
from watchbill.asking.asking import Texts
from watchbill.events.duty import Duty
from watchbill.events.schedule import Schedule
from watchbill.events.standing import Standing
from watchbill.kernel.clock import Day, day_of
from watchbill.ledger.duties import duty as duty_of
from watchbill.pay.lines import PayLine
from watchbill.pay.price import Pricer
from watchbill.pay.unpriced import beyond_at_basic


class Priced(NamedTuple):
    """A person's pay lines; ``beyond`` are those of work beyond the schedule without a clause."""

    lines: list[PayLine]
    beyond: list[PayLine]


class Pricing:
    """Prices a schedule: each line by the text in force on the date on which it begins.

    A period that a rule counts over may reach into the dates of another text; each text sums it up
    whole and pays the lines of its own dates. For dates outside every term there are no lines,
    and :attr:`notes` say so.
    """

    def __init__(self, texts: Texts, schedule: Schedule) -> None:
        self.schedule = schedule
        self.spells = succession(texts).over(*schedule.dates)
        self._pricers = [
            (spell, Pricer(spell.answer.agreement, spell.answer.beneath))
            for spell in self.spells
            if isinstance(spell.answer, InForce)
        ]

    @property
    def notes(self) -> tuple[str, ...]:
        """Which text goes on after its end, and the dates that are not computed."""
        return notes_of(self.spells)

    @cached_property
    def _whole(self) -> Pricer | None:
        """The one pricer, where one text is in force on all the dates."""
        return self._pricers[0][1] if len(self.spells) == 1 and self._pricers else None

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """Everything that is priced by: the agreements in force, each with the statutes beneath."""
        held = [one.answer for one in self.spells if isinstance(one.answer, InForce)]
        return tuple(text for one in held for text in (one.agreement, *one.beneath))

    def lines(self, standing: Standing) -> list[PayLine]:
        """The person's pay lines in the order of time."""
        return self.priced(standing).lines

    def priced(self, standing: Standing) -> Priced:
        """The person's pay lines, and which of them are at the basic rate for want of a clause."""
        if self._whole is not None:
            duty = self._duty(self._whole, standing)
            own = self._whole.price(duty)
            return Priced(own, beyond_at_basic(duty, own))
        lines: list[PayLine] = []
        beyond: list[PayLine] = []
        for spell, pricer in self._pricers:
            duty = self._duty(pricer, standing)
            own = [one for one in pricer.price(duty) if spell.first <= self._day(one) <= spell.last]
            lines += own
            beyond += beyond_at_basic(duty, own)
        return Priced(sorted(lines, key=lambda one: (one.start, one.end, one.on_top)), beyond)

    def all_lines(self) -> Iterator[PayLine]:
        """Everybody's pay lines, in the roster's order and then that of time."""
        for standing in self.schedule.people.values():
            yield from self.lines(standing)

    def _duty(self, pricer: Pricer, standing: Standing) -> Duty:
        # Each agreement says for itself what a night through a clock change is paid.
        return duty_of(pricer.agreement, self.schedule, standing, beneath=pricer.beneath)

    def _day(self, line: PayLine) -> Day:
        """The line's date; what began before the schedule, or comes after it, is of its ends."""
        first, last = self.schedule.dates
        return min(max(day_of(line.start), first), last)


def price_all(texts: Texts, schedule: Schedule) -> list[PayLine]:
    """Everybody's pay lines, in the schedule's order and then that of time.

    Raises :class:`BadInput` where nothing is laid out.
    """
    return list(Pricing(texts, schedule).all_lines())


def of_spells(lines: Iterable[PayLine], spells: Iterable[Spell]) -> list[PayLine]:
    """Of the lines those that begin on dates for which a text is in force."""
    inside = [one for one in spells if isinstance(one.answer, InForce)]
    return [
        line for line in lines if any(one.first <= day_of(line.start) <= one.last for one in inside)
    ]
