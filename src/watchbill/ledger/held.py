"""What a person holds on the schedule as it stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from watchbill.events.duty import Absent, Changed, Known
from watchbill.kernel.clock import Day, Instant, Wall
from watchbill.records.people import Person
from watchbill.records.tours import Tour
from watchbill.roster.model import RosterLine


@dataclass(slots=True)
class Held:
    """A tour that a person holds.

    ``scheduled``: by the posted schedule. ``number`` is the entry that brought it. ``spells``
    are the local times worked of it, where they are not its own.
    """

    tour: Tour
    scheduled: bool = True
    number: int | None = None
    spells: list[tuple[Wall, Wall]] | None = None
    spells_number: int | None = None
    over: tuple[Wall, Wall, int] | None = None
    """Time held over after the end, and the entry."""

    @property
    def worked(self) -> list[tuple[Wall, Wall]]:
        """The local times worked."""
        return self.spells or [(self.tour.wall_start, self.tour.wall_end)]


@dataclass(slots=True)
class Standing:
    """One person's schedule as it stands."""

    line: RosterLine
    held: dict[Wall, Held] = field(default_factory=dict)
    calls: list[Held] = field(default_factory=list)
    absences: list[Absent] = field(default_factory=list)
    changes: list[Changed] = field(default_factory=list)
    events: list[Known] = field(default_factory=list)

    @property
    def person(self) -> Person:
        """Whose it is."""
        return self.line.person

    def gone(self, start: Wall) -> str | None:
        """What took the tour that started then, in words; ``None`` where nothing did."""
        for absent in self.absences:
            if absent.tour.wall_start == start:
                by = f" (entry {absent.number})" if absent.number else ""
                return f"leave, {absent.kind}{by}"
        for changed in reversed(self.changes):
            if changed.before is not None and changed.before.wall_start == start:
                becomes = f"into {changed.after}" if changed.after else "into a day off"
                return f"entry {changed.number} changed it {becomes}"
        return None

    def on(self, day: Day) -> list[Held]:
        """Tours held on that date."""
        return [held for held in self.held.values() if held.tour.day == day]


@dataclass(frozen=True, slots=True)
class Move:
    """A tour, or its first part, that an exchange moved.

    ``before`` is what the giver held, ``moved`` what the taker holds, ``kept`` what the giver
    kept of it.
    """

    giver: str
    taker: str
    before: Held
    moved: Held
    kept: Held | None

    def stands(self, people: Mapping[str, Standing]) -> bool:
        """Whether both still hold what the exchange left them."""
        held = people[self.taker].held.get(self.moved.tour.wall_start)
        rest = True
        if self.kept is not None:
            rest = people[self.giver].held.get(self.kept.tour.wall_start) is self.kept
        return held is self.moved and rest

    def take_back(self, people: Mapping[str, Standing]) -> None:
        """Takes from both what the exchange left them."""
        del people[self.taker].held[self.moved.tour.wall_start]
        if self.kept is not None:
            del people[self.giver].held[self.kept.tour.wall_start]


def standing_of(line: RosterLine) -> Standing:
    """The person's schedule as posted, before anything happened."""
    held = {tour.wall_start: Held(tour) for tour in line.tours}
    absences = [Absent(one.tour, one.kind, None) for one in line.absences]
    return Standing(line, held, [], absences)


def parted(
    held: Held, part: int | None, instant: Callable[[Wall], Instant]
) -> tuple[Held, Held | None]:
    """What changes hands of a tour, and what its giver keeps: the rest, from then on."""
    tour = held.tour
    if part is None or part >= tour.nominal:
        return held, None
    middle = Wall(tour.wall_start + part)
    first = replace(tour, wall_end=middle, end=instant(middle))
    second = replace(tour, wall_start=middle, start=instant(middle))
    return replace(held, tour=first), replace(held, tour=second)
