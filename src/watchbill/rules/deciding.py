"""The decide face: conditions of a request, each met or not, with its evidence.

What a condition needs to know of coverage and cost is worked out by the desk and asked for
through the request, so that a rule imports neither pay nor rosters.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol, runtime_checkable

from watchbill.events.exchange import Exchange
from watchbill.kernel.clock import Wall
from watchbill.records.people import Person


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition of a clause: its name, whether it is met, and the evidence in a sentence.

    ``consent``: not met, somebody may still consent; nothing else of the request forbids it.
    """

    name: str
    met: bool
    evidence: str
    consent: bool = False


class ExchangeRequest(Protocol):
    """An exchange that two ask for, with what the desk knows of it."""

    @property
    def exchange(self) -> Exchange:
        """What they ask."""
        ...

    @property
    def people(self) -> tuple[Person, Person]:
        """The two, in the exchange's order."""
        ...

    @property
    def first_start(self) -> Wall:
        """When the first of the tours concerned begins."""
        ...

    def disruptions(self) -> Sequence[str]:
        """What would be uncovered or worked twice that is not so now, a sentence each."""
        ...

    def cost(self) -> tuple[Decimal, Decimal]:
        """What the two cost before and after, priced under the agreement."""
        ...

    def paid_hours(self) -> Sequence[tuple[str, Decimal, Decimal]]:
        """Each one's name with hours at the basic rate before and after."""
        ...


@runtime_checkable
class DecidesExchange(Protocol):
    """A rule that sets the conditions of an exchange."""

    def decide(self, request: ExchangeRequest) -> Iterator[Condition]:
        """Every condition, met or not."""
        ...


@dataclass(frozen=True, slots=True)
class Candidate:
    """A person to whom a vacancy might be offered, and what an order may go by.

    ``charged`` counts offers accepted, refused or left without an answer; ``last_offer`` is the
    local time of the last one.
    """

    person: Person
    volunteer: bool
    charged: int = 0
    last_offer: Wall | None = None


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate's place in an order: the step, and why there."""

    person: Person
    step: int
    reason: str


@runtime_checkable
class OrdersOffers(Protocol):
    """A rule that says in which order a vacancy is offered."""

    def governs(self, occasion: str | None) -> bool:
        """Whether it speaks of vacancies of that occasion."""
        ...

    def order(self, candidates: Sequence[Candidate]) -> list[Ranked]:
        """The candidates in the order of offer; who is in no step is left out."""
        ...
