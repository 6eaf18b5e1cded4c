"""The service file as it is written: one record a level, checked by pydantic."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, WithJsonSchema

from watchbill.agreement.file import Part, Slug, TourPart
from watchbill.kernel.fields import Count, DayField, Number, Text, WallField, Words, listed, written
from watchbill.records.demand import DemandLine, parse_demand
from watchbill.records.people import Scope


def _read_line(value: object) -> object:
    return value if isinstance(value, DemandLine) else parse_demand(written(value))


DemandField = Annotated[
    DemandLine,
    BeforeValidator(_read_line),
    WithJsonSchema({"type": "string", "description": "2 at all times; 4 fri sat 10:00-22:00"}),
]
LeaveKind = Literal[
    "vacation", "sick", "education", "bereavement", "parental", "administrative", "other"
]


class PostPart(Part):
    """A post: name, demand, and who may fill it."""

    name: Text
    demand: Annotated[list[DemandField], BeforeValidator(listed), Field(min_length=1)]
    open_to: Scope = Scope()
    qualification: Text | None = None
    assumed: Text | None = None


class RotationPart(Part):
    """A rotation: its pattern in the field's notation, and the date its first day falls on."""

    pattern: Text
    begins: DayField


class PlatoonPart(Part):
    """A platoon: its rotation, and how many days later than the rotation's date it begins."""

    rotation: Text
    offset: Count = 0


class TraitsPart(Part):
    """What a person is and where they work."""

    classification: Text
    status: Text = "regular full-time"
    platoon: Text | None = None
    seniority: DayField | None = None
    serial: Count | None = None
    unit: Text | None = None
    watch: Count | None = None
    schedule: Text | None = None
    qualifications: Words = ()


class PersonPart(TraitsPart):
    """A member of staff; ``rate`` is the basic rate an hour."""

    name: Text
    rate: Annotated[Number, Field(ge=0, le=10_000)]


class LeavePart(Part):
    """Leave of a person, from a date to a date, both included."""

    person: Text
    begins: DayField
    ends: DayField
    kind: LeaveKind


class SchedulePart(Part):
    """The schedule that the file describes: first date, weeks, when it was posted."""

    begins: DayField
    weeks: Annotated[Count, Field(ge=1, le=520)]
    posted: WallField | None = None


class ServicePart(Part):
    """A service: everything a schedule is built from."""

    service: Slug
    name: Text
    agreement: Text
    currency: Text = "CAD"
    schedule: SchedulePart
    tours: dict[str, TourPart] = {}
    rotations: dict[str, RotationPart]
    platoons: dict[str, PlatoonPart]
    posts: dict[str, PostPart]
    people: list[PersonPart] = []
    people_from: Text | None = None
    leave: list[LeavePart] = []
    assumptions: list[Text] = []
