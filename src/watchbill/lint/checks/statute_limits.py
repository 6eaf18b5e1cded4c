"""Limits of a statute that leave overtime out."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement
from watchbill.asking.asking import rules_of
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.rules.base import ChecksPerson

CHECK = "limits of a statute"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """A statute protects whoever works, however the hours came about: its limits count them all."""
    if not agreement.statute:
        return
    for one in rules_of(agreement):
        if isinstance(one.rule, ChecksPerson) and one.binds and not one.rule.all_duty:
            sentence = (
                f"{one.rule.says().rstrip('.')}: extra tours, calls and time held over do not"
                " count, and a limit of a statute counts what is worked (all_duty)."
            )
            yield remark(CHECK, Gravity.WARNING, (one.clause,), sentence)
