"""Figures that an agreement leaves open, or changes in the course of its term."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from watchbill.kernel.clock import Day


@dataclass(frozen=True, slots=True)
class Figure:
    """What a parameter is from a date on, and where that stands."""

    value: object
    begins: Day
    source: str


@dataclass(frozen=True, slots=True)
class Parameter:
    """A figure that the agreement leaves open: what it is, and what it is taken to be.

    ``default`` holds until the first of ``figures``, which are in the order of their dates;
    ``source`` says where the default stands.
    """

    name: str
    says: str
    default: object
    figures: tuple[Figure, ...] = ()
    source: str = ""

    def on(self, day: Day | None) -> object:
        """What it is on that date; with no date, before any of its figures."""
        begun = [one.value for one in self.figures if day is not None and one.begins <= day]
        return begun[-1] if begun else self.default


def settings_on(
    parameters: Iterable[Parameter], chosen: Mapping[str, object], day: Day | None
) -> dict[str, object]:
    """Every parameter on that date; what was chosen for one holds on every date."""
    return {one.name: one.on(day) for one in parameters} | dict(chosen)


def changes_of(parameters: Iterable[Parameter], chosen: Mapping[str, object]) -> list[Day]:
    """The dates on which a figure changes that nobody chose otherwise, in order."""
    days = {figure.begins for one in parameters if one.name not in chosen for figure in one.figures}
    return sorted(days)
