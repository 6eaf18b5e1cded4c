"""What was assumed of the leave that is priced, so that every answer can say it."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.agreement.leave import leave_pay
from watchbill.agreement.model import Agreement
from watchbill.events.duty import Duty


def assumed_leave(agreement: Agreement, duties: Iterable[Duty]) -> tuple[str, ...]:
    """A sentence for each kind of leave of which nobody says whether it is paid."""
    answers = (
        leave_pay(agreement, duty.person, absent.kind)
        for duty in duties
        for absent in duty.absences
    )
    return tuple(dict.fromkeys(one.sentence for one in answers if one.assumed))
