"""What was assumed of the leave that is priced, so that every answer can say it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol

from watchbill.agreement.model import Agreement
from watchbill.asking.leave import leave_pay
from watchbill.events.duty import Absent
from watchbill.records.people import Person


class OnLeave(Protocol):
    """Somebody with the tours that leave took out."""

    @property
    def person(self) -> Person:
        """Who it is."""
        ...

    @property
    def absences(self) -> Sequence[Absent]:
        """The tours lost to leave."""
        ...


def assumed_leave(agreement: Agreement, people: Iterable[OnLeave]) -> tuple[str, ...]:
    """A sentence for each kind of leave of which nobody says whether it is paid."""
    answers = (
        leave_pay(agreement, one.person, absent.kind) for one in people for absent in one.absences
    )
    return tuple(dict.fromkeys(one.sentence for one in answers if one.assumed))
