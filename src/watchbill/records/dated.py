"""What holds from a date on, until something else does."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from watchbill.kernel.clock import Day

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Dated(Generic[T]):
    """Values, each from a date on, in the order of their dates; no two have the same date."""

    steps: tuple[tuple[Day, T], ...] = ()

    def with_value(self, begins: Day, value: T) -> Dated[T]:
        """With that value from ``begins`` on, until what was said of a later date."""
        kept = [step for step in self.steps if step[0] != begins]
        return Dated(tuple(sorted([*kept, (begins, value)], key=lambda step: step[0])))

    def on(self, day: Day) -> T | None:
        """The value on that date; ``None`` before the first."""
        place = bisect_right(self.steps, day, key=lambda step: step[0])
        return self.steps[place - 1][1] if place else None

    def between(self, first: Day, last: Day) -> tuple[T, ...]:
        """The values on the dates from ``first`` to ``last``, in their order."""
        held = [value for begins, value in self.steps if first < begins <= last]
        before = bisect_right(self.steps, first, key=lambda step: step[0])
        return (*(value for _, value in self.steps[max(0, before - 1) : before]), *held)

    @property
    def last(self) -> T | None:
        """The value of the latest date; ``None`` where there is none."""
        return self.steps[-1][1] if self.steps else None

    def begins_within(self, first: Day, last: Day) -> Iterator[Day]:
        """Dates after ``first``, up to and with ``last``, on which another value begins."""
        return (begins for begins, _ in self.steps if first < begins <= last)

    def __bool__(self) -> bool:
        return bool(self.steps)
