"""Leave that is entered: of a kind that somebody knows, or asked back."""

from __future__ import annotations

from watchbill.agreement.model import Agreement
from watchbill.asking.leave import is_known_leave, known_leave, nearest_leave
from watchbill.events.base import Event
from watchbill.events.leave import Leave
from watchbill.events.leave_granted import LeaveGranted
from watchbill.kernel.problems import BadInput, Problem


def refuse_unknown_leave(agreement: Agreement, event: Event) -> None:
    """Raises :class:`BadInput` for leave of a kind that neither the agreement nor the service
    names and that is not usual, with the kinds there are and the one that was likely meant.
    """
    if not isinstance(event, Leave | LeaveGranted) or is_known_leave(agreement, event.kind):
        return
    message = (
        "no kind of leave has this name; a service names its own under leave_kinds, with whether"
        " each is paid"
    )
    allowed = ", ".join(known_leave(agreement))
    near = nearest_leave(agreement, event.kind)
    raise BadInput(
        [Problem("EVENT", None, f"{event.name()}.kind", message, event.kind, allowed, near)]
    )
