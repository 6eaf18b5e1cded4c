"""What an act comes to: its entries, what follows from them, and what can be done next."""

from __future__ import annotations

from typing import Any

from watchbill.contract.audit import FindingRecord
from watchbill.contract.decision import (
    BeforeAfterRecord,
    CautionRecord,
    DecidedRecord,
    TouchedRecord,
)
from watchbill.contract.entry import EntryRecord
from watchbill.contract.fields import Exact
from watchbill.contract.pay import PayLineRecord
from watchbill.contract.record import VERSION, Version, record
from watchbill.kernel.fields import DayField, WallField


@record
class HoursRecord:
    """One person's hours over the dates of the schedule, where they change."""

    person: str
    """Whose."""
    duty: BeforeAfterRecord
    """Hours really on duty."""
    paid: BeforeAfterRecord
    """What is paid, in hours at the basic rate."""


@record
class NoticeRecord:
    """By when a change had to be told to be paid no premium."""

    tell_by: DayField
    """Last date on which this change can be told without a premium."""
    first_date: DayField
    """First date to which such a change can be made without one, told when this one is."""


@record
class ToTellRecord:
    """Somebody who has to be told."""

    person: str
    """Who."""
    by: WallField
    """Local start of the first tour that is another."""


@record
class NextActRecord:
    """An act that can be asked for next."""

    act: str
    """Its name."""
    fields: dict[str, Any]
    """Its fields, as they are asked for."""
    because: str
    """For what; empty where it is the usual next step."""
    say: tuple[str, ...]
    """Fields that are still to be said."""
    instead: dict[str, tuple[str, ...]]
    """Other values of a field that are as good."""


@record
class OutcomeRecord:
    """What an act comes to, entered or not."""

    version: Version = VERSION
    act: str
    """Name of the act."""
    fields: dict[str, Any]
    """Its fields, as they were asked for."""
    by: str
    """Who asks."""
    may: tuple[str, ...]
    """Roles that may ask for it."""
    head: str
    """Digest of the last entry before, on which it was worked out; noughts where there is none."""
    seen: str
    """Digest of what it comes to, to be handed back when it is to be entered as seen."""
    entered: bool
    """Whether it has been entered."""
    held_back: tuple[str, ...]
    """Why it is not entered, a sentence each."""
    notes: tuple[str, ...]
    """What is said beside it, a sentence each."""
    entries: tuple[EntryRecord, ...]
    """The new entries; those that there would be, where it is not entered."""
    decision: DecidedRecord | None
    """The decision that it rests on."""
    cost: Exact
    """What those concerned cost more than before."""
    money: BeforeAfterRecord
    """What those concerned cost over the dates of the schedule."""
    currency: str
    """Of all amounts, by ISO 4217."""
    lines: tuple[PayLineRecord, ...]
    """Pay lines that rest on the new entries."""
    notice: NoticeRecord | None
    """By when a change had to be told; none where its pay does not go by that."""
    findings: tuple[FindingRecord, ...]
    """Findings that were not there before."""
    remarks: tuple[CautionRecord, ...]
    """What is said of it and is no finding."""
    coverage: tuple[str, ...]
    """Where coverage is worse than before, a sentence each."""
    seats: tuple[TouchedRecord, ...]
    """Where others than before are counted, in order of time."""
    hours: tuple[HoursRecord, ...]
    """Of those whose hours change."""
    to_tell: tuple[ToTellRecord, ...]
    """Who has to be told, and by when."""
    next: tuple[NextActRecord, ...]
    """What can be asked for next."""


PUBLISHED = {"outcome": OutcomeRecord}
