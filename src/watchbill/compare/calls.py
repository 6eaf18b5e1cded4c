"""Minimum calls as functions of the time worked: who is better off, and from where to where."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import groupby

from watchbill.kernel.clock import decimal_text, hours, length_text
from watchbill.rules.base import Rule
from watchbill.rules.minimum_call import MinimumCall

LONGEST = 12 * 60
"""Minutes up to which calls are compared."""


def call_in(one: Rule, other: Rule, left: str, right: str) -> Iterator[str]:
    """``Call-in: 3 h at 1 against 2 h at 2; ...``, for two minimum calls."""
    if not isinstance(one, MinimumCall) or not isinstance(other, MinimumCall):
        return
    yield (
        f"Call-in: {length_text(one.hours)} at {decimal_text(one.multiple)} in {left} against"
        f" {length_text(other.hours)} at {decimal_text(other.multiple)} in {right}."
    )
    values = [(worked, _value(one, worked), _value(other, worked)) for worked in range(LONGEST + 1)]
    for better, run in groupby(values, key=lambda row: _better(row[1], row[2], left, right)):
        rows = list(run)
        if better is None:
            continue
        first, last = rows[0], rows[-1]
        until = "or more" if last[0] == LONGEST else f"to {length_text(last[0])}"
        begin = "nothing" if first[0] == 0 else length_text(first[0])
        gap = decimal_text(abs(hours(1) * (first[1] - first[2])))
        yield (
            f"Better for the employee in {better} from {begin} worked {until}"
            f" (at {begin}: {gap} basic hours more)."
        )


def _value(rule: MinimumCall, worked: int) -> Decimal:
    """Minutes at the basic rate that a call of so many minutes brings."""
    paid = rule.paid(worked)
    if paid is None:
        return Decimal(worked)
    minutes, multiple = paid
    return minutes * multiple


def _better(ours: Decimal, theirs: Decimal, left: str, right: str) -> str | None:
    if ours == theirs:
        return None
    return left if ours > theirs else right
