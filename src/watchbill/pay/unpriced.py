"""What was not priced, and what was priced at the basic rate for want of a clause that pays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from watchbill.agreement.counts import unanswered, unanswered_sentences
from watchbill.agreement.encoding import Question
from watchbill.agreement.model import Agreement
from watchbill.events.duty import Duty
from watchbill.kernel.clock import length_text
from watchbill.pay.lines import PayLine

MOST_ENTRIES = 12
"""Entries that a sentence names."""


def beyond_at_basic(duty: Duty, lines: Iterable[PayLine]) -> list[PayLine]:
    """The lines of work beyond the schedule (an extra tour, a call, time held over) that no clause
    pays, so that they are at the basic rate.
    """
    beyond = [(one.wall_start, one.wall_end) for one in duty.work if not one.scheduled]
    if not beyond:
        return []
    return [
        line
        for line in lines
        if line.clause is None and any(a <= line.start and line.end <= b for a, b in beyond)
    ]


def unpriced(agreements: Iterable[Agreement], beyond: Sequence[PayLine]) -> tuple[str, ...]:
    """What a sum leaves out, a sentence each: clauses that pay and are not priced, and work beyond
    the schedule that is paid at the basic rate for want of a clause.
    """
    clauses = [one for text in agreements for one in unanswered(text, Question.PAY)]
    told = dict.fromkeys(unanswered_sentences(clauses, "Not priced"))
    if beyond:
        minutes = sum(line.minutes for line in beyond)
        told[f"At the basic rate, since no clause pays it: {length_text(minutes)} of work beyond"
             f" the schedule{_entries(beyond)}."] = None  # fmt: skip
    return tuple(told)


def _entries(lines: Iterable[PayLine]) -> str:
    numbers = sorted({number for line in lines for number in line.numbers})
    if not numbers:
        return ""
    named = ", ".join(map(str, numbers[:MOST_ENTRIES]))
    more = f" and {len(numbers) - MOST_ENTRIES} more" if len(numbers) > MOST_ENTRIES else ""
    return f" ({'entry' if len(numbers) == 1 else 'entries'} {named}{more})"
