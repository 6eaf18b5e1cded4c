"""The greater of the totals that several thresholds of overtime come to.

Thresholds over one period, or all those tour by tour, are one total, in which no minute counts
twice. In each period, of those that are compared the longest, the greater total
pays: that which is worth more above the basic rate, and of equals the earlier in the file.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from watchbill.events.duty import Duty, Premium
from watchbill.kernel.clock import length_text
from watchbill.pay.resolve import Filed, premiums
from watchbill.periods.period import Block, Period
from watchbill.rules.paid_overtime import worth
from watchbill.rules.paid_periods import by_block

Totals = dict[Period | None, list[Filed]]
"""Claims by the period over which their thresholds count."""


def greater_of_totals(
    duty: Duty, filed: Sequence[Filed], thresholds: Mapping[int, Period | None]
) -> list[Filed]:
    """The claims without those of thresholds whose total is not the greatest of their period.

    ``thresholds`` are the rules that are compared, by place, with what they count over.
    """
    longest = max(filter(None, thresholds.values()), key=lambda one: one.sees, default=None)
    if longest is None:
        return list(filed)
    kept = [one for one in filed if one.place not in thresholds]
    periods: dict[Block, Totals] = {}
    for one in filed:
        if one.place in thresholds:
            for block, part in _parted(duty, one, longest):
                totals = periods.setdefault(block, {})
                totals.setdefault(thresholds[one.place], []).append(part)
    for block, totals in periods.items():
        kept += _greatest(block, totals)
    return kept


def _parted(duty: Duty, filed: Filed, longest: Period) -> Iterator[tuple[Block, Filed]]:
    """The claim by the periods in which the work lies that it is on."""
    claim = filed.claim
    on = [
        one._replace(
            start=max(one.start, claim.start),
            end=min(one.end, claim.end),
            wall_start=duty.wall(max(one.start, claim.start)),
            wall_end=duty.wall(min(one.end, claim.end)),
        )
        for one in duty.work
        if one.start < claim.end and claim.start < one.end
    ]
    for block, stretches in by_block(duty, on, longest).items():
        for part in stretches:
            yield block, replace(filed, claim=replace(claim, start=part.start, end=part.end))


def _greatest(block: Block, totals: Totals) -> Iterator[Filed]:
    """The claims of the greatest total, each saying what it was greater than."""
    paid = {period: premiums(own) for period, own in totals.items()}
    place = {period: min(one.place for one in own) for period, own in totals.items()}
    most = max(totals, key=lambda period: (worth(paid[period]), -place[period]))
    others = [f"{_hours(paid[period])}, {_by(own)}" for period, own in totals.items()
              if period != most]  # fmt: skip
    why = ""
    if others:
        why = (
            f" Its total is {_hours(paid[most])} in {block}, and pays in place of what is no"
            f" more: {'; '.join(others)}."
        )
    for one in totals[most]:
        yield replace(one, claim=replace(one.claim, why=one.claim.why + why))


def _hours(paid: Iterable[Premium]) -> str:
    return length_text(sum(one.end - one.start for one in paid))


def _by(filed: Iterable[Filed]) -> str:
    numbers = dict.fromkeys(one.clause.number for one in filed if one.clause is not None)
    return f"clause {', '.join(numbers)}"
