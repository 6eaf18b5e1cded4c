"""From what the database keeps to what the core makes of it: the schedule as it stands.

The same texts, dates and ledger always make the same roster, so it is kept in memory by them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from watchbill.audit.audit import Audit, audit
from watchbill.events.posted import Posted
from watchbill.export.clause_view import AgreementView, view_agreement
from watchbill.kernel.clock import Day, Wall
from watchbill.ledger.book import Book
from watchbill.pay.period import PeriodPay, period_pay
from watchbill.roster.coverage import Cover, coverage
from watchbill.roster.model import Roster
from watchbill.roster.seated import seated
from watchbill.roster.window import window
from watchbill.service.model import Service
from watchbill.web.ledgers import Stored, stored_book


@dataclass(frozen=True, slots=True)
class Period:
    """Dates that were laid out or posted together, both included; ``posted`` is local."""

    first: Day
    last: Day
    posted: Wall | None


@dataclass(frozen=True)
class Built:
    """A period's schedule as it stands, with everything that pages show of it."""

    book: Book
    roster: Roster
    audit: Audit
    covers: tuple[Cover, ...]

    @property
    def service(self) -> Service:
        """The service."""
        return self.book.service

    @property
    def entries(self) -> int:
        """How many entries the ledger has."""
        return len(self.book.entries)

    @cached_property
    def pay(self) -> PeriodPay:
        """What ``watchbill pay`` pays for the period. Raises BadInput outside every term."""
        return period_pay(self.book, self.roster.first, self.roster.last)

    @cached_property
    def agreement(self) -> AgreementView:
        """The agreement's page: clauses with remarks and worked examples."""
        return view_agreement(self.service.agreement)


def periods(stored: Stored) -> list[Period]:
    """The periods of the service, in order of time: those laid out, and those posted since.

    Raises BadInput where what is stored cannot be read.
    """
    book = stored_book(stored)
    zone = book.service.agreement.zone
    found = {
        first: Period(first, last, None if posted is None else zone.wall(posted))
        for first, last, posted in stored.laid_out
    }
    for known in book.known():
        event = known.event
        if isinstance(event, Posted):
            before = found.get(event.first)
            posted = event.at if before is None or before.posted is None else before.posted
            found[event.first] = Period(event.first, event.last, posted)
    return [found[first] for first in sorted(found)]


@lru_cache(maxsize=32)
def built(stored: Stored, period: Period) -> Built:
    """The period's schedule as it stands. Raises BadInput where it cannot be read."""
    book = stored_book(stored)
    roster = replace(
        window(_standing(book), period.first, period.last), posted=period.posted, posted_from=None
    )
    agreement = book.service.agreement
    return Built(book, roster, audit(agreement, roster), tuple(coverage(seated(agreement, roster))))


def whole(stored: Stored) -> tuple[Service, Roster]:
    """The service and its schedule as it stands, over every period. Raises BadInput."""
    book = stored_book(stored)
    return book.service, _standing(book)


def _standing(book: Book) -> Roster:
    return book.now.as_roster()
