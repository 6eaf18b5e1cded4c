"""Multiples of the basic rate that look like a slip of the decimal point."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from decimal import Decimal

from watchbill.agreement.model import Agreement
from watchbill.asking.asking import rules_of
from watchbill.kernel.clock import decimal_text
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.rules.base import Rule

CHECK = "unusual figures"
MOST = Decimal(5)
"""Times the basic rate above which a reader is asked back; no agreement here pays more than 4."""


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """A question for each multiple above :data:`MOST`, with the figure that was likely meant."""
    for scoped in rules_of(agreement):
        for multiple in _multiples(scoped.rule):
            if multiple > MOST:
                paid, meant = decimal_text(multiple), decimal_text(multiple / 10)
                sentence = f"{paid} times the basic rate is paid: is {meant} meant?"
                yield remark(CHECK, Gravity.WARNING, (scoped.clause,), sentence)


def _multiples(rule: Rule) -> Iterator[Decimal]:
    """The rule's figures that are multiples of the basic rate, by the names of their fields."""
    for field in fields(rule):
        value = getattr(rule, field.name)
        if field.name.endswith("multiple") and isinstance(value, Decimal):
            yield value
