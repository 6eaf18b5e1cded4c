"""The agreement file as it is written: one record a level, checked by pydantic.

These records describe the YAML; :mod:`watchbill.agreement.load` turns them into the model.
Field docstrings become the descriptions in the JSON Schema.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    WithJsonSchema,
)

from watchbill.agreement.encoding import Question
from watchbill.agreement.model import Resolution
from watchbill.counting.counting import Exchanged
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


SLUG_LETTERS = 50
"""Letters of an id at most: it stands in addresses."""


def _slug(text: str) -> str:
    if len(text) > SLUG_LETTERS:
        raise ValueError(f"an id has at most {SLUG_LETTERS} letters (here {len(text)})")
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


Slug = Annotated[
    str,
    AfterValidator(_slug),
    WithJsonSchema({"type": "string", "pattern": f"^{_SLUG.pattern}$"}),
]


class Part(BaseModel):
    """A part of a file: keys that it does not have are errors."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, arbitrary_types_allowed=True, use_attribute_docstrings=True
    )


class TourPart(Part):
    """A tour of duty: name, local start, length by the wall clock, kind."""

    name: Text
    """What the tour is called, such as Day."""
    start: Annotated[TimeField, AfterValidator(_tour_start)]
    length: Annotated[LengthField, AfterValidator(_tour_length)]
    kind: TourKind


class DefinitionsPart(Part):
    """The words that the agreement defines."""

    classifications: dict[str, Text]
    """What people are, by the name that clauses use, each in a few words."""
    statuses: dict[str, Text]
    """How people are employed, by the name that clauses use, each in a few words."""
    tours: dict[str, TourPart] = {}
    """The tours of duty, by the letter that rotations use."""


class FigurePart(Part):
    """What a figure is from a date on."""

    begins: DayField
    """The first date on which it holds."""
    value: Any
    """What it is from then on."""
    source: Text
    """Where that stands, such as a memorandum with its date."""


class ParameterPart(Part):
    """A figure that the agreement leaves open, or changes: what it is taken to be."""

    says: Text
    """What the figure is, in plain words."""
    default: Any = None
    """What it is taken to be where nobody says otherwise, and until its first date."""
    source: Text = ""
    """Where the default stands, where it stands anywhere."""
    figures: list[FigurePart] = []
    """What it is from a date on, in the order of the dates."""


class ReadingPart(Part):
    """One way to read an ambiguous clause. The first of a clause is its default."""

    says: Text
    """The reading in plain words."""
    rules: list[dict[str, Any]] = []
    """The rules in force where this reading is taken."""


class MissingPart(Part):
    """What a clause says that should be computed and is not."""

    says: Text
    """What it is, in plain words."""
    questions: Annotated[tuple[Question, ...], Field(min_length=1)] = tuple(Question)
    """Which questions have no full answer for it: check, pay, decide; all where left out."""


class LastReadPart(Part):
    """Who last held the file against the text, and when."""

    by: Text
    """Who read it."""
    on: DayField
    """The date."""


class ClausePart(Part):
    """A clause: number, heading, a reading in plain words, whom it covers, its rules."""

    clause: Text
    """Its number, in quotes where it could be read as a figure."""
    heading: Text
    """What it is about, in a few words."""
    reading: Text
    """What it says, in your own plain words."""
    applies_to: Scope = Scope()
    derived: Text | None = None
    """That it follows from what the text says, and how."""
    assumed: Text | None = None
    """That it is an assumption, and why."""
    missing: MissingPart | None = None
    """What of it should be computed and is not; left out, nothing."""
    read: LastReadPart | None = None
    """Who last held it against the text, where it is another than for the whole file."""
    refers_to: Words = ()
    """Numbers of the clauses that it refers to."""
    rules: list[dict[str, Any]] = []
    """The rules that follow from it; a clause may have none."""
    readings: dict[str, ReadingPart] = {}
    """Ways to read it, by name, where it can be read in several."""


class GoesOnPart(Part):
    """That the text says itself that it goes on after its term until a new one."""

    clause: Text
    """The number of the clause that says so, which need not be one of this file."""
    source: Text = ""
    """Where that clause stands, where it is not in this text."""


