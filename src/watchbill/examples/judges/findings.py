"""Findings of the audit on the schedule as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from watchbill.agreement.model import goes_by
from watchbill.audit.audit import Audit, Finding, audit
from watchbill.examples.judges import Judgement
from watchbill.examples.stage import Stage
from watchbill.ledger.rosters import roster_of

Named = tuple[str, str | None]
"""A clause, and who broke it; ``None`` where the schedule or the staff as a whole did."""


def judge(stage: Stage, expected: Sequence[Named]) -> Judgement:
    """Of every clause named those people, and no others, have a finding; ``[]``: there is none."""
    result = _audit(stage)
    missing = [one for one in expected if not any(_is(one, finding) for finding in result.findings)]
    clauses = {clause for clause, _ in expected}
    beyond = [
        finding
        for finding in result.findings
        if (not expected or _under(finding, clauses))
        and not any(_is(one, finding) for one in expected)
    ]
    working = [f"no finding under {clause} for {person or 'everybody'}"
               for clause, person in missing]  # fmt: skip
    return Judgement(not missing and not beyond, (*_said(result), *working))


def judge_no_findings(stage: Stage, expected: Sequence[str]) -> Judgement:
    """Clauses that must have no finding."""
    result = _audit(stage)
    broken = [finding for finding in result.findings if _under(finding, expected)]
    return Judgement(not broken, _said(result))


def judge_nothing_else(stage: Stage, _: bool) -> Judgement:
    """No finding but of the clauses and people named, and no line of a clause but those named."""
    expect, result = stage.example.part.expect, _audit(stage)
    named = expect.findings or []
    beyond = [one for one in result.findings if not any(_is(each, one) for each in named)]
    pay = [
        line
        for line in stage.pay
        if line.clause is not None
        and not any(
            line.person.name == one.person
            and goes_by(line.clause_number, one.clause)
            and line.multiple == one.multiple
            for one in expect.pay or ()
        )
    ]
    working = [_sentence(one) for one in beyond]
    working += [f"line: {line.person.name} {line.clause_number} at {line.multiple}" for line in pay]
    return Judgement(not beyond and not pay, tuple(working))


def _audit(stage: Stage) -> Audit:
    return audit(stage.agreement, roster_of(stage.schedule))


def _is(named: Named, finding: Finding) -> bool:
    clause, person = named
    who = None if finding.person is None else finding.person.name
    return goes_by(finding.clause.number, clause) and who == person


def _under(finding: Finding, clauses: Sequence[str] | set[str]) -> bool:
    return any(goes_by(finding.clause.number, clause) for clause in clauses)


def _said(result: Audit) -> tuple[str, ...]:
    return (
        *map(_sentence, result.findings),
        *(
            f"not judged: {one.clause.number} ({one.rule.rstrip('.')}): {one.reason}"
            for one in result.not_judged
        ),
    )


def _sentence(finding: Finding) -> str:
    who = finding.person.name if finding.person is not None else "everybody"
    return f"{finding.clause.number} {who}: {finding.sentence}"


JUDGES = {
    "findings": judge,
    "no_findings": judge_no_findings,
    "nothing_else": judge_nothing_else,
}
