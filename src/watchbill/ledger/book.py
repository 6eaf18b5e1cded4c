"""A ledger with what it comes to: what may be added, and what follows from it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from watchbill.agreement.model import NO_CHOICE, NO_SETTINGS, Agreement
from watchbill.agreement.succession import Succession
from watchbill.events.agreement_holds import AgreementHolds
from watchbill.events.base import Event
from watchbill.events.duty import Known
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer, in_writing, resting_on, verdict
from watchbill.events.schedule import Schedule
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Day, Instant, zone
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.chain import head_of
from watchbill.ledger.completing import completed
from watchbill.ledger.entry import Entry, as_of
from watchbill.ledger.judging import refuse_impossible
from watchbill.ledger.rows import ReadEntries
from watchbill.ledger.service_view import service_on
from watchbill.ledger.texts import agreement_of, texts_of
from watchbill.records.facts import Facts
from watchbill.service.model import Service

NEVER = Instant(0)
NOTHING = Schedule(Facts("", "", zone("UTC"), "", Day(0)))
"""The schedule before the first entry."""


@dataclass(frozen=True)
class Chosen:
    """Readings by clause and figures by name, chosen beside those that the ledger has."""

    readings: Mapping[str, str] = field(default_factory=lambda: NO_CHOICE)
    settings: Mapping[str, object] = field(default_factory=lambda: NO_SETTINGS)


@dataclass(frozen=True, eq=False)
class Book:
    """The entries of a ledger and the schedule that they come to.

    ``now`` is the fold of all entries; :meth:`of` makes it. ``chosen`` are other readings and
    figures of the agreement, for a question that is asked of the book.
    """

    entries: Sequence[Entry] = ()
    now: Schedule = NOTHING
    latest: Instant = NEVER
    """When what became known last became known."""
    chosen: Chosen = Chosen()
    earlier: Callable[[int], Book] | None = None
    """The book with so many of its entries, where somebody keeps what is quicker than a fold."""

    @classmethod
    def of(cls, entries: Sequence[Entry], chosen: Chosen | None = None) -> Book:
        """The book with these entries, from the first to the last.

        Raises :class:`BadInput` with every event that cannot have happened.
        """
        now = NOTHING.apply_all(as_of(entries))
        latest = max((entry.known for entry in entries), default=NEVER)
        return cls(entries, now, latest, chosen or Chosen())

    @cached_property
    def agreement(self) -> Agreement:
        """The agreement in force, read as chosen. Raises :class:`BadInput` where none is."""
        return agreement_of(self.now.facts, self.chosen.readings, self.chosen.settings)

    @cached_property
    def texts(self) -> Succession:
        """The texts in succession, read as chosen. Raises :class:`BadInput` where none is."""
        return texts_of(self.now.facts, self.chosen.readings, self.chosen.settings)

    @cached_property
    def service(self) -> Service:
        """The service as of the first date of its schedule. Raises :class:`BadInput`."""
        span = self.now.span
        return service_on(self.now, self.agreement, self.now.facts.anchor if span is None else
                          span.first)  # fmt: skip

    @property
    def first(self) -> Day:
        """The first date of the schedule. Raises :class:`BadInput` where nothing is laid out."""
        return self.now.dates.first

    @property
    def last(self) -> Day:
        """The last date of the schedule. Raises :class:`BadInput` where nothing is laid out."""
        return self.now.dates.last

    def until(self, number: int) -> Book:
        """The book with its first ``number`` entries."""
        if number >= len(self.entries):
            return self
        if self.earlier is not None:
            return self.earlier(number)
        return Book.of(self.entries[:number], self.chosen)

    def known(self, instant: Instant | None = None) -> list[Known]:
        """Events known by then; all of them where no instant is given."""
        return as_of(self._that_matter_by(instant), instant)

    def count_known(self, instant: Instant) -> int:
        """How many entries are of what was known by then."""
        return sum(entry.known <= instant for entry in self._that_matter_by(instant))

    def _that_matter_by(self, instant: Instant | None) -> Sequence[Entry]:
        if instant is None or not isinstance(self.entries, ReadEntries):
            return self.entries
        return self.entries.that_matter_by(instant)

    def head(self, upto: int | None = None) -> str:
        """The digest that seals the first so many entries, or all of them."""
        count = len(self.entries) if upto is None else upto
        sealed = self.entries.digest(count) if isinstance(self.entries, ReadEntries) else None
        return head_of(self.entries[:count]) if sealed is None else sealed

    def schedule(self, instant: Instant | None = None) -> Schedule:
        """The schedule as it stood then, or as it stands. Raises :class:`BadInput`."""
        return self.now if instant is None else NOTHING.apply_all(self.known(instant))

    def next_entered(self, now: Instant) -> Instant:
        """When an entry made now is entered: not before the one that stands last."""
        return max(now, self.entries[-1].entered) if self.entries else now

    def with_entry(
        self,
        event: Event,
        known: Instant,
        by: str,
        why: str,
        *,
        entered: Instant | None = None,
        beside: str | None = None,
    ) -> Book:
        """The book with one more entry; entered when it became known, where nobody says.

        Raises :class:`BadInput` where the event cannot have happened on the schedule as it
        stands, or as it stood when the event became known.
        """
        event = completed(event, self.now, lambda: self.agreement)
        entry = self._next(event, known, by, why, None, entered, beside)
        now = self.now.apply(Known(entry.number, event))
        refuse_impossible(entry, self.now)
        if isinstance(event, AgreementHolds):
            texts_of(now.facts)  # a text that cannot be read, or succeeds none, is not entered
        self._refuse_early(entry)
        return self._plus(entry, now)

    def with_entries(
        self,
        events: Sequence[Event],
        known: Instant,
        by: str,
        why: str,
        *,
        entered: Instant | None = None,
    ) -> Book:
        """The book with an entry for each event, all known at once. Raises :class:`BadInput`."""
        book = self
        for event in events:
            book = book.with_entry(event, known, by, why, entered=entered)
        return book

    def stamped(self, after: int, entered: Instant) -> Book:
        """The book whose entries after that number were entered at that instant."""
        fresh = [replace(entry, entered=entered) for entry in self.entries[after:]]
        if isinstance(self.entries, ReadEntries):
            return replace(self, entries=self.entries.until(after).plus(*fresh))
        return replace(self, entries=(*self.entries[:after], *fresh))

    def with_correction(
        self,
        corrects: int,
        event: Event | None,
        known: Instant,
        by: str,
        why: str,
        *,
        entered: Instant | None = None,
    ) -> Book:
        """The book with an entry that takes the place of an earlier one, or takes it back.

        All that came after is held against it again. Raises :class:`BadInput`.
        """
        if not 1 <= corrects <= len(self.entries):
            raise _cannot(f"the ledger has no entry {corrects} to correct")
        place = self._place(corrects)
        before = NOTHING.apply_all(one for one in self.known() if one.number < place)
        if event is not None:
            event = completed(event, before, lambda: self.agreement)
        entry = self._next(event, known, by, why, corrects, entered, None)
        refuse_impossible(entry, before)
        return self._plus(entry, NOTHING.apply_all(as_of((*self.entries, entry))))

    def _plus(self, entry: Entry, now: Schedule) -> Book:
        entries = self.entries
        more = entries.plus(entry) if isinstance(entries, ReadEntries) else (*entries, entry)
        return Book(more, now, max(self.latest, entry.known), self.chosen)

    def _next(
        self,
        event: Event | None,
        known: Instant,
        by: str,
        why: str,
        corrects: int | None,
        entered: Instant | None,
        beside: str | None,
    ) -> Entry:
        entered = self.next_entered(known) if entered is None else entered
        if known > entered:
            raise _cannot("nothing is known before it is entered and after it at once")
        return Entry(len(self.entries) + 1, known, entered, by, why, event, corrects, beside)

    def _refuse_early(self, entry: Entry) -> None:
        """What became known before others that were entered earlier must have been possible
        then, too."""
        event = entry.event
        if event is None or entry.known >= self.latest:
            return
        then = self.schedule(entry.known)
        refuse_impossible(entry, then)
        then.apply(Known(entry.number, event))

    def _place(self, number: int) -> int:
        """The first of the entries that entry ``number`` corrects, one after another."""
        corrects = self.entries[number - 1].corrects
        return number if corrects is None else self._place(corrects)

    def exchange(self, number: int) -> Exchange:
        """The exchange that entry ``number`` asks for. Raises :class:`BadInput`."""
        event = self.now.asked.get(number)
        if not isinstance(event, Exchange):
            raise _cannot(f"entry {number} asks for no exchange")
        return event

    def vacancy(self, number: int) -> Vacancy:
        """The vacancy that entry ``number`` opened. Raises :class:`BadInput`."""
        event = self.now.asked.get(number)
        if not isinstance(event, Vacancy):
            raise _cannot(f"entry {number} opens no vacancy")
        return event

    def answers_to(self, number: int) -> tuple[Known, ...]:
        """What was answered to the exchange or the vacancy of entry ``number``."""
        return self.now.answers.get(number, ())

    def answer_to(self, number: int) -> ExchangeAnswer | None:
        """The last answer to the exchange of entry ``number``; that one agreed is none."""
        return verdict(self.answers_to(number))

    def in_writing(self, number: int) -> tuple[str, ...]:
        """Who asked for the exchange of entry ``number`` in writing, or agreed to it since."""
        return in_writing(self.exchange(number), self.answers_to(number))

    def resting_on(self, number: int) -> list[int]:
        """Exchanges in force that rest on this one, directly or through others, in order."""
        return resting_on(self.now.moved, number)


def _cannot(message: str) -> BadInput:
    return BadInput([Problem("ledger", None, "", message)])
