"""Audits as records of the contract."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.agreement.computed import Computed
from watchbill.agreement.contract import in_force_record
from watchbill.audit.audit import Audit, Finding
from watchbill.contract.audit import (
    AuditRecord,
    FindingRecord,
    MeasureRecord,
    NotJudgedRecord,
)
from watchbill.roster.model import Roster
from watchbill.rules.base import Measure
from watchbill.service.model import Service


def audit_record(service: Service, roster: Roster, result: Audit, held: Computed) -> AuditRecord:
    """The audit with what it was of; ``held`` are the dates for which an agreement is in force."""
    return AuditRecord(
        service=service.id,
        agreement=service.agreement.id,
        first=roster.first,
        last=roster.last,
        in_force=in_force_record(held),
        posted=roster.posted,
        findings=finding_records(result.findings),
        not_judged=tuple(
            NotJudgedRecord(
                clause=one.clause.number,
                rule=one.rule,
                reason=one.reason,
                people=tuple(person.key for person in one.people),
                everybody=one.everybody,
            )
            for one in result.not_judged
        ),
        unanswered=result.unanswered,
    )


def finding_records(findings: Iterable[Finding]) -> tuple[FindingRecord, ...]:
    """Findings, in the order given."""
    return tuple(
        FindingRecord(
            clause=one.clause.number,
            person=None if one.person is None else one.person.key,
            name=None if one.person is None else one.person.name,
            start=one.start,
            end=one.end,
            measured=_measure(one.measured),
            limit=_measure(one.limit),
            severity=one.severity.value,
            sentence=one.sentence,
        )
        for one in findings
    )


def _measure(measure: Measure) -> MeasureRecord:
    return MeasureRecord(amount=measure.amount, unit=measure.unit)
