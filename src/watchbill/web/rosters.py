"""From the ledger of a service to what its pages show: the schedule as it stands, by period.

A ledger's head stands for all that was ever entered, so that what is made of it is kept by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from watchbill.audit.audit import Audit
from watchbill.export.clause_view import AgreementView, view_agreement
from watchbill.kernel.clock import Day, Wall
from watchbill.ledger.book import Book
from watchbill.ledger.rosters import roster_of
from watchbill.pay.period import PeriodPay, period_pay
from watchbill.roster.coverage import Cover
from watchbill.roster.model import Roster
from watchbill.service.model import Service
from watchbill.store.projections import Projection, Projections

_PROJECTIONS = Projections()


@dataclass(frozen=True, slots=True)
class PostedPeriod:
    """Dates that were laid out or posted together, both included; ``posted`` is local."""

    first: Day
    last: Day
    posted: Wall | None


@dataclass(frozen=True)
class Built:
    """A period's schedule as it stands, with everything that pages show of it."""

    book: Book
    projection: Projection

    @property
    def roster(self) -> Roster:
        """Who works what."""
        return self.projection.roster

    @property
    def audit(self) -> Audit:
        """What the audit finds."""
        return self.projection.audit

    @property
    def covers(self) -> tuple[Cover, ...]:
        """Who is there against who is needed."""
        return self.projection.covers

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


def periods(book: Book) -> list[PostedPeriod]:
    """The periods of the schedule, in order of time: laid out together, or posted together."""
    spans = [(span.first, span.last) for span in book.now.spans]
    spans += [(posting.first, posting.last) for posting in book.now.postings]
    found: dict[Day, PostedPeriod] = {}
    for first, last in spans:
        times = [one.at for one in book.now.postings if one.first <= first <= one.last]
        found[first] = PostedPeriod(first, last, min(times, default=None))
    return [found[first] for first in sorted(found)]


@lru_cache(maxsize=32)
def built(book: Book, period: PostedPeriod) -> Built:
    """The period's schedule as it stands. Raises BadInput where it cannot be judged."""
    return Built(book, _PROJECTIONS.of(book, period.first, period.last))


def whole(book: Book) -> tuple[Service, Roster]:
    """The service and its schedule as it stands, over every period. Raises BadInput."""
    return book.service, roster_of(book.now)
