"""Outcomes of acts as records of the contract."""

from __future__ import annotations

from watchbill.acts.base import Next
from watchbill.acts.outcome import ActOutcome
from watchbill.acts.registry import fields_of
from watchbill.audit.contract import finding_records
from watchbill.contract.decision import BeforeAfterRecord
from watchbill.contract.outcome import (
    HoursRecord,
    NextActRecord,
    NoticeRecord,
    OutcomeRecord,
    ToTellRecord,
)
from watchbill.desk.consequences import Consequences, HoursChange
from watchbill.desk.contract import remark_records, touched_records
from watchbill.desk.frozen import decided_record
from watchbill.kernel.clock import hours
from watchbill.ledger.contract import entry_record
from watchbill.pay.contract import HOURS_UNIT, line_records


def outcome_record(outcome: ActOutcome) -> OutcomeRecord:
    """What an act comes to, entered or not."""
    facts = outcome.after.now.facts
    follows = outcome.consequences
    decided = outcome.decided
    return OutcomeRecord(
        act=outcome.act.name(),
        fields=fields_of(outcome.act),
        by=outcome.who.name,
        may=tuple(sorted(outcome.may)),
        head=outcome.head,
        seen=outcome.seen.digest,
        entered=outcome.entered,
        held_back=outcome.held_back,
        notes=outcome.notes,
        entries=tuple(entry_record(facts.zone, entry) for entry in outcome.added),
        decision=None if decided is None else decided_record(decided),
        cost=follows.difference,
        money=BeforeAfterRecord(before=follows.cost[0], after=follows.cost[1]),
        currency=outcome.after.service.currency,
        lines=line_records(follows.lines),
        notice=_notice(follows),
        findings=finding_records(follows.findings),
        remarks=remark_records(follows.remarks),
        coverage=follows.short,
        seats=touched_records(facts.zone, follows.coverage),
        hours=tuple(map(_hours, follows.hours)),
        to_tell=tuple(ToTellRecord(person=one.person, by=one.by) for one in follows.to_tell),
        next=tuple(map(_next, outcome.next)),
    )


def _notice(follows: Consequences) -> NoticeRecord | None:
    found = follows.notice
    if found is None:
        return None
    return NoticeRecord(tell_by=found.tell_by, first_date=found.first_date)


def _hours(change: HoursChange) -> HoursRecord:
    duty = [hours(minutes).quantize(HOURS_UNIT) for minutes in change.duty]
    paid = [figure.quantize(HOURS_UNIT) for figure in change.paid]
    return HoursRecord(
        person=change.person,
        duty=BeforeAfterRecord(before=duty[0], after=duty[1]),
        paid=BeforeAfterRecord(before=paid[0], after=paid[1]),
    )


def _next(one: Next) -> NextActRecord:
    return NextActRecord(
        act=one.act.name(),
        fields=fields_of(one.act),
        because=one.because,
        say=one.say,
        instead=dict(one.instead),
    )
