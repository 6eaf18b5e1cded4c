"""The service file as it is written: one record a level, checked by pydantic."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from watchbill.agreement.file import Part, Slug, TourPart
from watchbill.agreement.record import ContinuesPart
from watchbill.kernel.fields import (
    Count,
    DayField,
    Name,
    Number,
    Text,
    WallField,
    Words,
    listed,
    no_bool,
)
from watchbill.records.demand_lines import DemandField
from watchbill.records.people import Scope

_LINE = {"type": "string", "description": "2 at all times; 4 fri sat 10:00-22:00"}


DemandLines = Annotated[
    list[DemandField],
    BeforeValidator(listed),
    Field(min_length=1),
    WithJsonSchema({"anyOf": [_LINE, {"type": "array", "minItems": 1, "items": _LINE}]}),
]


class OnDatesPart(Part):
    """What a post needs on given dates alone: a holiday, a festival, a season."""

    begins: DayField
    ends: DayField
    demand: DemandLines
    """How many people, when, on these dates, instead of what it needs on others."""


class PostPart(Part):
    """A post: name, demand, and who may fill it."""

    name: Name
    """What the post is called."""
    demand: DemandLines
    """How many people, when: 2 at all times; 4 fri sat 10:00-22:00."""
    on_dates: list[OnDatesPart] = []
    """What it needs on given dates instead; of two that hold for a date, the later one named."""
    open_to: Scope = Scope()
    qualification: Text | None = None
    """What a person needs to fill it."""
    station: Text | None = None
    """The station or ward where it is, by id; left out, people of every station may fill it."""
    assumed: Text | None = None
    """That the need is an assumption, and why."""


class RotationPart(Part):
    """A rotation: its pattern in the field's notation, and the date its first day falls on."""

    pattern: Text
    """The cycle in a notation of the field, such as DDNN----."""
    begins: DayField


class PlatoonPart(Part):
    """A platoon: its rotation, and how many days later than the rotation's date it begins."""

    rotation: Name
    """Which rotation it works, by name."""
    offset: Count = 0
    """How many days later than the rotation\'s date it begins."""


class TraitsPart(Part):
    """What a person is and where they work."""

    classification: Text
    """One of the agreement's classifications."""
    status: Text = "regular full-time"
    """One of the agreement's statuses."""
    platoon: Name | None = None
    """The platoon; left out, the person follows no rotation."""
    seniority: DayField | None = None
    """The seniority date, 2009-04-06."""
    serial: Count | None = None
    """A number of their own, which settles equal seniority."""
    unit: Text | None = None
    """The unit, where an offer order goes by units."""
    watch: Count | None = None
    """The watch by its number, where an offer order goes by watches."""
    schedule: Text | None = None
    """The name of their schedule, where a rule speaks of one."""
    qualifications: Words = ()
    """What they are qualified for; in a CSV file separated by semicolons."""
    station: Text | None = None
    """The station or ward that they work at, by id."""
    number: Text | None = None
    """An employee number, which nobody else here has; it tells two of one name apart."""


class PersonPart(TraitsPart):
    """A member of staff; ``rate`` is the basic rate an hour."""

    name: Name
    """The name; whoever has another's name has a number too."""
    rate: Annotated[Number, Field(ge=0, le=10_000)]


class LeavePart(Part):
    """Leave of a person, from a date to a date, both included."""

    person: Name
    """The name of the person."""
    begins: DayField
    ends: DayField
    kind: Text
    """What kind of leave: one that the agreement names, one of ``leave_kinds``, or a usual one."""


class LentPart(Part):
    """A person lent to another station, from a date to a date, both included."""

    person: Name
    """The number of the person, or the name of who has no number."""
    station: Name
    """The station, by id."""
    begins: DayField
    ends: DayField


class LeaveKindPart(Part):
    """A kind of leave that no clause of the agreement names."""

    paid: bool
    """Whether it is paid."""


class SchedulePart(Part):
    """The schedule that the file describes: first date, weeks, when it was posted."""

    begins: DayField
    weeks: Annotated[int, Field(ge=1, le=520), BeforeValidator(no_bool)]
    """How many weeks it has."""
    posted: WallField | None = None
    """When the schedule was posted, local time."""


class ServicePart(Part):
    """A service: everything a schedule is built from."""

    service: Slug
    """Its id: small letters, digits and hyphens."""
    name: Name
    """Its name, as people know it."""
    agreement: Name
    """The id of an agreement that ships, or a file beside this one."""
    agreement_goes_on: ContinuesPart | None = None
    """Who says that the agreement goes on after its term until a new one."""
    currency: Text = "CAD"
    """The currency of the rates."""
    schedule: SchedulePart
    tours: dict[str, TourPart] = {}
    """Tours beside those of the agreement, by their letter."""
    stations: dict[Name, Text] = {}
    """Stations or wards under one roof, each id with its name."""
    rotations: dict[Name, RotationPart]
    """The rotations, by name."""
    platoons: dict[Name, PlatoonPart]
    """The platoons, by name."""
    posts: dict[Name, PostPart]
    """The posts to be filled, by id; those named earlier are filled first."""
    people: list[PersonPart] = []
    """The people, one by one."""
    people_from: Name | None = None
    """A CSV file beside this one with a person a row."""
    leave_kinds: dict[Text, LeaveKindPart] = {}
    """Kinds of leave beside those of the agreement, by name."""
    leave: list[LeavePart] = []
    """Leave that is known already."""
    lent: list[LentPart] = []
    """Who works at another station for a time."""
    assumptions: list[Text] = []
    """What in this file is assumed, and why."""
