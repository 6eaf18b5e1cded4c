"""Permanent exchanges: one works the days and one the nights of their tours, until it ends."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.held import Held
from watchbill.kernel.clock import DAY_MINUTES, Day, Wall
from watchbill.records.tours import Tour, TourKind


@dataclass(frozen=True, slots=True)
class Partners:
    """One works the days, the other the nights, from ``first`` until the day before ``ends``.

    ``ends`` is the date from which both are back on their regular tours; ``None`` while nobody
    has ended it, which takes ``notice_days``. ``lost`` is the partner who left, where one did.
    ``turned`` are the tours that it turned, each with its holder: as it was, and as it became.
    """

    days: str
    nights: str
    first: Day
    number: int
    notice_days: int = 0
    ends: Day | None = None
    lost: str | None = None
    turned: tuple[tuple[str, Held, Held], ...] = ()

    @property
    def both(self) -> tuple[tuple[str, TourKind], tuple[str, TourKind]]:
        """Each of the two, with the kind of tour that they work."""
        return (self.days, TourKind.DAY), (self.nights, TourKind.NIGHT)

    def covers(self, day: Day) -> bool:
        """Whether it holds on that date."""
        return self.first <= day and (self.ends is None or day < self.ends)


def tour_start(tour: Tour, minute: int) -> Wall:
    """The local time on the date of ``tour`` that lies ``minute`` minutes after midnight."""
    return Wall(tour.day * DAY_MINUTES + minute)
