"""The first entry of a ledger: which service it is of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from watchbill.events.base import Event, Refusal
from watchbill.events.draft import Draft
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Wall, zone
from watchbill.kernel.fields import DayField, Text, Words, ZoneName


@dataclass(frozen=True, kw_only=True)
class Began(Event):
    """The ledger of a service began.

    ``anchor`` is the date from which averaging periods are laid end to end; ``assumptions`` say
    what in the service is assumed, and why.
    """

    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    service: Text
    called: Text
    time_zone: ZoneName
    currency: Text
    anchor: DayField
    assumptions: Words = ()

    def effect(self, schedule: Draft, number: int) -> None:
        facts = replace(
            schedule.facts,
            id=self.service,
            name=self.called,
            zone=zone(self.time_zone),
            currency=self.currency,
            anchor=self.anchor,
            assumptions=self.assumptions,
        )
        schedule.replace("facts", facts)

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        if schedule.facts.id:
            yield Refusal("service", "the ledger began already", self.service)
