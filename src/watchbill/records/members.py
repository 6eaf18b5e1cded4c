"""A member of staff through time: joined, moved, promoted, raised, qualified, lent, left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from watchbill.kernel.clock import Day
from watchbill.records.dated import Dated
from watchbill.records.people import Person

ALWAYS = Day(-1_000_000)
"""From before every date."""


@dataclass(frozen=True, slots=True)
class Stay:
    """Dates of something, both included; ``last`` is ``None`` while it has no end."""

    first: Day
    last: Day | None = None

    def covers(self, day: Day) -> bool:
        """Whether the date lies within."""
        return self.meets(day, day)

    def meets(self, first: Day, last: Day) -> bool:
        """Whether it covers any date from ``first`` to ``last``."""
        return self.first <= last and (self.last is None or first <= self.last)


@dataclass(frozen=True, slots=True)
class StaffMember:
    """One person with everything that is known of them by date.

    ``traits`` are the person's fields by name, each from a date on; ``qualified`` are the stays
    of each qualification; ``lent`` the stays at other stations.
    """

    first: Person
    """As taken up: what no trait says otherwise."""
    stays: tuple[Stay, ...] = (Stay(ALWAYS),)
    traits: tuple[tuple[str, Dated[Any]], ...] = ()
    qualified: tuple[tuple[str, Stay], ...] = ()
    lent: tuple[tuple[str, Stay], ...] = ()

    @property
    def key(self) -> str:
        """What the person is known by; it never changes."""
        return self.first.key

    @property
    def person(self) -> Person:
        """As of the latest date that anything was said of."""
        return self.on(Day(max((*self._begins(), ALWAYS))))

    def here_on(self, day: Day) -> bool:
        """Whether the person is in the service on that date."""
        return any(stay.covers(day) for stay in self.stays)

    @property
    def here(self) -> Stay | None:
        """From the first to the last date in the service; ``None`` where it has no end on either
        side."""
        ends = [stay.last for stay in self.stays]
        first = min((stay.first for stay in self.stays), default=ALWAYS)
        last = None if None in ends else max((end for end in ends if end is not None), default=None)
        return None if (first, last) == (ALWAYS, None) else Stay(first, last)

    def on(self, day: Day) -> Person:
        """The person as of that date."""
        return _person_on(self, day) if self.changes else self.first

    def at_home_on(self, day: Day) -> Person:
        """The person as of that date, at their own station even where they are lent."""
        return replace(self, lent=()).on(day) if self.lent else self.on(day)

    @property
    def changes(self) -> bool:
        """Whether anything but joining and leaving was said of the person."""
        return bool(self.traits or self.qualified or self.lent)

    def begins_within(self, first: Day, last: Day) -> list[Day]:
        """Dates after ``first``, up to and with ``last``, from which the person is another."""
        return sorted({Day(day) for day in self._begins() if first < day <= last})

    def people(self, first: Day, last: Day) -> Dated[Person]:
        """The person from ``first`` to ``last``, by the dates from which they are another."""
        days = [first, *self.begins_within(first, last)] if self.changes else [first]
        return Dated(tuple((day, self.on(day)) for day in days))

    def with_trait(self, name: str, begins: Day, value: Any) -> StaffMember:
        """With that value of a person's field from a date on."""
        held = dict(self.traits)
        held[name] = held.get(name, Dated()).with_value(begins, value)
        return replace(self, traits=tuple(sorted(held.items())))

    def joined(self, day: Day) -> StaffMember:
        """Back in the service from that date on."""
        return replace(self, stays=(*self.stays, Stay(day)))

    def left(self, day: Day) -> StaffMember:
        """No longer in the service from that date on."""
        stays = [
            replace(stay, last=Day(day - 1)) if stay.covers(day) else stay
            for stay in self.stays
            if stay.first < day
        ]
        return replace(self, stays=tuple(stays))

    def _begins(self) -> Iterator[int]:
        for _, dated in self.traits:
            yield from (begins for begins, _ in dated.steps)
        for _, stay in (*self.qualified, *self.lent):
            yield stay.first
            if stay.last is not None:
                yield stay.last + 1


@lru_cache(maxsize=20_000)
def _person_on(member: StaffMember, day: Day) -> Person:
    traits: dict[str, Any] = {
        name: dated.on(day) for name, dated in member.traits if dated.steps[0][0] <= day
    }
    person = replace(member.first, **traits)
    spoken = {name for name, _ in member.qualified}
    holds = {name for name, stay in member.qualified if stay.covers(day)}
    lent = [station for station, stay in member.lent if stay.covers(day)]
    return replace(
        person,
        qualifications=(person.qualifications - spoken) | holds,
        station=lent[-1] if lent else person.station,
    )
