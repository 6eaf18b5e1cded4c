"""From a request, who asks and a book to what would follow; and to what was entered.

An outcome carries the ledger's head on which it was worked out. At saving it is worked out again
on what stands then; where that differs from what was seen, nothing is entered and it is shown
again.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cached_property

from watchbill.acts.base import Act, Aftermath, Next, local
from watchbill.acts.registry import next_after
from watchbill.acts.roles import ActingRole, Who
from watchbill.desk.consequences import Consequences, consequences
from watchbill.events.decided import Decided
from watchbill.kernel.clock import Instant, Wall, wall_text
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.book import Book
from watchbill.ledger.entry import Entry
from watchbill.ledger.judging import is_left_out
from watchbill.store.base import Store
from watchbill.store.books import enter

MOVED = "the ledger has moved on, and this no longer comes to what was shown: look again"


class NotAllowed(Exception):  # noqa: N818  no error: who asks has not the role
    """Who asks may not ask for this act."""

    def __init__(self, act: Act, who: Who) -> None:
        self.act, self.who = act, who
        roles = ", ".join(sorted(act.roles))
        super().__init__(f"{who.name} may not ask for {act.name()}: {roles} may")


@dataclass(frozen=True)
class Seen:
    """What somebody looked at before they said yes: the head, and what it came to."""

    head: str
    digest: str


@dataclass(frozen=True)
class ActOutcome:
    """What an act comes to on a book.

    ``after`` has the entries that it makes; ``decided`` is the decision that it rests on.
    ``held_back`` says why it is not entered after all, and ``all_the_same`` is the request that
    would enter it nevertheless. ``entered`` once it has been.
    """

    act: Act
    who: Who
    before: Book
    after: Book
    decided: Decided | None = None
    held_back: tuple[str, ...] = ()
    all_the_same: Next | None = None
    notes: tuple[str, ...] = ()
    entered: bool = False

    @property
    def head(self) -> str:
        """The digest of the last entry before it: the ledger on which it was worked out."""
        return self.before.head()

    @property
    def added(self) -> tuple[Entry, ...]:
        """The entries that it makes; that it would make, where it is held back."""
        return tuple(self.after.entries[len(self.before.entries) :])

    @property
    def may(self) -> frozenset[ActingRole]:
        """Roles that may ask for it."""
        return self.act.roles | ({ActingRole.MEMBER} if self.act.own else frozenset())

    @cached_property
    def consequences(self) -> Consequences:
        """What follows from the entries; worked out when it is asked for, for those concerned."""
        return consequences(self.before, self.after)

    @cached_property
    def next(self) -> tuple[Next, ...]:
        """What can be asked for now, each kind of act by itself; where this one is held back,
        how it would be entered all the same."""
        if self.held_back:
            return (self.all_the_same,) if self.all_the_same else ()
        return next_after(Aftermath(self.after, self.added, self.decided))

    @cached_property
    def seen(self) -> Seen:
        """What is to be handed back with a yes."""
        follows = self.consequences
        entries = [(one.event, one.corrects, one.why) for one in self.added]
        decision = None if self.decided is None else self.decided.answer
        said = repr((entries, self.held_back, decision, follows.cost, follows.findings,
                     follows.remarks, follows.coverage, follows.hours, follows.notice))  # fmt: skip
        return Seen(self.head, hashlib.sha256(said.encode()).hexdigest())


def work_out(act: Act, who: Who, book: Book, now: Instant) -> ActOutcome:
    """What the act comes to on that book at that minute; nothing is entered.

    Raises :class:`NotAllowed`, and :class:`BadInput` where it cannot be.
    """
    if not act.may(who, book):
        raise NotAllowed(act, who)
    worked = act.work_out(book, who, known_at(act.known, book, now))
    return ActOutcome(
        act,
        who,
        book,
        worked.after,
        worked.decided,
        worked.held_back,
        worked.all_the_same,
        worked.notes,
    )


def carry_out(
    store: Store,
    act: Act,
    who: Who,
    *,
    seen: Seen | None = None,
    begun: Callable[[Book, Instant], Book] | None = None,
) -> ActOutcome:
    """Works the act out on what the store has now, and enters it unless it is held back.

    ``seen`` is what was looked at before: where the head is another and what follows is too,
    nothing is entered. ``begun`` begins a ledger that is to be. Raises as :func:`work_out` does.
    """
    kept: list[ActOutcome] = []

    def change(book: Book, now: Instant) -> Book:
        outcome = work_out(act, who, begun(book, now) if begun else book, now)
        if seen is not None and seen.head != outcome.head and seen.digest != outcome.seen.digest:
            outcome = replace(outcome, held_back=(MOVED,), all_the_same=Next(act))
        kept[:] = [outcome]
        return book if outcome.held_back else outcome.after

    _, after = enter(store, change)
    (outcome,) = kept
    return outcome if outcome.held_back else replace(outcome, after=after, entered=True)


def known_at(known: Wall | None, book: Book, now: Instant) -> Instant:
    """When an entry becomes known: as said, or now. Raises :class:`BadInput` for times to come,
    and for those that the clocks leave out."""
    if known is None:
        return now
    zone = book.now.facts.zone
    if is_left_out(zone, known):
        raise _bad("the clocks go forward then: there is no such time", known)
    if zone.instant(known) > now:
        present = wall_text(local(book, now))
        raise _bad(f"nothing is known in the future; it is {present}", known)
    return zone.instant(known)


def _bad(message: str, known: Wall) -> BadInput:
    return BadInput([Problem("the request", None, "known", message, wall_text(known))])
