"""What follows from entries just made: what they cost, what the audit finds, what is short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from watchbill.asking.asking import Texts
from watchbill.audit.audit import Finding, audit
from watchbill.desk.effect import pay_of, sentence, touched
from watchbill.events.held import Held
from watchbill.events.notice_given import NoticeGiven
from watchbill.kernel.clock import Day, day_of
from watchbill.ledger.book import Book
from watchbill.ledger.rosters import roster_of
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
    about_all = any(entry.event is not None and entry.event.about_all for entry in added)
    judged = [] if about_all else names
    known = set(_findings(before, judged))
    new = tuple(one for one in _findings(after, judged) if one not in known)
    if before.now.span is None or after.now.span is None:
        return Consequences(Decimal(0), (), new, ())  # nothing stood before: nothing changed
    texts = after.texts
    earlier = pay_of(texts, before.now, names)
    later = pay_of(texts, after.now, names)
    # Whoever rests does so by their own record: nobody else's is looked at.
    stood, stands = (roster_of(book.now, people=names) for book in (before, after))
    days = sorted({*_days(before, after, names), *_rested(texts, stood, stands)})
    parts = touched(texts, before.now, after.now, days)
    return Consequences(
        total(later) - total(earlier),
        tuple(line for line in later if numbers & set(line.numbers)),
        new,
        tuple(sentence(part, after.now.facts.zone) for part in parts if part.worse),
    )


def _findings(book: Book, names: Sequence[str]) -> tuple[Finding, ...]:
    """What the audit finds of these people; of everybody where nobody is named."""
    if book.now.span is None:
        return ()
    roster = roster_of(book.now, people=names or None)
    return audit(book.texts, roster).findings


def _rested(texts: Texts, old: Roster, new: Roster) -> set[Day]:
    """Dates on which somebody rests, or no longer does, who did not before."""
    zone = old.zone
    rosters = (seated(texts, one).lines for one in (old, new))
    return {
        day_of(zone.wall(start))
        for one, other in zip(*rosters, strict=False)
        for start, _ in {*one.breaks} ^ {*other.breaks}
    }


def _concerned(book: Book, numbers: Iterable[int]) -> list[str]:
    """Names of those whom the entries are about, directly or by the request they answer."""
    names: dict[str, None] = {}
    for number in numbers:
        event = book.entries[number - 1].event
        if event is None:
            continue
        names |= dict.fromkeys(event.people)
        asked = None if event.rests_on is None else book.now.asked.get(event.rests_on)
        if asked is not None:
            names |= dict.fromkeys(asked.people)
    return [name for name in names if name in book.now.people]


def _days(before: Book, after: Book, names: Iterable[str]) -> list[Day]:
    """Dates on which these people's tours differ."""
    days: set[Day] = set()
    for name in names:
        old, new = (_worked(book, name) for book in (before, after))
        days |= {day for day, _ in old ^ new}
    return sorted(days)


def _worked(book: Book, name: str) -> set[tuple[Day, Held]]:
    standing = book.now.people.get(name)
    if standing is None:
        return set()
    return {(held.tour.day, held) for held in (*standing.held.values(), *standing.calls)}
