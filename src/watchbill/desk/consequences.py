"""What follows from entries just made: what they cost, what the audit finds, what is short."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from watchbill.audit.audit import Finding, audit
from watchbill.desk.effect import pay_of, sentence, touched
from watchbill.events.notice_given import NoticeGiven
from watchbill.kernel.clock import Day, day_of
from watchbill.ledger.book import Book
from watchbill.pay.lines import PayLine, total
from watchbill.roster.model import Roster
from watchbill.roster.seated import seated


@dataclass(frozen=True, slots=True)
class Consequences:
    """Difference in money for those concerned, the pay lines that rest on the new entries,
    findings that were not there before, and where coverage is worse, a sentence each.
    """

    cost: Decimal
    lines: tuple[PayLine, ...]
    findings: tuple[Finding, ...]
    short: tuple[str, ...]


def consequences(before: Book, after: Book) -> Consequences:
    """What the entries that ``after`` has more than ``before`` bring about."""
    added = after.entries[len(before.entries) :]
    numbers = {entry.number for entry in added} | {
        entry.corrects for entry in added if entry.corrects is not None
    }
    numbers |= {entry.event.change for entry in added if isinstance(entry.event, NoticeGiven)}
    names = _concerned(after, numbers)
    agreement = after.service.agreement
    earlier = pay_of(agreement, before.now, names)
    later = pay_of(agreement, after.now, names)
    resting = tuple(line for line in later if numbers & set(line.numbers))
    old, new = (seated(agreement, book.now.as_roster()) for book in (before, after))
    known = set(audit(agreement, old).findings)
    days = sorted({*_days(before, after, names), *_rested(old, new)})
    return Consequences(
        total(later) - total(earlier),
        resting,
        tuple(one for one in audit(agreement, new).findings if one not in known),
        tuple(sentence(part, new) for part in touched(old, new, days) if part.worse),
    )


def _rested(old: Roster, new: Roster) -> set[Day]:
    """Dates on which somebody rests, or no longer does, who did not before."""
    zone = old.zone
    return {
        day_of(zone.wall(start))
        for one, other in zip(old.lines, new.lines, strict=False)
        for start, _ in {*one.breaks} ^ {*other.breaks}
    }


def _concerned(book: Book, numbers: Iterable[int]) -> list[str]:
    """Names of those whom the entries are about, directly or by the request they answer."""
    by_number = {entry.number: entry.event for entry in book.entries}
    names: dict[str, None] = {}
    for number in numbers:
        event = by_number.get(number)
        if event is None:
            continue
        names |= dict.fromkeys(event.people)
        asked = by_number.get(getattr(event, "exchange", None) or 0)
        if asked is not None:
            names |= dict.fromkeys(asked.people)
    return [name for name in names if name in book.now.people]


def _days(before: Book, after: Book, names: Iterable[str]) -> list[Day]:
    """Dates on which these people's tours differ."""
    days: set[Day] = set()
    for name in names:
        old, new = ({(held.tour.day, held.tour.start, held.tour.end)
                     for held in (*book.now.people[name].held.values(),
                                  *book.now.people[name].calls)}
                    for book in (before, after))  # fmt: skip
        days |= {day for day, _, _ in old ^ new}
    return sorted(days)
