"""A ledger of the first build taken over: its service, its schedule and every entry of it.

What is taken over says nothing of when that was done: the same ledger and the same service's
files give the same ledger again, with the same head, so that either side can check it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from watchbill.events.base import Event, Span
from watchbill.events.decided import FIRST_BUILD
from watchbill.events.laid_out import MOST_DAYS
from watchbill.events.names import keys_of, with_keys
from watchbill.events.noted import Noted
from watchbill.events.permanent_exchange import PermanentExchange
from watchbill.events.posted import Posted
from watchbill.events.schedule import Schedule
from watchbill.events.times import days
from watchbill.kernel.clock import Day, Instant, parse_day
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.beginning import begin
from watchbill.ledger.book import Book
from watchbill.ledger.chain import Row
from watchbill.ledger.completing import completed
from watchbill.ledger.entry import Entry, read_event
from watchbill.ledger.first_build import FirstEntry, first_entries, standing_first
from watchbill.ledger.posting import laid_out
from watchbill.service.model import Service

BY = "the take-over"
"""Who enters what no entry of the old ledger says."""

_NUMBERS = ("exchange", "vacancy", "change", "about", "upto")
"""Fields that name an entry by its number, or say how many there were."""
_PLACE = re.compile(r"entry (\d+)")


@dataclass(frozen=True, slots=True)
class OldPosting:
    """Dates that the first build kept beside a ledger: laid out, and posted at an instant."""

    dates: Span
    at: Instant | None = None


@dataclass(frozen=True, slots=True)
class TakenOver:
    """The new ledger, and the entries that could not stand on it, kept as words: why, each."""

    book: Book
    noted: tuple[tuple[int, str], ...]


def take_over(
    rows: Sequence[Row], service: Service, name: str, now: Instant,
    laid: Sequence[OldPosting] = (),
) -> TakenOver:  # fmt: skip
    """The ledger of the first build with these rows, for the service as its files have it.

    ``laid`` are the dates that a database kept as laid out; where there are none, they are those
    that the ledger posted first, or those of the service's file. ``now`` is when a ledger began
    that has no entry and was never posted. Raises :class:`BadInput` where a seal is broken, an
    entry cannot be read or the service cannot be taken up.
    """
    entries = first_entries(rows, name)
    zone = service.agreement.zone
    times = [entry.known for entry in entries[:1]]
    times += [posting.at for posting in laid if posting.at is not None]
    if not times:
        times = [now if service.posted is None else min(now, zone.instant(service.posted))]
    began = min(times)
    book = begin(service, began, BY, "The service as its files have it.", began)
    book = _with_dates(book, began, _pieces(_spans(entries, service, laid)), laid)
    book = _with_reason(book, _reason(rows))
    return _settled(book, [*_translated(entries, book)])


def _spans(
    entries: Sequence[FirstEntry], service: Service, laid: Sequence[OldPosting]
) -> list[Span]:
    """The dates of the schedule: posted ones, and those that were laid out before."""
    posted = [
        Span(parse_day(one.fields["from"]), parse_day(one.fields["to"]))
        for one in standing_first(entries)
        if one.kind == Posted.name()
    ]
    if posted and entries[0].kind == Posted.name():
        return posted
    own = Span(service.starts, Day(service.starts + 7 * service.weeks - 1))
    return posted + ([one.dates for one in laid] or [own])


def _pieces(spans: Iterable[Span]) -> Iterator[Span]:
    """All dates from the first to the last, each once: every span, and what lies between two."""
    ordered = sorted(spans)
    following = ordered[0].first
    for first, last in ordered:
        for start, end in ((following, Day(first - 1)), (max(first, following), last)):
            for day in range(start, end + 1, MOST_DAYS):
                yield Span(Day(day), min(end, Day(day + MOST_DAYS - 1)))
        following = max(following, Day(last + 1))


def _with_dates(
    book: Book, began: Instant, pieces: Iterable[Span], laid: Sequence[OldPosting]
) -> Book:
    for piece in pieces:
        event = laid_out(book.now, book.agreement, *piece)
        why = "The rotations laid out, as the first build did for every answer."
        book = book.with_entry(event, began, BY, why, entered=began)
    for posting in laid:
        if posting.at is not None:
            at = book.now.facts.zone.wall(posting.at)
            event = Posted(at=at, first=posting.dates.first, last=posting.dates.last)
            why = "Posted, as the first build kept it."
            book = book.with_entry(event, posting.at, BY, why, entered=posting.at)
    return book


def _reason(rows: Sequence[Row]) -> str:
    head = rows[-1].digest if rows else "none"
    return (
        f"Taken over from a ledger of the first build with {len(rows)} entries, the last sealed"
        f" with {head}. The service is as its files have it now, and stands from the time of that"
        " ledger's first entry; each entry keeps the time at which that ledger learnt of it."
    )


def _with_reason(book: Book, why: str) -> Book:
    first, *others = book.entries
    return replace(book, entries=(replace(first, why=why), *others))


def _translated(entries: Sequence[FirstEntry], book: Book) -> Iterator[Entry]:
    """The entries as they are written today, numbered after those of the book."""
    before = len(book.entries)
    pairs: list[tuple[str, str]] = []
    for entry in entries:
        corrects = None if entry.corrects is None else entry.corrects + before
        event = _event(entry, book, before, pairs) if entry.kind else None
        yield Entry(
            entry.number + before, entry.known, entry.known, entry.by, entry.why, event, corrects
        )


def _event(entry: FirstEntry, book: Book, before: int, pairs: list[tuple[str, str]]) -> Event:
    fields = dict(entry.fields)
    for field in _NUMBERS:
        if isinstance(fields.get(field), int):
            fields[field] += before
    if entry.kind == "decided":
        fields["looked_at"] = f"{FIRST_BUILD}{fields.get('looked_at')}"
    _name_the_pair(entry.kind, fields, pairs)
    try:
        event = with_keys(read_event({entry.kind: fields}, f"entry {entry.number}"), book.now)
    except BadInput:
        return _as_words({entry.kind: entry.fields}, None, book.now)
    if isinstance(event, PermanentExchange):
        return completed(event, book.now, lambda: book.agreement)
    return event


def _name_the_pair(kind: str, fields: dict[str, Any], pairs: list[tuple[str, str]]) -> None:
    """The first build ended the last exchange that ran where nobody's own was meant."""
    if kind == "permanent_exchange":
        pairs.append((fields["days"], fields["nights"]))
    elif kind in ("end_permanent_exchange", "partner_lost"):
        who = fields.get("person") or fields.get("of") or fields.get("by")
        own = [pair for pair in pairs if who in pair] or pairs
        if own:
            ended = own[-1]
            pairs.remove(ended)
            if who not in ended and kind == "end_permanent_exchange":
                fields["of"] = ended[0]


