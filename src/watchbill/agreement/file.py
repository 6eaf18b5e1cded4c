"""The agreement file as it is written: one record a level, checked by pydantic.

These records describe the YAML; :mod:`watchbill.agreement.load` turns them into the model.
Field docstrings become the descriptions in the JSON Schema.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from watchbill.agreement.model import Resolution
from watchbill.kernel.clock import DAY_MINUTES, Minutes
from watchbill.kernel.fields import (
    DayField,
    LengthField,
    Number,
    Text,
    TimeField,
    Words,
    ZoneField,
    slip,
)
from watchbill.records.people import Scope
from watchbill.records.tours import TourKind

Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)


def _slug(text: str) -> str:
    if _SLUG.fullmatch(text):
        return text
    said = "an id has small letters, digits and single hyphens, such as hsaa-ems"
    raise slip(said, "-".join(re.findall(r"[a-z0-9]+", text.lower())) or None)


def _tour_start(minute: int) -> int:
    if minute < DAY_MINUTES:
        return minute
    raise ValueError("a tour starts before 24:00; midnight is 00:00 of the day it belongs to")


def _tour_length(length: Minutes) -> Minutes:
    if 0 < length <= DAY_MINUTES:
        return length
    raise ValueError("a tour is longer than nothing and at most 24 hours long")


Slug = Annotated[str, AfterValidator(_slug)]


class Part(BaseModel):
    """A part of a file: keys that it does not have are errors."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class TourPart(Part):
    """A tour of duty: name, local start, length by the wall clock, kind."""

    name: Text
    start: Annotated[TimeField, AfterValidator(_tour_start)]
    length: Annotated[LengthField, AfterValidator(_tour_length)]
    kind: TourKind


class DefinitionsPart(Part):
    """The words that the agreement defines."""

    classifications: dict[str, Text]
    statuses: dict[str, Text]
    tours: dict[str, TourPart] = {}


class ParameterPart(Part):
    """A figure that the agreement leaves open: what it is, and what it is taken to be."""

    says: Text
    default: Any = None


class ReadingPart(Part):
    """One way to read an ambiguous clause. The first of a clause is its default."""

    says: Text
    rules: list[dict[str, Any]] = []


class ClausePart(Part):
    """A clause: number, heading, a reading in plain words, whom it covers, its rules."""

    clause: Text
    heading: Text
    reading: Text
    applies_to: Scope = Scope()
    assumed: Text | None = None
    refers_to: Words = ()
    rules: list[dict[str, Any]] = []
    readings: dict[str, ReadingPart] = {}


class TermPart(Part):
    """First and last day of the agreement's term."""

    begins: DayField | None = None
    ends: DayField | None = None


class NumberingPart(Part):
    """Another way in which the text may number its clauses: file's number, and number there."""

    says: Text
    numbers: dict[str, Text]


class PayPart(Part):
    """How claims become pay: which of several on the same minute pays, and the rounding.

    ``resolution``: ``greatest`` (the greatest multiple pays) or ``add`` (premiums add).
    ``round_to``: a pay line is rounded once, half up, to this amount of money.
    """

    resolution: Resolution = Resolution.GREATEST
    round_to: Annotated[Number, Field(gt=0)] = Decimal("0.01")


class AgreementPart(Part):
    """A collective agreement's hours-of-work article."""

    agreement: Slug
    name: Text
    parties: dict[str, Text]
    term: TermPart = TermPart()
    source: Text = ""
    assumed: Text | None = None
    time_zone: ZoneField
    week_start: Weekday = "monday"
    definitions: DefinitionsPart
    numberings: dict[str, NumberingPart] = {}
    parameters: dict[str, ParameterPart] = {}
    pay: PayPart = PayPart()
    clauses: Annotated[list[ClausePart], Field(min_length=1)]


class ProposalPart(Part):
    """A proposal at the table: an overlay on an agreement, with what it changes and no more.

    ``on`` is the agreement, by the id of one that ships or a file beside this one. A clause
    takes the place of that of its number, or is new; ``without`` lists those that go; and
    ``settings`` gives figures that the agreement leaves open.
    """

    proposal: Slug
    on: Text
    name: Text
    source: Text = ""
    settings: dict[str, Any] = {}
    without: Words = ()
    clauses: list[ClausePart] = []
