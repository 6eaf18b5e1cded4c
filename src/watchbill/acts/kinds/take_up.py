"""A service's file is put in again, from a date on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.acts.base import Act, WorkedOut, local
from watchbill.acts.roles import ActingRole, Who
from watchbill.kernel.clock import Instant
from watchbill.kernel.fields import DayField, Text
from watchbill.ledger.book import Book
from watchbill.ledger.difference import difference
from watchbill.service.load import load_service


@dataclass(frozen=True, kw_only=True)
class TakeUp(Act):
    """Put a service's file in again: what differs from a date on is entered.

    ``service`` is the file, or a service that ships; nothing before ``begins`` changes. A posted
    tour that the file has otherwise is a change, told when it becomes known.
    """

    roles: ClassVar[frozenset[ActingRole]] = frozenset({ActingRole.MANAGER})

    service: Text
    begins: DayField

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        loaded = load_service(self.service)
        found = difference(book, loaded, self.begins, local(book, known))
        why = self.why or f"Taken up from {loaded.file}."
        return WorkedOut(book.with_entries(found.events, known, who.name, why), notes=found.notes)