def _settled(book: Book, entries: list[Entry]) -> TakenOver:
    """The book with the entries; those that cannot stand as words."""
    before = len(book.entries)
    noted: dict[int, str] = {}
    for entry in entries:
        if isinstance(entry.event, Noted):
            noted[entry.number - before] = "it cannot be read today"
    while True:
        try:
            whole = Book.of((*book.entries, *entries))
        except BadInput as bad:
            for number, why in _refused(bad, entries):
                place = number - before - 1
                old = entries[place]
                assert old.event is not None, "nothing to refuse in what takes an entry back"
                words = _as_words(old.event.data(), old.event, book.now)
                entries[place] = replace(old, event=words)
                noted[number - before] = why
        else:
            return TakenOver(whole, tuple(sorted(noted.items())))


def _refused(bad: BadInput, entries: Sequence[Entry]) -> Iterator[tuple[int, str]]:
    """The entries whose events cannot stand, each with why.

    Raises the same where it is none of these entries that cannot.
    """
    place: dict[int, int] = {}
    stands: dict[int, int] = {}
    for entry in entries:
        at = entry.number if entry.corrects is None else place[entry.corrects]
        place[entry.number] = at
        stands[at] = entry.number
    for problem in bad.problems:
        match = _PLACE.fullmatch(problem.file)
        number = stands.get(int(match[1])) if match else None
        if number is None:
            raise bad
        found = "" if problem.found is None else f"; found {problem.found}"
        yield number, f"{problem.message}{found}"


def _as_words(data: dict[str, Any], event: Event | None, schedule: Schedule) -> Noted:
    """What an event said as words, of those of its people who are in the service."""
    words = json.dumps(data, ensure_ascii=False, sort_keys=True)
    people = () if event is None else event.people
    known = dict.fromkeys(key for one in people for key in keys_of(schedule, one))
    return Noted(words=words, of=tuple(known), days=() if event is None else tuple(days(event)))


def refuse_noted(taken: TakenOver, name: str) -> None:
    """Raises :class:`BadInput` where entries could only be kept as words."""
    if taken.noted:
        raise BadInput(
            Problem(name, None, f"entry {number}", f"this cannot stand on the service: {why}")
            for number, why in taken.noted
        )
