"""The decision on an exchange."""

from __future__ import annotations

from collections.abc import Sequence

from watchbill.desk.exchange import FINDINGS, ExchangeDecision
from watchbill.desk.exchange import judge as decide
from watchbill.events.exchange import Exchange
from watchbill.examples.judges import Judgement
from watchbill.examples.stage import Stage
from watchbill.kernel.problems import BadInput, Problem


def judge_decision(stage: Stage, expected: str) -> Judgement:
    """The verdict on the last exchange."""
    decision = _decided(stage)
    first = f"{decision.verdict}, expected {expected}"
    return Judgement(decision.verdict == expected, (first, *_working(decision)))


def judge_unmet(stage: Stage, expected: Sequence[str]) -> Judgement:
    """The conditions that it fails: those of the clause on exchanges exactly. That other clauses
    would be broken counts where it is expected, or where nothing else is to be.
    """
    decision = _decided(stage)
    unmet = set(decision.unmet)
    if FINDINGS not in expected and not stage.example.part.expect.nothing_else:
        unmet.discard(FINDINGS)
    names = ", ".join(decision.unmet) or "nothing"
    first = f"unmet: {names}; expected {', '.join(expected) or 'nothing'}"
    return Judgement(unmet == set(expected), (first, *_working(decision)))


def _working(decision: ExchangeDecision) -> list[str]:
    return [
        f"{one.clause.number} {one.condition.name}: "
        f"{'met' if one.condition.met else 'not met'}. {one.condition.evidence}"
        for one in decision.conditions
    ]


def _decided(stage: Stage) -> ExchangeDecision:
    exchanges = [known for known in stage.events if isinstance(known.event, Exchange)]
    if not exchanges:
        example = stage.example
        message = "a decision is expected, and no event asks for an exchange"
        raise BadInput([Problem(example.file, example.line, example.name, message)])
    last = exchanges[-1]
    assert isinstance(last.event, Exchange)
    return decide(stage.agreement, stage.before(last.number), last.event)


JUDGES = {"decision": judge_decision, "unmet": judge_unmet}
