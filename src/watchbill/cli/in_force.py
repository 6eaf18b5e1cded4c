"""What commands say of the term of an agreement: which text goes on, what is not computed."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.agreement.computed import Computed
    from watchbill.service.model import Service


def schedule_in_force(service: Service) -> Computed:
    """The part of the service file's own schedule for which its agreement is in force.

    Raises :class:`BadInput` where that is none of it.
    """
    from watchbill.agreement.computed import computed
    from watchbill.kernel.clock import Day

    last = Day(service.starts + 7 * service.weeks - 1)
    return computed(service.agreement, service.starts, last)


def show_in_force(out: Console, held: Computed) -> None:
    """A line for each thing that every answer for these dates says; none where all is plain."""
    from rich.text import Text

    for note in held.notes:
        out.print(Text(note, style="yellow"), soft_wrap=True)
