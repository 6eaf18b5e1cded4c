"""The constrain face: what a rule says to a solver, in the field's verbs.

A rule speaks to a :class:`Plan` about one person, and imports no solver. It names tours by their
place among those that the person might work; the solver's room carries the verbs out, and every
constraint is traceable to the clause for which the plan was made. A *group* is a list of places,
and is worked where any of its tours is.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Protocol

from watchbill.records.timeline import Frame, Timeline
from watchbill.rules.faces import Face

Group = Sequence[int]
Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class FreeSpan:
    """A stretch of time that is free where no tour of ``spoilers`` is worked.

    Where ``worked`` names a tour, the span counts only if that tour is worked.
    """

    spoilers: Group
    worked: int | None = None


Choice = tuple[Sequence[Group], Group]
"""Groups that are all worked, and places none of which is."""


class Plan(Protocol):
    """One person's tours to be chosen."""

    @property
    def possible(self) -> Timeline:
        """Every tour that the person might work; they may overlap one another."""
        ...

    @property
    def frame(self) -> Frame:
        """The dates planned."""
        ...

    def at_most(self, groups: Sequence[Group], limit: int) -> None:
        """At most ``limit`` of the groups are worked."""
        ...

    def at_most_minutes(self, minutes: Mapping[int, int], limit: int) -> None:
        """The minutes of the tours worked come to at most ``limit``."""
        ...

    def at_least_minutes(self, minutes: Mapping[int, int], limit: int) -> None:
        """The minutes of the tours worked come to at least ``limit``."""
        ...

    def not_all(self, places: Group) -> None:
        """These tours may not all be worked."""
        ...

    def at_most_minutes_if_all(
        self, groups: Sequence[Group], minutes: Mapping[int, int], limit: int
    ) -> None:
        """Where every group is worked, the minutes come to at most ``limit``."""
        ...

    def none_after_all(self, groups: Sequence[Group], then: Group, unless: Group) -> None:
        """Where every group is worked and none of ``unless`` is, none of ``then`` is."""
        ...

    def at_least_free(self, spans: Sequence[FreeSpan], at_least: int) -> None:
        """At least so many of the spans are free."""
        ...

    def at_most_unless(
        self, groups: Sequence[Group], limit: int, spans: Sequence[FreeSpan]
    ) -> None:
        """At most ``limit`` of the groups are worked, unless one of the spans is free."""
        ...

    def one_of(self, choices: Sequence[Choice]) -> None:
        """One of the choices holds: of it every group is worked, and none of the other places."""
        ...

    def at_most_pairs(self, pairs: Sequence[Pair], limit: int, where_any: Sequence[Pair]) -> None:
        """Both tours are worked of at most so many pairs, once they are of one of ``where_any``.

        Each of ``where_any`` is among the pairs.
        """
        ...


class Constrains(Face):
    """A solver can be held to it."""

    face: ClassVar[str] = "constrain"
    parts: ClassVar[tuple[str, ...]] = ("constrain",)

    @abstractmethod
    def constrain(self, plan: Plan) -> None:
        """Tells the plan everything that the rule's check would find."""
