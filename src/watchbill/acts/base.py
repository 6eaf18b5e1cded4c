"""What every act has.

An act is a frozen, typed request. A kind is a file of ``acts/kinds``: its record, whose docstring
is what it is called in lists; who may ask for it (``roles``, ``own``); what it would enter
(``work_out``); and when it is what could be done next (``offered``). Nothing lists the kinds.
"""

from __future__ import annotations

import inspect
from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from watchbill.acts.roles import ActingRole, Who
from watchbill.events.decided import Decided
from watchbill.events.names import keys_of
from watchbill.kernel.clock import Instant, Wall
from watchbill.kernel.fields import FORBID_UNKNOWN, WallField
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.book import Book
from watchbill.ledger.entry import Entry


@dataclass(frozen=True, slots=True)
class Aftermath:
    """What an act leaves to those that come next: the book, the entries just made, and the
    decision that was just worked out."""

    after: Book
    added: tuple[Entry, ...] = ()
    decided: Decided | None = None


@dataclass(frozen=True, slots=True)
class WorkedOut:
    """What an act comes to: the book as it would be, and the decision that it rests on.

    ``held_back`` says, a sentence each, why nothing is entered after all; ``all_the_same`` is the
    request that would enter it nevertheless, where there is one. ``notes`` are said beside it.
    """

    after: Book
    decided: Decided | None = None
    held_back: tuple[str, ...] = ()
    all_the_same: Next | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Next:
    """An act that could be asked for now, ``because``; ``say`` names fields that are still to be
    said, and ``instead`` other values of a field."""

    act: Act
    because: str = ""
    say: tuple[str, ...] = ()
    instead: tuple[tuple[str, tuple[str, ...]], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Act(ABC):
    """A request to enter something.

    ``why`` is the reason, and ``known`` the local time at which it became known, where that is
    not the minute at which it is entered.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = {**FORBID_UNKNOWN}

    roles: ClassVar[frozenset[ActingRole]]
    """Roles that may ask for it, whomever it is about."""
    own: ClassVar[bool] = False
    """Whether a member may ask for it in their own name."""

    why: str = ""
    known: WallField | None = None

    @classmethod
    def name(cls) -> str:
        """As it is written: ``exchange-ask``."""
        return cls.__module__.rsplit(".", 1)[-1].replace("_", "-")

    @classmethod
    def summary(cls) -> str:
        """The first line of its docstring."""
        return (inspect.getdoc(cls) or "").splitlines()[0]

    def may(self, who: Who, book: Book) -> bool:
        """Whether they may ask for it, on that book."""
        if self.roles & who.roles:
            return True
        is_own = self.own and ActingRole.MEMBER in who.roles and who.person is not None
        return is_own and self.is_of(who, book)

    def is_of(self, who: Who, book: Book) -> bool:
        """Whether it is in the name of who asks, and of nobody else."""
        return False

    @abstractmethod
    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        """What it would enter into the book, known at that instant; raises :class:`BadInput`."""

    @classmethod
    def offered(cls, left: Aftermath) -> Iterator[Next]:  # noqa: ARG003  for kinds to answer
        """Acts of this kind that could be asked for after what was left."""
        return iter(())


def local(book: Book, known: Instant) -> Wall:
    """The local time of an instant."""
    return book.now.facts.zone.wall(known)


def key_of(book: Book, person: str) -> str:
    """The person's key, by key or name; what was said where nobody, or more than one, has it."""
    keys = keys_of(book.now, person)
    return keys[0] if len(keys) == 1 else person


def cannot(message: str) -> BadInput:
    """That it cannot be, in a sentence."""
    return BadInput([Problem("ledger", None, "", message)])
