"""What an audit found, and what it could not judge."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from watchbill.contract.fields import Exact
from watchbill.contract.record import VERSION, Version, record
from watchbill.contract.term import InForceRecord
from watchbill.kernel.fields import DayField, WallField


@record
class MeasureRecord:
    """A figure with its unit."""

    amount: Exact
    """The figure, exact."""
    unit: str
    """What it is counted in: ``h``, ``h/week``, ``days``."""


@record
class FindingRecord:
    """One finding: clause, who, when, how much, the limit, and a sentence."""

    clause: str
    """Number of the clause."""
    person: str | None
    """Whose schedule it is, by number, or by name where they have none; none where the schedule or
    the staff as a whole is meant."""
    name: str | None
    """What the person is called."""
    start: WallField
    """Local time at which it begins."""
    end: WallField
    """Local time at which it ends."""
    measured: MeasureRecord
    """How much it was."""
    limit: MeasureRecord
    """How much it may be, or has to be."""
    severity: Literal["breach", "warning"]
    """A limit broken, or an effort owed."""
    sentence: str
    """The finding as a person reads it, without the name and the clause."""


@record
class NotJudgedRecord:
    """A rule that the schedule cannot be judged by."""

    clause: str
    """Number of the clause."""
    rule: str
    """What the rule says."""
    reason: str
    """Why nothing can be said by it."""
    people: tuple[str, ...] = ()
    """Of whom that is said, by number or name; none where it is of the staff as a whole."""
    everybody: bool = True
    """Whether the rule judges nobody whom it covers."""


@record
class AuditRecord:
    """The schedule of some dates, judged by its agreement."""

    version: Version = VERSION
    service: str
    """Id of the service."""
    agreement: str
    """Id of the agreement."""
    first: Annotated[DayField, Field(alias="from")]
    """First date judged."""
    last: Annotated[DayField, Field(alias="to")]
    """Last date judged, included."""
    in_force: InForceRecord
    """Which text goes on after its term, and dates left out for want of one."""
    posted: WallField | None
    """Local time at which the schedule was posted; none where nobody has said."""
    findings: tuple[FindingRecord, ...]
    """By clause, person and time."""
    not_judged: tuple[NotJudgedRecord, ...]
    """What these dates cannot be judged by."""
    unanswered: tuple[str, ...]
    """What the agreement says that no rule judges, a sentence a clause."""


PUBLISHED = {"audit": AuditRecord}
