"""The usual clauses that are missing."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement
from watchbill.asking.asking import rules_of
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.rules.reading import Topic

CHECK = "missing clauses"
ONLY_NOTES = True

USUAL: tuple[tuple[Topic, str], ...] = (
    (Topic.REST, "No clause says how much rest lies between two tours."),
    (Topic.HOURS, "No clause says how many hours a week, a cycle or a year has at most."),
    (Topic.POSTING, "No clause says how long ahead the schedule is posted."),
)


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """What agreements of this sort usually say and this one does not."""
    topics = {scoped.rule.topic for scoped in rules_of(agreement)}
    for topic, sentence in USUAL:
        if topic not in topics:
            yield remark(CHECK, Gravity.NOTE, (), sentence, topic)
