"""The example file as it is written: a list of examples, checked by pydantic."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field

from watchbill.agreement.file import Part
from watchbill.kernel.fields import (
    Count,
    DayField,
    LengthField,
    Number,
    PositiveCount,
    Text,
    WallField,
    Words,
)
from watchbill.records.local_tour import TourOrDayOffField
from watchbill.service.file import TraitsPart


class ExamplePerson(TraitsPart):
    """A person of the example; without a rate, hours count and money does not."""

    rate: Annotated[Number, Field(ge=0)] = Decimal(0)


class DemandPart(Part):
    """A post and what it needs: ``daily: "07:00 +12h"``, or ``when: fri sat 10:00-22:00``."""

    post: Text
    need: Count = 1
    daily: Text | None = None
    when: Text | None = None
    classification: Words = ()
    status: Words = ()
    qualification: Text | None = None


class PostedPart(Part):
    """When the schedule of which dates was posted."""

    at: WallField
    first: Annotated[DayField, Field(alias="from")]
    last: Annotated[DayField, Field(alias="to")]


class PeriodPart(Part):
    """The dates of the example, both included."""

    first: Annotated[DayField, Field(alias="from")]
    last: Annotated[DayField, Field(alias="to")]


class AnnualPart(Part):
    """Tours of a year."""

    tours: Count
    tour: LengthField
    weeks: PositiveCount = 52


class ExamplePay(Part):
    """A pay line that must be there."""

    person: Text
    clause: Text
    hours: Number
    multiple: Number


class FiguresPart(Part):
    """Figures of a rotation or of a year's tours, to two decimals."""

    cycle_days: Number | None = None
    hours_per_cycle: Number | None = None
    hours_per_week: Number | None = None
    annual_hours: Number | None = None


class ExpectPart(Part):
    """What must hold: all that is given."""

    pay: list[ExamplePay] | None = None
    no_pay: Words | None = None
    basic: dict[str, Number] | None = None
    findings: list[tuple[Text, Text | None]] | None = None
    no_findings: Words | None = None
    nothing_else: Literal[True] | None = None
    decision: Literal["approved", "refused", "needs consent"] | None = None
    unmet: Words | None = None
    order: Words | None = None
    ends: DayField | None = None
    figures: FiguresPart | None = None
    coverage: dict[str, Count] | None = None

    @property
    def given(self) -> dict[str, Any]:
        """What is expected, by key."""
        values = {name: getattr(self, name) for name in type(self).model_fields}
        return {name: value for name, value in values.items() if value is not None}


class ExamplePart(Part):
    """A small story with its answer."""

    example: Text
    agreement: Text
    clause: Text | None = None
    readings: dict[str, Text] = {}
    set: dict[str, Any] = {}
    people: dict[str, ExamplePerson] = {}
    demand: list[DemandPart] = []
    posted: PostedPart | None = None
    period: PeriodPart | None = None
    rotation: Text | None = None
    tour: LengthField | None = None
    annual: AnnualPart | None = None
    roster: dict[str, list[TourOrDayOffField]] = {}
    events: list[dict[str, Any]] = []
    expect: ExpectPart
