"""What follows from entries: findings, coverage, hours, money, and who has to know of them.

It is worked out for those concerned alone, by the names that the entries give, and before
anything is saved.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from watchbill.asking.asking import Texts
from watchbill.audit.audit import Finding
from watchbill.desk.caution import Caution
from watchbill.desk.effect import Touched, pay_of, sentence, touched
from watchbill.desk.following import following
from watchbill.desk.notice import WithoutPremium, without_premium
from watchbill.events.notice_given import NoticeGiven
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Day, Wall, day_of
from watchbill.ledger.book import Book
from watchbill.ledger.rosters import roster_of
from watchbill.pay.lines import PayLine, basic_hours, total
from watchbill.records.tours import Tour
from watchbill.roster.model import Roster
from watchbill.roster.seated import seated


@dataclass(frozen=True, slots=True)
class HoursChange:
    """One person's minutes on duty over the dates of the schedule, and what is paid for them in
    hours at the basic rate, before and after."""

    person: str
    duty: tuple[int, int]
    paid: tuple[Decimal, Decimal]


@dataclass(frozen=True, slots=True)
class ToTell:
    """Somebody whose tours change, and the local start of the first tour that is another."""

    person: str
    by: Wall


@dataclass(frozen=True, slots=True)
class Consequences:
    """What entries bring about for those concerned.

    ``cost`` is the money before and after; ``lines`` the pay lines that rest on the entries;
    ``notice`` by when a change had to be told to be paid no premium. ``coverage`` has the
    stretches in which it changes, ``short`` a sentence for each that gets worse.
    """

    cost: tuple[Decimal, Decimal] = (Decimal(0), Decimal(0))
    lines: tuple[PayLine, ...] = ()
    notice: WithoutPremium | None = None
    findings: tuple[Finding, ...] = ()
    remarks: tuple[Caution, ...] = ()
    coverage: tuple[Touched, ...] = ()
    short: tuple[str, ...] = ()
    hours: tuple[HoursChange, ...] = ()
    to_tell: tuple[ToTell, ...] = field(default=())

    @property
    def difference(self) -> Decimal:
        """What those concerned cost more than before."""
        return self.cost[1] - self.cost[0]


def consequences(before: Book, after: Book) -> Consequences:
    """What the entries that ``after`` has more than ``before`` bring about."""
    added = after.entries[len(before.entries) :]
    if not added or after.now.span is None:
        return Consequences()
    numbers = {entry.number for entry in added} | {
        entry.corrects for entry in added if entry.corrects is not None
    }
    numbers |= {entry.event.change for entry in added if isinstance(entry.event, NoticeGiven)}
    names = _concerned(after, numbers)
    about_all = any(entry.event is not None and entry.event.about_all for entry in added)
    if not (names or about_all):
        return Consequences()
    found = following(after.texts, before.now, after.now, () if about_all else names)
    if before.now.span is None:
        return Consequences(findings=found.findings)  # nothing stood before: nothing changed
    texts = after.texts
    moved = {name: _moved(before, after, name) for name in names}
    earlier, later = (pay_of(texts, book.now, names) for book in (before, after))
    parts = touched(texts, before.now, after.now, _days(texts, moved, before, after))
    zone = after.now.facts.zone
    return Consequences(
        (total(earlier), total(later)),
        tuple(line for line in later if numbers & set(line.numbers)),
        without_premium(texts, before.now, added),
        found.findings,
        found.remarks,
        tuple(part for part in parts if part.changed),
        tuple(sentence(part, zone) for part in parts if part.worse),
        tuple(_hours(before, after, names, earlier, later)),
        tuple(
            ToTell(after.now.name(name), min(tour.wall_start for tour in tours))
            for name, tours in moved.items()
            if tours
        ),
    )


def _concerned(book: Book, numbers: Iterable[int]) -> list[str]:
    """Keys of those whom the entries are about, directly or by the request they answer."""
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


def _moved(before: Book, after: Book, name: str) -> set[Tour]:
    """Tours that the person works before or after, and not alike both times."""
    old, new = (
        set()
        if name not in book.now.people
        else {*book.now.people[name].held.values(), *book.now.people[name].calls}
        for book in (before, after)
    )
    return {held.tour for held in old ^ new}


def _days(texts: Texts, moved: dict[str, set[Tour]], before: Book, after: Book) -> list[Day]:
    """Dates on which these people's tours differ, or their rest does."""
    days = {tour.day for tours in moved.values() for tour in tours}
    if moved:
        # Whoever rests does so by their own record: nobody else's is looked at.
        stood, stands = (roster_of(book.now, people=tuple(moved)) for book in (before, after))
        days |= _rested(texts, stood, stands)
    return sorted(days)


def _rested(texts: Texts, old: Roster, new: Roster) -> set[Day]:
    """Dates on which somebody rests, or no longer does, who did not before."""
    zone = old.zone
    rosters = (seated(texts, one).lines for one in (old, new))
    return {
        day_of(zone.wall(start))
        for one, other in zip(*rosters, strict=False)
        for start, _ in {*one.breaks} ^ {*other.breaks}
    }


def _hours(
    before: Book,
    after: Book,
    names: Sequence[str],
    earlier: Sequence[PayLine],
    later: Sequence[PayLine],
) -> Iterable[HoursChange]:
    """Of those alone whose hours on duty, or paid, are others."""
    for key in names:
        duty = _on_duty(before.now, key), _on_duty(after.now, key)
        paid = _paid(earlier, key), _paid(later, key)
        if duty[0] != duty[1] or paid[0] != paid[1]:
            yield HoursChange(after.now.name(key), duty, paid)


def _paid(lines: Iterable[PayLine], key: str) -> Decimal:
    return basic_hours(line for line in lines if line.person.key == key)


def _on_duty(schedule: Schedule, key: str) -> int:
    """Minutes really on duty, without the breaks in the tours."""
    if key not in schedule.people:
        return 0
    roster = roster_of(schedule, people=(key,))
    return sum(
        sum(tour.end - tour.start for tour in line.tours)
        - sum(end - start for start, end in line.breaks)
        for line in roster.lines
    )
