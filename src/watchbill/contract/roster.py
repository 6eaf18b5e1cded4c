"""A roster: who works which tour, and with it what it costs and where it falls short."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from watchbill.contract.audit import AuditRecord
from watchbill.contract.coverage import CoverRecord
from watchbill.contract.fields import Exact, Moment
from watchbill.contract.record import VERSION, Version, record
from watchbill.kernel.fields import DayField

TourKindName = Literal["day", "evening", "night"]


@record
class TourRecord:
    """One tour of duty."""

    date: DayField
    """The date that it belongs to."""
    code: str
    """Its letter."""
    kind: TourKindName
    """What sort of tour it is."""
    start: Moment
    """When it begins."""
    end: Moment
    """When it ends."""
    minutes: int
    """Minutes between the two, clock changes counted."""


@record
class LeaveRecord:
    """A tour that leave took out."""

    kind: str
    """The kind of leave."""
    tour: TourRecord
    """What would have been worked."""


@record
class PersonScheduleRecord:
    """One person's tours."""

    key: str
    """Who, by number, or by name where they have none."""
    name: str
    """What the person is called."""
    platoon: str | None
    """The platoon, where there is one."""
    classification: str
    """The classification."""
    status: str
    """Employee status."""
    tours: tuple[TourRecord, ...]
    """In order of time."""
    leave: tuple[LeaveRecord, ...]
    """Tours that leave took out, in order of time."""
    hours: Exact
    """Hours of the tours, as the agreement counts them through a clock change."""
    cost: Exact | None
    """These hours at the basic rate; none where nobody asked for it."""


@record
class ScheduleRecord:
    """The schedule as it stood, by what was known of it."""

    version: Version = VERSION
    service: str
    """Id of the service."""
    first: Annotated[DayField, Field(alias="from")]
    """First date."""
    last: Annotated[DayField, Field(alias="to")]
    """Last date, included."""
    entries: int | None
    """How many entries of the ledger it rests on; none for the plan alone."""
    people: tuple[PersonScheduleRecord, ...]
    """In the order of the service's file."""


@record
class RosterRecord:
    """A schedule with its findings, where it is short, its hours and its cost."""

    version: Version = VERSION
    audit: AuditRecord
    """The schedule judged by its agreement: whose it is, its dates, and what was found."""
    people: tuple[PersonScheduleRecord, ...]
    """In the order of the service's file, with what each costs."""
    shortages: tuple[CoverRecord, ...]
    """Stretches in which a post has fewer people than it needs, in order of time."""
    hours: Exact
    """Scheduled hours of all."""
    cost: Exact
    """The sum of the people's costs."""
    currency: str
    """Of all amounts, by ISO 4217."""


PUBLISHED = {"roster": RosterRecord, "schedule": ScheduleRecord}
