"""Permanent exchanges: two who work only days and only nights of their tours, until it ends."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from watchbill.agreement.model import Agreement
from watchbill.events.duty import Known
from watchbill.events.end_permanent_exchange import EndPermanentExchange
from watchbill.events.partner_lost import PartnerLost
from watchbill.events.permanent_exchange import PermanentExchange
from watchbill.kernel.clock import Day, Wall, day_of
from watchbill.ledger.held import Held
from watchbill.records.local_tour import LocalTour
from watchbill.records.tours import Tour, TourKind
from watchbill.rules import permanent_exchange as clause


@dataclass(frozen=True, slots=True)
class Partners:
    """One works the days, the other the nights, from ``first`` until the day before ``ends``.

    ``ends`` is the date from which both are back on their regular tours; ``None`` while nobody
    has ended it. ``lost`` is the partner who left, where one did.
    """

    days: str
    nights: str
    first: Day
    number: int
    ends: Day | None = None
    lost: str | None = None

    def swap(self, held: dict[Wall, Held], kind: str, agreement: Agreement) -> None:
        """Turns the tours held on the exchange's dates into tours of ``kind``."""
        for start in list(held):
            one = held[start]
            if one.tour.kind == kind or not self._covers(one.tour.day):
                continue
            becomes = _alike(one.tour, TourKind(kind), agreement)
            if becomes is not None:
                del held[start]
                one.tour = becomes
                held[becomes.wall_start] = one

    def _covers(self, day: Day) -> bool:
        return self.first <= day and (self.ends is None or day < self.ends)


def partners(agreement: Agreement, events: Iterable[Known]) -> list[Partners]:
    """Every permanent exchange with its end, by the days of notice that the agreement asks."""
    notice = _notice(agreement)
    found: list[Partners] = []
    for known in events:
        event = known.event
        if isinstance(event, PermanentExchange):
            found.append(Partners(event.days, event.nights, event.begins, known.number))
        elif isinstance(event, EndPermanentExchange):
            name = event.of or event.by
            ends = Day(day_of(event.told) + notice)
            _end(found, name, ends, None)
        elif isinstance(event, PartnerLost):
            _end(found, event.person, day_of(event.at), event.person)
    return found


def _end(found: list[Partners], name: str, ends: Day, lost: str | None) -> None:
    """Ends the running exchange that ``name`` is a partner of, or the last where it is nobody."""
    running = [place for place, pair in enumerate(found) if pair.ends is None]
    own = [place for place in running if name in (found[place].days, found[place].nights)]
    for place in (own or running)[-1:]:
        found[place] = replace(found[place], ends=ends, lost=lost)


def _notice(agreement: Agreement) -> int:
    for scoped in agreement.rules():
        if isinstance(scoped.rule, clause.PermanentExchangeTerms):
            return scoped.rule.ends_after_days
    return 0


def _alike(tour: Tour, kind: TourKind, agreement: Agreement) -> Tour | None:
    """The agreement's tour of that kind and the same length, on the same date."""
    for like in agreement.tours.values():
        if like.kind is kind and like.length == tour.nominal:
            start = Wall(tour.day * 1440 + like.start)
            return LocalTour(start, like.length, kind).placed(
                agreement.zone, agreement.tours.values()
            )
    return None
