"""Pay lines, and what they come to in hours at the basic rate."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from watchbill.agreement.model import goes_by
from watchbill.examples.file import ExamplePay
from watchbill.examples.judges import Judgement
from watchbill.examples.stage import Stage
from watchbill.kernel.clock import decimal_text, hours, wall_text
from watchbill.pay.lines import PayLine, basic_hours
from watchbill.pay.price import explained

Said = Iterator[tuple[bool, str]]


def judge_pay(stage: Stage, expected: Sequence[ExamplePay]) -> Judgement:
    """Lines that must be there."""
    return _judged(stage, _lines(stage.pay, expected))


def judge_no_pay(stage: Stage, expected: Sequence[str]) -> Judgement:
    """Clauses that must have no line."""
    return _judged(stage, _no_lines(stage.pay, expected))


def judge_basic(stage: Stage, expected: Mapping[str, Decimal]) -> Judgement:
    """Totals in hours at the basic rate."""
    return _judged(stage, _basic(stage.pay, expected))


def _judged(stage: Stage, said: Said) -> Judgement:
    told = list(said)
    agreed = all(holds for holds, _ in told)
    return Judgement(agreed, (*(text for _, text in told), *map(_shown, stage.pay)))


def _lines(pay: Sequence[PayLine], expected: Sequence[ExamplePay]) -> Said:
    """Lines are there one for one, or all of a clause at a multiple come to what is expected."""
    for wanted in expected:
        there = [
            line.minutes
            for line in pay
            if line.person.name == wanted.person
            and goes_by(line.clause_number, wanted.clause)
            and line.multiple == wanted.multiple
        ]
        alike = [
            int(one.hours * 60)
            for one in expected
            if (one.person, one.clause, one.multiple)
            == (wanted.person, wanted.clause, wanted.multiple)
        ]
        holds = sum(alike) == sum(there) or Counter(alike) <= Counter(there)
        found = " and ".join(decimal_text(hours(one)) for one in there) or "0"
        yield (
            holds,
            f"{wanted.person}, {wanted.clause}: {found} h at {wanted.multiple}, expected"
            f" {decimal_text(wanted.hours)} h",
        )


def _no_lines(pay: Sequence[PayLine], expected: Sequence[str]) -> Said:
    for clause in expected:
        there = [line for line in pay if goes_by(line.clause_number, clause)]
        yield not there, f"{clause}: {len(there)} lines, expected none"


def _basic(pay: Sequence[PayLine], expected: Mapping[str, Decimal]) -> Said:
    for person, wanted in expected.items():
        total = basic_hours(line for line in pay if line.person.name == person)
        # Thirds of an hour have no last decimal; a minute at a multiple of 1.5 has.
        holds = abs(total - wanted) < Decimal("0.005")
        yield (
            holds,
            f"{person}: {decimal_text(total)} h at the basic rate, expected"
            f" {decimal_text(wanted)} h",
        )


def _shown(line: PayLine) -> str:
    lost = "; ".join(f"{one.clause} at {one.multiple} lost" for one in line.lost)
    return (
        f"line: {line.person.name} {line.clause_number} {wall_text(line.start)}"
        f" {decimal_text(line.hours)} h at {line.multiple}: {explained(line)}"
        + (f" ({lost})" if lost else "")
    )


JUDGES = {"pay": judge_pay, "no_pay": judge_no_pay, "basic": judge_basic}
