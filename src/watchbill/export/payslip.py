"""A person's pay as a page: every line with its clause, its reason and the facts it rests on."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from watchbill.agreement.computed import Computed, computed
from watchbill.agreement.model import Agreement, Clause, Resolution
from watchbill.export.entry_text import entry_text
from watchbill.export.html import render
from watchbill.kernel.clock import Day
from watchbill.ledger.book import Book
from watchbill.ledger.resting import resting_digest
from watchbill.pay.lines import PayLine, basic_hours, total
from watchbill.pay.price import explained
from watchbill.records.people import Person
from watchbill.service.model import Service

LONGEST_STEM = 100
"""Bytes of a file's name before its ending; systems refuse names of more than 255."""


@dataclass(frozen=True, slots=True)
class ClauseSum:
    """What a clause comes to; hours worked without a clause of their own are ``basic``."""

    number: str
    heading: str
    hours: Decimal
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Slip:
    """A person's lines over some dates, both included, and what explains them."""

    service: Service
    person: Person
    first: Day
    last: Day
    lines: tuple[PayLine, ...]
    entries: tuple[str, ...]
    held: Computed
    digest: str
    """Of all that the slip rests on."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Which text goes on after its term, and which of the dates are not computed."""
        return self.held.notes

    @property
    def agreements(self) -> tuple[Agreement, ...]:
        """The agreements in force on the dates, in the order of time."""
        return tuple({one.agreement.id: one.agreement for _, one in self.held.inside}.values())

    @property
    def in_force(self) -> str:
        """Which agreement the lines rest on; by their dates where there are several."""
        if len(self.agreements) == 1:
            return self.agreements[0].name
        return "; ".join(f"{one.agreement.name}, {spell}" for spell, one in self.held.inside)

    @property
    def total(self) -> Decimal:
        """The sum of the lines."""
        return total(self.lines)

    @property
    def basic_hours(self) -> Decimal:
        """The lines in hours at the basic rate."""
        return basic_hours(self.lines)

    @property
    def adds(self) -> bool:
        """Whether premiums add."""
        return self.held.at_first.pay.resolution is Resolution.ADD

    @property
    def clauses(self) -> list[ClauseSum]:
        """Sums by clause, in the order in which they first pay."""
        sums = []
        for number in dict.fromkeys(line.clause_number for line in self.lines):
            own = [line for line in self.lines if line.clause_number == number]
            heading = own[0].clause.heading if own[0].clause else ""
            minutes = sum(line.minutes for line in own)
            sums.append(ClauseSum(number, heading, Decimal(minutes) / 60, total(own)))
        return sums

    @property
    def named(self) -> list[Clause]:
        """The clauses that pay a line or lost one, in the agreement's order."""
        numbers = {line.clause_number for line in self.lines}
        numbers |= {one.clause for line in self.lines for one in line.lost}
        own = (clause for agreement in self.agreements for clause in agreement.clauses)
        named = {(one.number, one.reading): one for one in own if one.number in numbers}
        return list(named.values())


def make_slip(book: Book, person: Person, first: Day, last: Day, lines: Sequence[PayLine]) -> Slip:
    """The slip of lines that are the person's own and of these dates."""
    numbers = {number for line in lines for number in line.numbers}
    told = _entries(book, numbers)
    held = computed(book.texts, first, last)
    digest = resting_digest(book, person=person.key, first=first, last=last)
    return Slip(book.service, person, first, last, tuple(lines), tuple(told), held, digest)


def payslip_page(slip: Slip) -> str:
    """The slip as HTML."""
    return render("payslip.html", slip=slip, explained=explained)


def slip_names(people: Iterable[Person]) -> dict[str, str]:
    """The name of the file of each person's slip, by the person's key.

    What no file name may have becomes a hyphen, and a long name is cut. Where two would be the
    same, or something was cut, the beginning of the key's digest tells them apart.
    """
    names = {person.key: person.name for person in people}
    stems = {key: _stem(name) for key, name in names.items()}
    counts = Counter(stems.values())
    return {
        key: f"{stem}.html"
        if counts[stem] == 1 and 0 < len(stem.encode()) <= LONGEST_STEM
        else f"{_cut(stem)}-{hashlib.sha256(key.encode()).hexdigest()[:8]}.html"
        for key, stem in stems.items()
    }


def _stem(name: str) -> str:
    return re.sub(r"[^\w.-]+", "-", name).strip(".-").casefold()


def _cut(stem: str) -> str:
    """So much of it as a file name may have beside its ending."""
    return stem.encode()[: LONGEST_STEM - 9].decode(errors="ignore") or "person"


def _entries(book: Book, numbers: Iterable[int]) -> list[str]:
    wanted = set(numbers)
    return [entry_text(book, one) for one in book.entries
            if one.number in wanted or one.corrects in wanted]  # fmt: skip
