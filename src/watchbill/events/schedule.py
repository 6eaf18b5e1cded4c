"""The schedule as it stands: what the ledger's events come to, one after another.

A schedule never changes: ``schedule.apply(known)`` is another, which shares with the first all
that the event did not touch.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from watchbill.events.base import Event, Span
from watchbill.events.draft import Draft
from watchbill.events.duty import Known, Posting
from watchbill.events.held import Move
from watchbill.events.partners import Partners
from watchbill.events.standing import Standing
from watchbill.kernel.clock import Instant
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.facts import Facts


@dataclass(frozen=True)
class Schedule:
    """Everybody's schedule as it stands, and what concerns all of them.

    ``spans`` are the dates that were laid out or posted. ``asked`` are the exchanges and
    vacancies by their entry; ``answers`` what was answered to each; ``decided`` the entries of
    the decisions on each; ``moved`` what each exchange that stands moved.
    """

    facts: Facts
    people: Mapping[str, Standing] = field(default_factory=dict)
    spans: tuple[Span, ...] = ()
    postings: tuple[Posting, ...] = ()
    emergencies: tuple[tuple[Instant, Instant], ...] = ()
    partners: tuple[Partners, ...] = ()
    asked: Mapping[int, Event] = field(default_factory=dict)
    answers: Mapping[int, tuple[Known, ...]] = field(default_factory=dict)
    decided: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    moved: Mapping[int, tuple[Move, ...]] = field(default_factory=dict)

    def apply(self, known: Known) -> Schedule:
        """The schedule after one more event.

        Raises :class:`BadInput` with why, where the event cannot have happened on this one.
        """
        return self.apply_all((known,))

    def apply_all(self, events: Iterable[Known]) -> Schedule:
        """The schedule after these events, in their order.

        Raises :class:`BadInput` with every event that cannot have happened.
        """
        draft = Draft(self)
        for known in events:
            draft.take(known)
        if draft.problems:
            raise BadInput(draft.problems)
        return draft.schedule()

    @property
    def span(self) -> Span | None:
        """The first and the last date of the schedule; ``None`` before anything is laid out."""
        if not self.spans:
            return None
        return Span(min(one.first for one in self.spans), max(one.last for one in self.spans))

    @property
    def dates(self) -> Span:
        """The first and the last date of the schedule.

        Raises :class:`BadInput` where nothing is laid out.
        """
        if self.span is None:
            message = "nothing is laid out yet: post some dates first"
            raise BadInput([Problem("ledger", None, "", message)])
        return self.span

    def name(self, key: str) -> str:
        """What the person of that key is called, with the number where there is one."""
        standing = self.people.get(key)
        return key if standing is None else standing.person.label