class TermPart(Part):
    """First and last day of the agreement's term, and whether it goes on after it."""

    begins: DayField | None = None
    """The first day, 2024-01-01."""
    ends: DayField | None = None
    """The last day, 2026-12-31."""
    assumed: Text | None = None
    """That the days are an assumption, and why."""
    goes_on: GoesOnPart | None = None
    """Left out, nothing is computed after the last day, unless the service says otherwise."""


class NumberingPart(Part):
    """Another way in which the text may number its clauses: file's number, and number there."""

    says: Text
    """What this numbering is."""
    numbers: dict[str, Text]
    """The number there, by the file's own."""


class PayPart(Part):
    """How claims become pay: which of several clauses pays, and the rounding.

    ``round_to``: a pay line is rounded once, half up, to this amount of money.
    """

    resolution: Resolution | None = None
    """``greatest``: the greatest multiple pays each minute, also where nothing is said; ``add``:
    premiums add; ``greater-of-totals``: of several thresholds of overtime that which comes to more
    in the longest of their periods pays, and the others do not."""
    round_to: Annotated[Number, Field(gt=0)] = Decimal("0.01")
    exchanged: Exchanged | None = None
    """The hours of an exchanged tour count, and are paid, to the one who ``worked`` them or to the
    one who was ``scheduled``. Where nothing is said, to the one who was scheduled under a federal
    work period (``work-period``), and else to the one who worked."""


class AgreementPart(Part):
    """A collective agreement's hours-of-work article."""

    agreement: Slug
    """Its id: small letters, digits and hyphens."""
    name: Text
    """Its name, as people know it."""
    parties: dict[str, Text]
    """Who made it: employer and union."""
    statute: bool = False
    """That it is a statute, which stands beneath agreements, and no agreement itself."""
    term: TermPart = TermPart()
    source: Text = ""
    """Where the text is from."""
    assumed: Text | None = None
    """That the whole is an assumption, and why."""
    read: LastReadPart | None = None
    """Who last held the file against the text, clause by clause, and when."""
    time_zone: ZoneField
    week_start: Weekday = "monday"
    """The day on which a week begins."""
    definitions: DefinitionsPart
    numberings: dict[str, NumberingPart] = {}
    """Other ways to number the clauses, by name."""
    parameters: dict[str, ParameterPart] = {}
    """Figures that the text leaves open, by name; a rule uses one as $name."""
    pay: PayPart = PayPart()
    clauses: Annotated[list[ClausePart], Field(min_length=1)]
    """The clauses, in the order of the text."""


class ChangePart(Part):
    """What a proposal changes in the rules of one kind of a clause, and no more.

    Everything else of the clause stays as the agreement has it: its other figures, its readings,
    whom it covers.
    """

    clause: Text
    """The number of the clause."""
    rule: Text
    """The kind of rule."""
    fields: Annotated[dict[str, Any], Field(min_length=1)]
    """The fields that change, by name, each with what it would be."""
    reading: Text | None = None
    """What the clause would say, in your own plain words."""


class ProposalPart(Part):
    """A proposal at the table: an overlay on an agreement, with what it changes and no more.

    ``on`` is the agreement, by the id of one that ships or a file beside this one. ``changes``
    give other figures to rules that stay as they are otherwise. A clause takes the place of that
    of its number, or is new; ``without`` lists those that go; and ``settings`` gives figures that
    the agreement leaves open.
    """

    proposal: Slug
    """Its id: small letters, digits and hyphens."""
    on: Text
    """The agreement: an id that ships, or a file beside this one."""
    name: Text
    """What the proposal is called."""
    source: Text = ""
    """Who proposed it, and when."""
    settings: dict[str, Any] = {}
    """Figures for what the agreement leaves open, by name."""
    without: Words = ()
    """Numbers of the clauses that go."""
    changes: list[ChangePart] = []
    """Figures of the agreement's own rules that would be others."""
    clauses: list[ClausePart] = []
    """The clauses that are new, or take the place of those of their number."""
    read: LastReadPart | None = None
    """Who last held these clauses against the proposal's text, and when."""
