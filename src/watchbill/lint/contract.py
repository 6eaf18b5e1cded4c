"""What was understood of an agreement, with the lint's remarks, as records of the contract."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.agreement.counts import encoding_counts
from watchbill.agreement.model import Agreement, Clause
from watchbill.contract.agreement import (
    AgreementRecord,
    ClauseRecord,
    RemarkRecord,
    RuleRecord,
)
from watchbill.lint.remark import Remark


def agreement_record(agreement: Agreement, remarks: Iterable[Remark]) -> AgreementRecord:
    """The agreement clause by clause, and what its arithmetic says."""
    return AgreementRecord(
        agreement=agreement.id,
        name=agreement.name,
        parties=dict(agreement.parties),
        time_zone=agreement.zone.name,
        settings={name: _setting(value) for name, value in agreement.settings.items()},
        clauses=tuple(map(_clause, agreement.clauses)),
        counts=encoding_counts(agreement),
        remarks=tuple(map(_remark, remarks)),
    )


def _clause(clause: Clause) -> ClauseRecord:
    provenance = clause.provenance
    return ClauseRecord(
        clause=clause.number,
        heading=clause.heading,
        reading=_line(clause.reading),
        covers=str(clause.applies_to),
        computes=clause.computes,
        encoding=provenance.encoding.value,
        derived=None if provenance.derived is None else _line(provenance.derived),
        assumed=provenance.assumed,
        missing=None if provenance.missing is None else _line(provenance.missing.says),
        read=None if provenance.read is None else str(provenance.read),
        line=clause.line,
        chosen=clause.chosen,
        readings={one.name: _line(one.says) for one in clause.readings},
        rules=tuple(
            RuleRecord(
                kind=rule.kind(),
                says=rule.says(),
                soft=rule.soft,
                faces=rule.faces(),
                covers=str(rule.applies_to),
            )
            for rule in clause.rules
        ),
    )


def _remark(one: Remark) -> RemarkRecord:
    return RemarkRecord(
        check=one.check,
        severity=one.gravity.value,
        clauses=one.clauses,
        line=one.line,
        sentence=one.sentence,
        figures=one.figures,
        reading=one.reading,
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _setting(value: object) -> object:
    """A setting as JSON has it; exact figures as texts."""
    if isinstance(value, dict):
        return {str(key): _setting(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_setting(item) for item in value]
    return value if value is None or isinstance(value, bool | int | str) else str(value)
