"""What a cyclic rotation must do: the data of the problem, and nothing about solving it."""

from __future__ import annotations

from dataclasses import dataclass

OFF = "-"
"""The letter of a day off, in rotations and in forbidden successions."""


@dataclass(frozen=True, slots=True)
class Limits:
    """The shortest and the longest run, in days, both allowed."""

    shortest: int
    longest: int


@dataclass(frozen=True, slots=True)
class RotationTour:
    """A tour of the rotation.

    ``letter`` is its one character in the rotation; ``start`` in minutes after midnight and
    ``length`` in minutes; ``run``: how many days in a row of this same tour.
    """

    letter: str
    name: str
    start: int
    length: int
    run: Limits


@dataclass(frozen=True, slots=True)
class RotationNeed:
    """The need that a rotation must meet.

    The rotation is ``people`` weeks long and cyclic: its last day is followed by its first, and
    each person begins in another week. ``days`` is the length of a week. ``need[t][d]`` is how
    many people work tour ``t`` on weekday ``d``: exactly, or at least where ``most`` says how many
    may at most. ``minutes`` limits those of all tours of the rotation together. Each of ``rests``
    is a number of working days, and how many days off follow so many or more.

    ``days_off`` and ``work`` limit runs of days off and of working days of whatever tour. A run
    that never ends is longer than any limit: a rotation has at least one day off and one
    working day. ``forbidden`` holds successions of two or three letters on consecutive days,
    ``OFF`` among them: ``("N", "-", "D")`` forbids a single day off between N and D.
    """

    people: int
    days: int
    tours: tuple[RotationTour, ...]
    need: tuple[tuple[int, ...], ...]
    days_off: Limits
    work: Limits
    forbidden: tuple[tuple[str, ...], ...] = ()
    most: tuple[tuple[int, ...], ...] | None = None
    minutes: Limits | None = None
    rests: tuple[tuple[int, int], ...] = ()

    @property
    def highest(self) -> tuple[tuple[int, ...], ...]:
        """For each tour and weekday how many people may work it at most."""
        return self.need if self.most is None else self.most

    @property
    def letters(self) -> str:
        """The letters of the tours in order, then that of a day off."""
        return "".join(tour.letter for tour in self.tours) + OFF

    def free(self, day: int) -> int:
        """How many people are off on weekday ``day`` at most; below zero: too many must work."""
        return self.people - self.working(day)

    def working(self, day: int) -> int:
        """How many people work on weekday ``day`` at least."""
        return sum(row[day] for row in self.need)

    def working_most(self, day: int) -> int:
        """How many people may work on weekday ``day`` at most."""
        return min(self.people, sum(row[day] for row in self.highest))
