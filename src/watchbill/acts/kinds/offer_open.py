"""A tour must be filled, and the order of offer is worked out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from watchbill.acts.base import Act, Aftermath, Next, WorkedOut, local
from watchbill.acts.roles import DESK, ActingRole, Who
from watchbill.desk.frozen import decide
from watchbill.desk.missing import is_missing, nobody_missing
from watchbill.events.change import Change
from watchbill.events.leave import Leave
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Instant
from watchbill.kernel.fields import Text, Words
from watchbill.ledger.book import Book
from watchbill.records.local_tour import LocalTour, TourField


@dataclass(frozen=True, kw_only=True)
class OpenOffer(Act):
    """Open a vacancy, and keep the order of offer with what it looked at.

    ``sure``: although nobody is missing then.
    """

    roles: ClassVar[frozenset[ActingRole]] = DESK

    tour: TourField
    post: Text
    volunteers: Words = ()
    occasion: Text | None = None
    sure: bool = False

    def work_out(self, book: Book, who: Who, known: Instant) -> WorkedOut:
        event = Vacancy(
            tour=self.tour,
            post=self.post,
            at=local(book, known),
            volunteers=self.volunteers,
            occasion=self.occasion,
        )
        after = book.with_entry(event, known, who.name, self.why)
        decided = decide(after, len(after.entries))
        after = after.with_entry(decided, known, who.name, self.why)
        question = None if self.sure else nobody_missing(book.texts, book.now, event)
        if question is None:
            return WorkedOut(after, decided)
        return WorkedOut(after, decided, (question,), Next(replace(self, sure=True), "if it is"))

    @classmethod
    def offered(cls, left: Aftermath) -> Iterator[Next]:
        """For the tour that somebody leaves, at each post that misses them."""
        book = left.after
        for entry in left.added:
            event = entry.event
            if not isinstance(event, Leave | Change) or event.person not in book.now.people:
                continue
            standing = book.now.people[event.person]
            lost = [one.tour for one in standing.absences if one.number == entry.number]
            lost += [
                one.before
                for one in standing.changes
                if one.number == entry.number and one.before is not None
            ]
            for tour in lost[:1]:
                words = LocalTour(tour.wall_start, tour.nominal)
                for post in book.service.posts:
                    if post.takes(standing.person) and is_missing(
                        book.texts, book.now, words, post.id
                    ):
                        yield Next(cls(tour=words, post=post.id))
