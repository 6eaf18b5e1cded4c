"""People whom a rule speaks of and can never meet: steps of an order, shares, lists."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import scopes_of, somebody_in, within
from watchbill.rules.deciding import AsksInSteps, Step
from watchbill.rules.stating import SpeaksOf

CHECK = "rules that never apply"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Whom a rule names where its clause is for others, and steps that come too late."""
    for scoped in rules_of(agreement):
        rule = scoped.rule
        if somebody_in(agreement, *scopes_of(scoped)) is None:
            continue  # told as a rule that covers nobody
        if isinstance(rule, AsksInSteps):
            yield from _steps(agreement, scoped, rule)
        elif (
            isinstance(rule, SpeaksOf)
            and somebody_in(agreement, *scopes_of(scoped), rule.who) is None
        ):
            sentence = (
                f"It speaks of {rule.who}, and its clause is for {scoped.clause.applies_to}"
                f" ({scoped.rule.says().rstrip('.')})."
            )
            yield remark(CHECK, Gravity.WARNING, (scoped.clause,), sentence)


def _steps(agreement: Agreement, scoped: ScopedRule, order: AsksInSteps) -> Iterator[Remark]:
    own = scopes_of(scoped)
    for place, step in enumerate(order.steps):
        if somebody_in(agreement, *own, step.who) is None:
            why = "the clause is for others"
        else:
            before = _takes_all(agreement, scoped, order.steps[:place], step)
            if before is None:
                continue
            why = f"{before.says} are asked before and are all of them"
        sentence = f"Nobody is left for the step {step.says}: {why}."
        yield remark(CHECK, Gravity.WARNING, (scoped.clause,), sentence)


def _takes_all(
    agreement: Agreement, scoped: ScopedRule, earlier: tuple[Step, ...], step: Step
) -> Step | None:
    """An earlier step that takes everybody whom this one would."""
    for before in earlier:
        open_to_all = not before.volunteers or step.volunteers
        if open_to_all and within(agreement, (*scopes_of(scoped), step.who), (before.who,)):
            return before
    return None
