"""Two ask to exchange tours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from watchbill.acts.base import Act, WorkedOut, key_of, local
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.desk.frozen import decide
from watchbill.events.exchange import Exchange
from watchbill.kernel.clock import Instant
from watchbill.kernel.fields import LengthField, Text, WallField, Words
from watchbill.ledger.book import Book


@dataclass(frozen=True, kw_only=True)
class AskExchange(Act):
    """Ask for an exchange of tours, and have it judged.

    The first of ``between`` asks, and is entered as having asked in writing unless ``written``
    says who did: whoever did not say so is not said to have. The other agrees by an act of their
    own. ``asked`` is when they asked, where not when it became known.
    """

    roles: ClassVar[frozenset[ActingRole]] = DESK
    own: ClassVar[bool] = True

    between: tuple[Text, Text]
    gives: tuple[WallField | None, WallField | None]
    asked: WallField | None = None
    written: Words | None = None
    part: LengthField | None = None

    def is_of(self, who: Who, book: Book) -> bool:
        return all(key_of(book, name) == who.person for name in (self.between[0], *self._written))

    @property
    def _written(self) -> tuple[str, ...]:
        return self.between[:1] if self.written is None else tuple(self.written)

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        event = Exchange(
            between=self.between,
            gives=self.gives,
            asked=local(book, known) if self.asked is None else self.asked,
            written=self._written,
            part=self.part,
        )
        after = book.with_entry(event, known, who.name, self.why)
        return WorkedOut(after, decide(after, len(after.entries)))
