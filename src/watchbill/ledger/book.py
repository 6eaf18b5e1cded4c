"""A service with its ledger: what may be added, and what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from watchbill.events.base import Event
from watchbill.events.duty import Known
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.events.offer_answer import OfferAnswer
from watchbill.events.posted import Posted
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Day, Instant
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.ledger.entry import Entry, as_of
from watchbill.ledger.possible import refuse_impossible
from watchbill.ledger.standing import Schedule, stand
from watchbill.roster.build import build_roster
from watchbill.roster.model import Roster
from watchbill.service.model import Service

Span = tuple[Day, Day]


@dataclass(frozen=True)
class Book:
    """A service and the entries of its ledger, over the dates of its schedule.

    The schedule covers what was posted. Where the ledger does not begin with a posting, it
    covers ``laid_out`` as well: dates, both included, that were laid out before the ledger
    began; the service file's own schedule where none are given.
    """

    service: Service
    entries: tuple[Entry, ...] = ()
    laid_out: tuple[Span, ...] = ()

    @cached_property
    def dates(self) -> Span:
        """The first and the last date of the schedule."""
        posted = [one.event for one in self.known() if isinstance(one.event, Posted)]
        spans = [(one.first, one.last) for one in posted]
        if not (self.entries and isinstance(self.entries[0].event, Posted) and spans):
            begins = self.service.starts
            own = (begins, Day(begins + 7 * self.service.weeks - 1))
            spans += self.laid_out or (own,)
        return min(one for one, _ in spans), max(one for _, one in spans)

    @property
    def first(self) -> Day:
        """The first date of the schedule."""
        return self.dates[0]

    @property
    def last(self) -> Day:
        """The last date of the schedule."""
        return self.dates[1]

    def until(self, number: int) -> Book:
        """The book with its first ``number`` entries."""
        return replace(self, entries=self.entries[:number])

    @cached_property
    def roster(self) -> Roster:
        """The schedule as posted, before anything happened."""
        return build_roster(self.service, self.first, last=self.last)

    def known(self, instant: Instant | None = None) -> list[Known]:
        """Events known by then; all of them where no instant is given."""
        return as_of(self.entries, instant)

    def schedule(self, instant: Instant | None = None) -> Schedule:
        """The schedule as it stood then, or as it stands. Raises :class:`BadInput`."""
        return stand(self.service.agreement, self.roster, self.known(instant))

    @cached_property
    def now(self) -> Schedule:
        """The schedule as it stands."""
        return self.schedule()

    def next_known(self, now: Instant) -> Instant:
        """When an entry made now becomes known: not before the one that stands last."""
        return max(now, self.entries[-1].known) if self.entries else now

    def with_entry(self, event: Event, known: Instant, by: str, why: str) -> Book:
        """The book with one more entry.

        Raises :class:`BadInput` where the event cannot have happened on the schedule as it
        stands, or answers what was answered already.
        """
        return self._with(Entry(len(self.entries) + 1, known, by, why, event))

    def with_entries(self, events: Sequence[Event], known: Instant, by: str, why: str) -> Book:
        """The book with an entry for each event, all known at once. Raises :class:`BadInput`."""
        book = self
        for event in events:
            book = book.with_entry(event, known, by, why)
        return book

    def with_correction(
        self, corrects: int, event: Event | None, known: Instant, by: str, why: str
    ) -> Book:
        """The book with an entry that takes the place of an earlier one, or takes it back."""
        if not 1 <= corrects <= len(self.entries):
            raise _cannot(f"the ledger has no entry {corrects} to correct")
        return self._with(Entry(len(self.entries) + 1, known, by, why, event, corrects))

    def _with(self, entry: Entry) -> Book:
        if self.entries and entry.known < self.entries[-1].known:
            raise _cannot("it would be known before the entry that stands last")
        place = len(self.entries) + 1 if entry.corrects is None else self._place(entry.corrects)
        others = [one for one in self.known() if one.number != place]
        if isinstance(entry.event, ExchangeAnswer):
            self._refuse_second_answer(entry.event, others)
        if isinstance(entry.event, OfferAnswer):
            self._refuse_unasked(entry.event, others)
        if isinstance(entry.event, Vacancy):
            self._refuse_unknown_post(entry.event.post)
        book = replace(self, entries=(*self.entries, entry))
        book.now  # noqa: B018  raises where what stands cannot have happened
        refuse_impossible(entry, self._before(place), book.dates)
        return book

    def _place(self, number: int) -> int:
        """The first of the entries that entry ``number`` corrects, one after another."""
        corrects = self.entries[number - 1].corrects
        return number if corrects is None else self._place(corrects)

    def _before(self, place: int) -> Schedule:
        """The schedule that stands, of what comes before that place."""
        if place > len(self.entries):
            return self.now
        earlier = [one for one in self.known() if one.number < place]
        return stand(self.service.agreement, self.roster, earlier)

    def exchange(self, number: int) -> Exchange:
        """The exchange that entry ``number`` asks for. Raises :class:`BadInput`."""
        event = self._event(number)
        if not isinstance(event, Exchange):
            raise _cannot(f"entry {number} asks for no exchange")
        return event

    def vacancy(self, number: int) -> Vacancy:
        """The vacancy that entry ``number`` opened. Raises :class:`BadInput`."""
        event = self._event(number)
        if not isinstance(event, Vacancy):
            raise _cannot(f"entry {number} opens no vacancy")
        return event

    def _event(self, number: int) -> Event | None:
        return next((one.event for one in self.known() if one.number == number), None)

    def answer_to(self, number: int) -> ExchangeAnswer | None:
        """The last answer to the exchange of entry ``number``; that one agreed is none."""
        return _answer_to(number, self.known())

    def _refuse_second_answer(self, answer: ExchangeAnswer, others: Iterable[Known]) -> None:
        asked = self.exchange(answer.exchange)
        before = _answer_to(answer.exchange, others)
        if answer.answer == "agreed":
            self._refuse_agreed(answer, asked)
        if answer.answer == "undone":
            if before is None or before.answer != "approved":
                raise _cannot(f"the exchange of entry {answer.exchange} does not stand")
            self._refuse_chain(answer.exchange)
        elif before is not None:
            raise _cannot(f"the exchange of entry {answer.exchange} was {before.answer} already")

    def _refuse_agreed(self, answer: ExchangeAnswer, asked: Exchange) -> None:
        if answer.by not in asked.between:
            who = answer.by or "nobody"
            raise _cannot(f"{who} is none of the two of the exchange of entry {answer.exchange}")
        if answer.by in self.in_writing(answer.exchange):
            raise _cannot(f"{answer.by} has asked, or agreed, in writing already")

    def in_writing(self, number: int) -> tuple[str, ...]:
        """Who asked for the exchange of entry ``number`` in writing, or agreed to it since."""
        agreed = [
            one.event.by
            for one in self.known()
            if isinstance(one.event, ExchangeAnswer)
            and one.event.exchange == number
            and one.event.answer == "agreed"
            and one.event.by is not None
        ]
        return (*self.exchange(number).written, *agreed)

    def _refuse_chain(self, number: int) -> None:
        chain = self.resting_on(number)
        if chain:
            names = ", ".join(map(str, chain))
            raise _cannot(
                f"later exchanges rest on that of entry {number}: those of entries {names};"
                " undo them first, the last one first, or unwind the whole chain"
            )

    def resting_on(self, number: int) -> list[int]:
        """Exchanges in force that rest on this one, directly or through others, in their order.

        One rests on another where it gives away a tour that the other brought.
        """
        brought: dict[tuple[str, int], int] = {}
        rests: dict[int, set[int]] = {}
        asked: dict[int, Exchange] = {}
        for one in self.known():
            if isinstance(one.event, Exchange):
                asked[one.number] = one.event
            if not isinstance(one.event, ExchangeAnswer) or one.event.exchange not in asked:
                continue
            exchange = one.event.exchange
            if one.event.answer == "undone":
                rests.pop(exchange, None)
                brought = {key: by for key, by in brought.items() if by != exchange}
            elif one.event.answer == "approved":
                moves = _moves(asked[exchange])
                rests[exchange] = {
                    brought[giver, start] for giver, _, start in moves if (giver, start) in brought
                }
                for _, taker, start in moves:
                    brought[taker, start] = exchange
        found: list[int] = []
        for exchange, below in rests.items():
            if below & {number, *found}:
                found.append(exchange)
        return found

    def _refuse_unknown_post(self, name: str) -> None:
        known = [word for post in self.service.posts for word in (post.id, post.name)]
        if name not in known:
            message, allowed = "the service has no such post", ", ".join(known)
            near = nearest(name, known)
            raise BadInput([Problem("ledger", None, "post", message, name, allowed, near)])

    def _refuse_unasked(self, answer: OfferAnswer, others: Iterable[Known]) -> None:
        self.vacancy(answer.vacancy)
        for one in others:
            event = one.event
            if not isinstance(event, OfferAnswer) or event.vacancy != answer.vacancy:
                continue
            if event.answer in ("accepted", "ordered"):
                raise _cannot(f"the vacancy of entry {answer.vacancy} is filled by {event.person}")
            if event.person == answer.person and answer.answer != "ordered":
                raise _cannot(f"{answer.person} has answered already: {event.answer}")


def _answer_to(number: int, known: Iterable[Known]) -> ExchangeAnswer | None:
    answers = [
        one.event
        for one in known
        if isinstance(one.event, ExchangeAnswer)
        and one.event.exchange == number
        and one.event.answer != "agreed"
    ]
    return answers[-1] if answers else None


def _moves(exchange: Exchange) -> Iterable[tuple[str, str, int]]:
    """Giver, taker and start of each tour that changes hands."""
    one, other = exchange.between
    pairs = ((one, other, exchange.gives[0]), (other, one, exchange.gives[1]))
    return [(giver, taker, start) for giver, taker, start in pairs if start is not None]


def _cannot(message: str) -> BadInput:
    return BadInput([Problem("ledger", None, "", message)])
