"""What the desk decided: an exchange condition by condition, or the order in which it offers.

A decision that is kept in the ledger is one of these, as text that is the same for the same
answer.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from watchbill.contract.audit import FindingRecord
from watchbill.contract.fields import Exact
from watchbill.contract.record import VERSION, Version, record, record_of
from watchbill.kernel.fields import LengthField, Text, WallField, Words
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.local_tour import TourField
from watchbill.records.people import label_of


@record
class ExchangeAskedRecord:
    """The exchange that two ask for: each gives a tour, or nothing, to the other."""

    between: tuple[Text, Text]
    """Names of the two."""
    gives: tuple[WallField | None, WallField | None]
    """Local starts of the tours that they give, in the same order."""
    asked: WallField
    """Local time at which they asked."""
    written: Words
    """Who of them asked, or agreed, in writing."""
    part: LengthField | None
    """The length that changes hands, where not the whole tours."""


@record
class ConditionRecord:
    """A condition of a clause."""

    clause: str
    """Number of the clause that sets it."""
    condition: str
    """What it is called."""
    met: bool
    """Whether it is met."""
    evidence: str
    """By what this was judged, in a sentence."""
    consent: bool = False
    """Whether somebody may consent where it is not met."""


@record
class TouchedRecord:
    """A post over a stretch of time that the exchange touches."""

    post: str
    """Name of the post."""
    start: Annotated[WallField, Field(alias="from")]
    """Local time at which the stretch begins."""
    end: Annotated[WallField, Field(alias="to")]
    """Local time at which it ends."""
    need: int
    """People needed."""
    before: int
    """People there before the exchange."""
    after: int
    """People there after it."""


@record
class BeforeAfterRecord:
    """A figure before what was asked for, and after it."""

    before: Exact
    """In the service's currency, or in hours."""
    after: Exact
    """In the same."""


@record
class CautionRecord:
    """What is said of somebody's schedule and is no finding."""

    person: str
    """Of whom it is said."""
    sentence: str
    """What is said, without the name and the source."""
    source: str
    """Number of the clause it comes from, or a published source."""


@record
class ExchangeDecisionRecord:
    """The verdict on an exchange, with every condition that led to it."""

    version: Version = VERSION
    kind: Literal["exchange"] = "exchange"
    """What was decided."""
    asked: ExchangeAskedRecord
    """What was asked for."""
    verdict: Literal["approved", "refused", "needs consent"]
    """What the conditions come to."""
    conditions: tuple[ConditionRecord, ...]
    """Every condition, met or not, in the order of clauses."""
    coverage: tuple[TouchedRecord, ...]
    """Coverage over the tours concerned, in order of time."""
    cost: BeforeAfterRecord
    """What the two cost."""
    findings: tuple[FindingRecord, ...] = ()
    """What the audit would find of the two that it does not find now."""
    remarks: tuple[CautionRecord, ...] = ()
    """What is said of it and is no finding."""

    @property
    def people(self) -> tuple[str, ...]:
        """Whom it speaks of."""
        return self.asked.between


@record
class VacancyAskedRecord:
    """The tour that must be filled."""

    tour: TourField
    """The tour, local."""
    post: Text
    """Id or name of the post."""
    at: WallField
    """Local time at which it was opened."""
    volunteers: Words
    """Who had put their names down."""
    occasion: Text | None
    """The occasion, where the agreement has an order of its own for it."""


@record
class PlaceRecord:
    """A person's place in an order."""

    person: str
    """Who, by number, or by name where they have none."""
    step: int
    """The step of the clause's order, from 1."""
    reason: str
    """Why there."""
    name: str | None = None
    """What the person is called, where they have a number."""

    @property
    def label(self) -> str:
        """As a person reads it."""
        return label_of(self.person, self.name or self.person)


@record
class LeftOutRecord:
    """Somebody who is not asked, or not ordered in."""

    person: str
    """Who, by number, or by name where they have none."""
    reason: str
    """Why not, in a sentence."""
    clause: str | None
    """Number of the clause that forbids it; none where the facts do."""
    name: str | None = None
    """What the person is called, where they have a number."""

    @property
    def label(self) -> str:
        """As a person reads it."""
        return label_of(self.person, self.name or self.person)


@record
class OfferDecisionRecord:
    """Whom to offer a vacancy, in order, and whom to order in where all decline."""

    version: Version = VERSION
    kind: Literal["offer"] = "offer"
    """What was decided."""
    asked: VacancyAskedRecord
    """What must be filled."""
    clause: str | None
    """Number of the clause that sets the order; none: equal chances, assumed."""
    order: tuple[PlaceRecord, ...]
    """Who is asked, in order."""
    left_out: tuple[LeftOutRecord, ...]
    """Who is not asked."""
    mandatory: tuple[PlaceRecord, ...]
    """Who is ordered in, in order, where all decline."""
    spared: tuple[LeftOutRecord, ...]
    """Who may not be ordered in."""

    @property
    def people(self) -> tuple[str, ...]:
        """Whom it speaks of, those left out and spared too."""
        placed = [one.person for one in (*self.order, *self.mandatory)]
        not_asked = [one.person for one in (*self.left_out, *self.spared)]
        return tuple(dict.fromkeys((*placed, *not_asked)))

    @property
    def names(self) -> tuple[str, ...]:
        """Who is asked, in order."""
        return tuple(one.person for one in self.order)

    @property
    def ordered(self) -> tuple[str, ...]:
        """Who is ordered in, in order."""
        return tuple(one.person for one in self.mandatory)


DecisionRecord = ExchangeDecisionRecord | OfferDecisionRecord
_Either = Annotated[DecisionRecord, Field(discriminator="kind")]


@record
class DecidedRecord:
    """A decision with what it was about and what it looked at."""

    version: Version = VERSION
    entry: int
    """Number of the ledger entry that asked."""
    looked_at: str
    """Digest (SHA-256, hexadecimal) of the service and the entries it was worked out from."""
    decision: _Either
    """The decision."""


def read_decision(text: str, where: str) -> DecisionRecord:
    """The decision that was kept as this text. Raises :class:`BadInput` with ``where``."""
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadInput([Problem(where, None, "", f"this is not JSON: {error}")]) from error
    read: DecisionRecord = record_of(_Either, _named(data), where)
    return read


_KINDS = {"vacancy": "offer", "exchange": "exchange"}


def _named(data: Any) -> Any:
    """The answer with its version and kind, which those kept before there were any do not have:
    in them ``asked`` has the kind of what was asked for its only key.
    """
    asked_for = data.get("asked") if isinstance(data, Mapping) else None
    if not isinstance(asked_for, Mapping) or len(asked_for) != 1 or "version" in data:
        return data
    ((asked, fields),) = asked_for.items()
    empty = {"spared": ()} if asked == "vacancy" else {}
    return empty | dict(data) | {"version": VERSION, "kind": _KINDS.get(asked), "asked": fields}


PUBLISHED = {"decision": DecidedRecord}
