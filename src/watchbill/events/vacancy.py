"""A tour at a post that must be offered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.base import Event, Refusal
from watchbill.events.draft import Draft, Refused
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Wall
from watchbill.kernel.fields import Text, WallField, Words
from watchbill.kernel.problems import nearest
from watchbill.records.local_tour import TourField


@dataclass(frozen=True, kw_only=True)
class Vacancy(Event):
    """A tour at a post that must be offered; ``volunteers`` had put their names down."""

    names_in: ClassVar[tuple[str, ...]] = ("volunteers",)
    told_in: ClassVar[tuple[str, ...]] = ("at",)

    tour: TourField
    post: Text
    at: WallField
    volunteers: Words = ()
    occasion: Text | None = None

    @property
    def people(self) -> tuple[str, ...]:
        return tuple(self.volunteers)

    def effect(self, schedule: Draft, number: int) -> None:
        posts = schedule.facts.posts
        names = [word for post in schedule.facts.post_names() for word in post]
        if posts and self.post not in names:
            raise Refused("the service has no such post", self.post, nearest(self.post, names))
        schedule.put("asked", number, self)

    def refusals(self, schedule: Schedule, known: Wall) -> Iterator[Refusal]:
        if self.at >= self.tour.end:
            yield Refusal("tour", "it was over when the vacancy was opened", str(self.tour))
