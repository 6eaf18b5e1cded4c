"""The usual clauses that are missing."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.rules.annual_hours import AnnualHours
from watchbill.rules.annual_tours import AnnualTours
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.base import Rule
from watchbill.rules.hours_in_window import HoursInWindow
from watchbill.rules.posting import Posting
from watchbill.rules.rest import Rest
from watchbill.rules.unbroken_duty import UnbrokenDuty

CHECK = "missing clauses"
ONLY_NOTES = True
USUAL: tuple[tuple[str, tuple[type[Rule], ...], str], ...] = (
    ("rest", (Rest, UnbrokenDuty), "No clause says how much rest lies between two tours."),
    (
        "hours",
        (AverageHours, AnnualHours, HoursInWindow, AnnualTours),
        "No clause says how many hours a week, a cycle or a year has at most.",
    ),
    ("posting", (Posting,), "No clause says how long ahead the schedule is posted."),
)


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """What agreements of this sort usually say and this one does not."""
    kinds = {type(scoped.rule) for scoped in agreement.rules()}
    for name, wanted, sentence in USUAL:
        if not kinds & set(wanted):
            yield remark(CHECK, Gravity.NOTE, (), sentence, name)
