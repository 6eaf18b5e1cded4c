"""A schedule in the making: what the effects of events act on, in the field's verbs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from watchbill.events.duty import Absent, Changed, Known
from watchbill.events.held import Held
from watchbill.events.standing import Standing
from watchbill.kernel.clock import Wall, Zone, wall_text
from watchbill.kernel.problems import Problem, nearest
from watchbill.records.facts import Facts
from watchbill.records.local_tour import LocalTour
from watchbill.records.tours import Tour

if TYPE_CHECKING:
    from watchbill.events.schedule import Schedule


class Refused(Exception):  # noqa: N818  no error: the schedule's answer
    """Why an event cannot have happened on the schedule as it stands."""

    def __init__(self, message: str, found: str | None = None, suggestion: str | None = None):
        self.message, self.found, self.suggestion = message, found, suggestion
        super().__init__(message)


class Draft:
    """The working copy of a schedule.

    People are copied when they are first touched; all else is replaced and never changed, so
    that the schedule it was made of stays as it was.
    """

    def __init__(self, schedule: Schedule) -> None:
        self._base = schedule
        self._copies: dict[str, Standing] = {}
        self._now: dict[str, Any] = {}
        self.problems: list[Problem] = []

    def take(self, known: Known) -> None:
        """One event, with its number; what cannot be is kept as a problem."""
        try:
            for key in known.event.people:
                self.standing(key)
            known.event.effect(self, known.number)
        except Refused as refused:
            place = f"entry {known.number}"
            self.problems.append(
                Problem(place, None, "", refused.message, refused.found,
                        suggestion=refused.suggestion)
            )  # fmt: skip
            return
        for key in dict.fromkeys(self._concerned(known)):
            standing = self.edit(key)
            standing.events = (*standing.events, known)

    def schedule(self) -> Schedule:
        """The schedule as drafted."""
        people = {**self._base.people, **self._copies} if self._copies else self._base.people
        return replace(self._base, people=people, **self._now)

    def _concerned(self, known: Known) -> tuple[str, ...]:
        about = known.event.rests_on
        asked = self.of("asked").get(about) if about is not None else None
        return (*known.event.people, *(asked.people if asked is not None else ()))

    # What concerns all of them, by its name in Schedule.

    def of(self, field: str) -> Any:
        """A field of the schedule, as drafted."""
        return self._now[field] if field in self._now else getattr(self._base, field)

    def add(self, field: str, value: object) -> None:
        """One more in a field that is a sequence."""
        self._now[field] = (*self.of(field), value)

    def put(self, field: str, key: object, value: object) -> None:
        """A value, or ``None`` for none, under a key of a field that is a mapping."""
        held = dict(self.of(field))
        if value is None:
            held.pop(key, None)
        else:
            held[key] = value
        self._now[field] = held

    def replace(self, field: str, value: object) -> None:
        """Another value for a field."""
        self._now[field] = value

    @property
    def facts(self) -> Facts:
        """What the service is."""
        facts: Facts = self.of("facts")
        return facts

    @property
    def zone(self) -> Zone:
        """The service's time zone."""
        return self.facts.zone

    # People and the tours that they hold.

    def knows(self, key: str) -> bool:
        """Whether somebody has that key."""
        return key in self._copies or key in self._base.people

    def everybody(self) -> list[str]:
        """Everybody's key."""
        return [*self._base.people, *(key for key in self._copies if key not in self._base.people)]

    def standing(self, key: str) -> Standing:
        """The person's schedule, to be read. Raises :class:`Refused` for strangers."""
        standing = self._copies.get(key) or self._base.people.get(key)
        if standing is None:
            same = [one for one in self.everybody() if self.standing(one).person.name == key]
            if same:
                said = f"{len(same)} have this name: say the number, {' or '.join(same)}"
                raise Refused(said, key)
            raise Refused("nobody has this name", key, nearest(key, self.everybody()))
        return standing

    def name(self, key: str) -> str:
        """What the person of that key is called; the key, where nobody has it."""
        return self.standing(key).person.label if self.knows(key) else key

    def edit(self, key: str) -> Standing:
        """The person's schedule, to be changed. Raises :class:`Refused` for strangers."""
        if key not in self._copies:
            self._copies[key] = self.standing(key).copy()
        return self._copies[key]

    def enrol(self, standing: Standing) -> None:
        """One more person."""
        self._copies[standing.member.key] = standing

    def held(self, key: str, start: Wall) -> Held:
        """The tour that the person holds and that starts then. Raises :class:`Refused`."""
        held = self.standing(key).at(start)
        if held is None:
            raise Refused(why_not_held(self, key, start))
        return held

    def release(self, key: str, start: Wall) -> Held:
        """Takes the tour that starts then from the person. Raises :class:`Refused`."""
        held = self.held(key, start)
        standing = self.edit(key)
        if standing.own.pop(start, None) is None or start not in standing.gone:
            standing.gone = standing.gone | {start}
        return held

    def give(self, key: str, held: Held) -> None:
        """Gives the person a tour. Raises :class:`Refused` where they work another one then."""
        for other in self.standing(key).near(held.tour):
            if other.tour.start < held.tour.end and held.tour.start < other.tour.end:
                name = self.standing(key).person.label
                raise Refused(f"{name} works {other.tour} then and cannot work {held.tour} too")
        self.edit(key).own[held.tour.wall_start] = held

    def rework(self, key: str, held: Held) -> None:
        """Puts another account of a tour in the place of the one held at its start."""
        self.edit(key).own[held.tour.wall_start] = held

    def lose(self, key: str, start: Wall, kind: str, number: int | None) -> None:
        """The tour that starts then is lost to leave of that kind. Raises :class:`Refused`."""
        held = self.release(key, start)
        standing = self.edit(key)
        standing.absences = (*standing.absences, Absent(held.tour, kind, number))

    def change(self, key: str, changed: Changed) -> None:
        """One more change of the person's schedule."""
        standing = self.edit(key)
        standing.changes = (*standing.changes, changed)

    def placed(self, tour: LocalTour) -> Tour:
        """The tour on the service's clock, of the kind that its tours have at that time."""
        return tour.placed(self.zone, self.facts.tour_types(tour.day).values())


def why_not_held(schedule: Draft | Schedule, key: str, start: Wall) -> str:
    """Why the person holds no tour that starts then, as far as the schedule knows."""
    if isinstance(schedule, Draft):
        standing, moved = schedule.standing(key), schedule.of("moved")
    else:
        standing, moved = schedule.people[key], schedule.moved
    none = f"{standing.person.label} has no tour that starts {wall_text(start)}"
    for exchange, moves in moved.items():
        if any(one.giver == key and one.before.tour.wall_start == start for one in moves):
            return f"{none}: the exchange of entry {exchange} gave it away"
    gone = standing.gone_by(start)
    if gone is not None:
        return f"{none}: {gone}"
    closest = standing.nearest_start(start)
    if closest is None:
        return f"{none}, nor any near it"
    return f"{none}; the nearest starts {wall_text(closest)}"
