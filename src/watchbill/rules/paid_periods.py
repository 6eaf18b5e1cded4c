"""What was worked, period by period, on the pay clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from watchbill.events.duty import Duty, Stretch
from watchbill.periods.period import Block, LaidBy, Period


def by_block(
    duty: Duty, stretches: Iterable[Stretch], period: Period
) -> dict[Block, list[Stretch]]:
    """The stretches of each period, in the order of time.

    A stretch belongs to the period in which its tour starts; where the period cuts, what lies
    in each belongs to it.
    """
    blocks: dict[Block, list[Stretch]] = {}
    for block, stretch in _placed(duty, stretches, period):
        blocks.setdefault(block, []).append(stretch)
    return blocks


def _placed(
    duty: Duty, stretches: Iterable[Stretch], period: Period
) -> Iterator[tuple[Block, Stretch]]:
    laid = LaidBy(duty.anchor)
    here: Block | None = None
    for stretch in stretches:
        wall = stretch.wall_start if period.cut else stretch.tour.wall_start
        if here is None or not here.begin <= wall < here.end:
            here = period.block_at(wall, laid)
        if here is None:
            return
        if period.cut:
            yield from _cut(duty, stretch, period, laid, here)
        else:
            yield here, stretch


def _cut(
    duty: Duty, stretch: Stretch, period: Period, laid: LaidBy, block: Block | None
) -> Iterator[tuple[Block, Stretch]]:
    """The stretch cut where one period ends and the next begins."""
    while block is not None:
        if stretch.wall_end <= block.end:
            yield block, stretch
            return
        edge = duty.at(block.end)
        yield block, stretch._replace(end=edge, wall_end=block.end)
        stretch = stretch._replace(start=edge, wall_start=block.end)
        block = period.block_at(block.end, laid)


def leave_stretches(duty: Duty, kinds: Iterable[str] | None = None) -> Iterator[Stretch]:
    """Tours lost to leave (of these kinds, or of any) as stretches of the pay clock."""
    wanted = None if kinds is None else set(kinds)
    for absent in duty.absences:
        if wanted is None or absent.kind in wanted:
            start, end = absent.tour.wall_start, absent.tour.wall_end
            yield Stretch(duty.at(start), duty.at(end), start, end, absent.tour)


def minutes(stretches: Iterable[Stretch]) -> int:
    """Minutes of all of them together."""
    return sum(one.end - one.start for one in stretches)
