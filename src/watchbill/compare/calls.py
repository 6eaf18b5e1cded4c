"""Calls as functions of the time worked: who is better off, and from where to where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from watchbill.kernel.clock import decimal_text, hours, length_text
from watchbill.rules.pricing import PaysByLength

LONGEST = 12 * 60
"""Minutes up to which calls are compared."""
STEP = 10
"""Minutes at the basic rate by which one minute more may change a difference; more is a leap."""


@dataclass(frozen=True, slots=True)
class CallRun:
    """Lengths of a call, in minutes, for which one side is better off, or neither (``None``).

    ``leads`` has what a call of each length brings more there, in minutes at the basic rate.
    """

    first: int
    better: str | None
    leads: tuple[Decimal, ...]

    @property
    def last(self) -> int:
        """The longest call of the run."""
        return self.first + len(self.leads) - 1


def runs(one: PaysByLength, other: PaysByLength, left: str, right: str) -> list[CallRun]:
    """Calls of all lengths, in runs for which the same side is better off."""
    rows = [(length, _value(one, length) - _value(other, length)) for length in range(LONGEST + 1)]
    found = []
    for sign, group in groupby(rows, key=lambda row: (row[1] > 0) - (row[1] < 0)):
        run = list(group)
        better = {1: left, -1: right, 0: None}[sign]
        found.append(CallRun(run[0][0], better, tuple(abs(lead) for _, lead in run)))
    return found


def same_pay(one: PaysByLength, other: PaysByLength) -> bool:
    """Whether a call of any length brings the same under both."""
    return all(one.paid_for(length) == other.paid_for(length) for length in range(LONGEST + 1))


def by_length(one: PaysByLength, other: PaysByLength, left: str, right: str) -> Iterator[str]:
    """``Call-in: 3 h at 1 against 2 h at 2; ...``, and for which lengths who is better off."""
    longest = _longest(one), _longest(other)
    terms = [_terms(rule) for rule in (one, other)]
    if longest[0] != longest[1]:
        terms = [text + _above(most) for text, most in zip(terms, longest, strict=True)]
    yield f"{one.case}: {terms[0]} in {left} against {terms[1]} in {right}."
    if longest[0] is not None and longest[0] == longest[1]:
        yield f"Above {length_text(longest[0])} worked, both pay the hours worked."
    found = runs(one, other, left, right)
    for place, run in enumerate(found):
        if run.better is not None:
            yield (
                f"Better for the employee in {run.better} {_span(found, place)},"
                f" {_lead(run.leads, run.last == LONGEST)}."
            )
    if all(run.better is None for run in found):
        yield "The same in both, however long it is."


def _terms(rule: PaysByLength) -> str:
    paid = rule.paid_for(0)
    assert paid is not None, "the shortest call is always paid for"
    return f"{length_text(paid[0])} at {decimal_text(paid[1])}"


def _longest(rule: PaysByLength) -> int | None:
    """The longest call for which the rule pays; ``None`` where it pays for every one."""
    ends = (length - 1 for length in range(LONGEST + 1) if rule.paid_for(length) is None)
    return next(ends, None)


def _above(longest: int | None) -> str:
    if longest is None:
        return ""
    return f" (worked {length_text(longest)} or less; above, the hours worked)"


def _value(rule: PaysByLength, worked: int) -> Decimal:
    """Minutes at the basic rate that a call of so many minutes brings."""
    paid = rule.paid_for(worked)
    if paid is None:
        return Decimal(worked)
    minutes, multiple = paid
    return minutes * multiple


def _span(found: Sequence[CallRun], place: int) -> str:
    """Which calls a run has: ``below 3 h worked``, ``up to 2 h worked``, ``above 2 h worked``."""
    run = found[place]
    begin = "" if place == 0 else length_text(run.first - 1)
    end = ""
    if place + 1 < len(found):
        leap = run.leads[-1] > STEP
        end = f"up to {length_text(run.last)}" if leap else f"below {length_text(run.last + 1)}"
    if begin and end:
        return f"above {begin} and {end} worked"
    if begin:
        return f"above {begin} worked"
    return f"{end} worked" if end else "however long it is"


def _lead(leads: Sequence[Decimal], goes_on: bool) -> str:
    """``by 1 h``, ``by 30 min to 2 h``, ``by up to 2 h``, ``the more, the longer it is``."""
    least, most = _hours(min(leads)), _hours(max(leads))
    from_even = min(leads) <= STEP
    rate = "at the basic rate"
    if goes_on and leads[-1] > leads[0]:
        return "the more, the longer it is" if from_even else f"by {least} and more {rate}"
    if least == most:
        return f"by {most} {rate}"
    return f"by up to {most} {rate}" if from_even else f"by {least} to {most} {rate}"


def _hours(minutes: Decimal) -> str:
    return f"{decimal_text(hours(1) * minutes)} h"
