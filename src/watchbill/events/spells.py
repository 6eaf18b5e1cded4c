"""The times within a tour that were worked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from watchbill.events.draft import Draft, Refused
from watchbill.kernel.clock import Wall


def work(
    schedule: Draft, key: str, start: Wall, number: int, spells: Sequence[tuple[Wall, Wall]]
) -> None:
    """Of the tour that starts then, the person worked these times, in their order.

    Raises :class:`Refused` where they are not in their order.
    """
    held = schedule.held(key, start)
    flat = [time for spell in spells for time in spell]
    if flat != sorted(flat):
        raise Refused("its times are not in their order")
    kept = tuple(spell for spell in spells if spell[0] < spell[1])
    schedule.rework(key, replace(held, spells=kept, spells_number=number))
