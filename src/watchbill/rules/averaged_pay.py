"""Ordinary hours paid at an average."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.kernel.clock import decimal_text
from watchbill.kernel.fields import Number
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class AveragedPay(Rule):
    """So many ordinary hours a week, paid at an average of ``paid_hours``."""

    ordinary_hours: Number
    paid_hours: Number

    def says(self) -> str:
        ordinary, paid = decimal_text(self.ordinary_hours), decimal_text(self.paid_hours)
        return f"{ordinary} ordinary hours a week, paid at an average of {paid}."
