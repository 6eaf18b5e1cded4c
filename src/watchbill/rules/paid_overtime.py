"""What other clauses already pay above the basic rate within the hours that a threshold counts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from watchbill.events.duty import Duty, Premium, Stretch


def premiums_within(duty: Duty, stretches: Iterable[Stretch]) -> list[Premium]:
    """The premiums on these stretches, cut to them, in the order of time."""
    return [
        Premium(max(one.start, paid.start), min(one.end, paid.end), paid.multiple)
        for one in stretches
        for paid in duty.premiums
        if paid.start < one.end and one.start < paid.end
    ]


def outside(stretches: Iterable[Stretch], duty: Duty) -> Iterator[Stretch]:
    """What of the stretches no premium is paid for."""
    for stretch in stretches:
        rest = stretch
        for paid in premiums_within(duty, (stretch,)):
            if rest.start < paid.start:
                yield rest._replace(end=paid.start, wall_end=duty.wall(paid.start))
            rest = rest._replace(start=paid.end, wall_start=duty.wall(paid.end))
        if rest.start < rest.end:
            yield rest


def worth(premiums: Iterable[Premium]) -> Fraction:
    """What is paid above the basic rate, in minutes at the basic rate."""
    return sum(
        ((one.end - one.start) * (Fraction(one.multiple) - 1) for one in premiums), Fraction(0)
    )
