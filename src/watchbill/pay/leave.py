"""What was assumed of the leave that is priced, so that every answer can say it."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.agreement.model import Agreement
from watchbill.asking.leave import leave_pay
from watchbill.ledger.held import Standing


def assumed_leave(agreement: Agreement, people: Iterable[Standing]) -> tuple[str, ...]:
    """A sentence for each kind of leave of which nobody says whether it is paid."""
    answers = (
        leave_pay(agreement, one.person, absent.kind) for one in people for absent in one.absences
    )
    return tuple(dict.fromkeys(one.sentence for one in answers if one.assumed))
