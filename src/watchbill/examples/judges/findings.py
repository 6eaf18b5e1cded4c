"""Findings of the audit on the schedule as it stands."""

from __future__ import annotations

from collections.abc import Sequence

from watchbill.agreement.model import goes_by
from watchbill.audit.audit import audit
from watchbill.examples.judges import Judgement
from watchbill.examples.stage import Stage
from watchbill.ledger.rosters import roster_of


def judge(stage: Stage, expected: Sequence[tuple[str, str | None]]) -> Judgement:
    """Every clause and person named has a finding; ``[]`` asks that there be none at all."""
    result = audit(stage.agreement, roster_of(stage.schedule))
    found = [
        (one.clause.number, None if one.person is None else one.person.name, one)
        for one in result.findings
    ]
    missing = [
        (clause, person)
        for clause, person in expected
        if not any(goes_by(number, clause) and who == person for number, who, _ in found)
    ]
    working = [
        f"{clause} {person or 'everybody'}: {finding.sentence}" for clause, person, finding in found
    ]
    working += [f"no finding under {clause} for {person or 'everybody'}"
                for clause, person in missing]  # fmt: skip
    working += [
        f"not judged: {one.clause.number} ({one.rule.rstrip('.')}): {one.reason}"
        for one in result.not_judged
    ]
    agreed = not missing if expected else not found
    return Judgement(agreed, tuple(working))


JUDGES = {"findings": judge}
