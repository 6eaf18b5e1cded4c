"""Somebody is in the service from a date on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.events.standing import Standing
from watchbill.kernel.fields import Count, DayField, Number, Text, Words
from watchbill.records.members import ALWAYS, StaffMember, Stay
from watchbill.records.people import Person


@dataclass(frozen=True, kw_only=True)
class Joined(Event):
    """A person joins, or was there when the ledger began (no date).

    ``person`` is the key: ``number`` where there is one, else the name. Whoever left may join
    again under the same key.
    """

    is_fact: ClassVar[bool] = True

    person: Text
    called: Text
    number: Text | None = None
    classification: Text
    status: Text
    rate: Number
    platoon: Text | None = None
    station: Text | None = None
    seniority: DayField | None = None
    serial: Count | None = None
    unit: Text | None = None
    watch: Count | None = None
    schedule: Text | None = None
    qualifications: Words = ()
    begins: Annotated[DayField | None, Field(alias="from")] = None

    @property
    def people(self) -> tuple[str, ...]:
        return ()

    def effect(self, schedule: Draft, number: int) -> None:
        begins = ALWAYS if self.begins is None else self.begins
        person = self._person()
        if person.key != self.person:
            raise Refused(f"the key of {self.called} is {person.key}", self.person)
        if self.platoon is not None and self.platoon not in schedule.facts.platoons:
            raise Refused("the service has no platoon of this name", self.platoon)
        if not schedule.knows(self.person):
            schedule.enrol(Standing(StaffMember(person, (Stay(begins),))))
            return
        standing = schedule.edit(self.person)
        if standing.member.here_on(begins):
            raise Refused(f"{standing.person.label} is in the service already")
        member = standing.member.joined(begins)
        for trait in ("classification", "status", "rate", "platoon", "station", "unit"):
            member = member.with_trait(trait, begins, getattr(person, trait))
        standing.member = member

    def _person(self) -> Person:
        return Person(
            name=self.called,
            number=self.number,
            classification=self.classification,
            status=self.status,
            rate=self.rate,
            platoon=self.platoon,
            station=self.station,
            seniority=self.seniority,
            serial=self.serial,
            unit=self.unit,
            watch=self.watch,
            schedule=self.schedule,
            qualifications=frozenset(self.qualifications),
        )
