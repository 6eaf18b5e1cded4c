"""The decide faces: conditions of a request, each met or not, with its evidence.

What a condition needs to know of coverage and cost is worked out by the desk and asked for
through the request, so that a rule imports neither pay nor rosters.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import ClassVar, Protocol

from watchbill.events.consent import Consent
from watchbill.events.duty import Record
from watchbill.events.exchange import Exchange
from watchbill.kernel.clock import Day, Wall
from watchbill.kernel.fields import FORBID_UNKNOWN, Text
from watchbill.records.people import Person, Scope
from watchbill.rules.faces import Face


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


class DecidesExchange(Face):
    """Sets the conditions of an exchange."""

    face: ClassVar[str] = "decide"
    parts: ClassVar[tuple[str, ...]] = ("decide",)

    @abstractmethod
    def decide(self, request: ExchangeRequest) -> Iterator[Condition]:
        """Every condition, met or not."""


class NeedsConsent(Face):
    """Something may be done where certain people agree."""

    face: ClassVar[str] = "decide"
    parts: ClassVar[tuple[str, ...]] = ("consents",)

    @abstractmethod
    def consents(self, given: Sequence[tuple[int, Consent]]) -> Iterator[Condition]:
        """A condition for each whose agreement is needed; ``given`` is what was entered under its
        clause, each with the number of its entry.
        """


class EndsOnNotice(Face):
    """Something that goes on until somebody gives notice of its end."""

    face: ClassVar[str] = "decide"
    parts: ClassVar[tuple[str, ...]] = ("over_from",)

    @abstractmethod
    def over_from(self, told: Day) -> Day:
        """The first date on which it is over, where notice is given on ``told``."""


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


class OrdersOffers(Face):
    """Says in which order a vacancy is offered."""

    face: ClassVar[str] = "decide"
    parts: ClassVar[tuple[str, ...]] = ("governs", "names", "order")

    @abstractmethod
    def governs(self, occasion: str | None) -> bool:
        """Whether it speaks of vacancies of that occasion."""

    @abstractmethod
    def names(self, occasion: str | None) -> bool:
        """Whether it names that occasion: such an order comes before one for any occasion."""

    @abstractmethod
    def order(self, candidates: Sequence[Candidate]) -> list[Ranked]:
        """The candidates in the order of offer; who is in no step is left out."""


class GoesFirst(Face):
    """Gives some people first refusal: they are asked before the others, whatever the order."""

    face: ClassVar[str] = "decide"
    parts: ClassVar[tuple[str, ...]] = ("goes_first",)

    @abstractmethod
    def goes_first(self, person: Person) -> bool:
        """Whether the person is among them."""


class ListsVolunteers(Face):
    """Says who may put their names down for extra work."""

    face: ClassVar[str] = "decide"
    parts: ClassVar[tuple[str, ...]] = ("lists",)

    @abstractmethod
    def lists(self, person: Person, occasion: str | None) -> bool:
        """Whether that person may be on the list for work of that occasion."""


class OrdersIn(Face):
    """Limits how often somebody may be ordered to work beyond the schedule."""

    face: ClassVar[str] = "decide"
    parts: ClassVar[tuple[str, ...]] = ("spares",)

    @abstractmethod
    def spares(self, record: Record, day: Day, occasion: str | None) -> str | None:
        """Why the person of that record may not be ordered in on ``day``; ``None``: may be."""


@dataclass(frozen=True, kw_only=True)
class Step:
    """Who is asked together: volunteers, or those whom ``who`` covers."""

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID_UNKNOWN

    says: Text
    volunteers: bool = False
    who: Scope = field(default_factory=Scope)

    def takes(self, candidate: Candidate) -> bool:
        """Whether the candidate is of this step."""
        return (candidate.volunteer or not self.volunteers) and self.who.covers(candidate.person)


class AsksInSteps:
    """Asks people step by step; who is of a step is not asked again in a later one."""

    steps: tuple[Step, ...]
