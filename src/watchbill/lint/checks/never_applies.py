"""Rules that can never apply: to nobody, or at limits that nothing can reach."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import somebody

CHECK = "rules that never apply"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Rules whose clause and own scope have nobody in common, and idle limits."""
    for scoped in rules_of(agreement):
        if somebody(agreement, scoped) is None:
            sentence = (
                f"Nobody falls under it: the clause covers {scoped.clause.applies_to} and the rule"
                f" {scoped.rule.applies_to} ({scoped.rule.says().rstrip('.')})."
            )
            yield remark(CHECK, Gravity.ERROR, (scoped.clause,), sentence)
        yield from _idle(scoped)


def _idle(scoped: ScopedRule) -> Iterator[Remark]:
    why = scoped.rule.idle()
    if why is not None:
        sentence = f"{scoped.rule.says().rstrip('.')}: {why}."
        yield remark(CHECK, Gravity.WARNING, (scoped.clause,), sentence)
