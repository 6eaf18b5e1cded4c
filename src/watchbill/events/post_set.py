"""A post that must be filled, from a date on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.kernel.fields import DayField, Text
from watchbill.kernel.problems import nearest
from watchbill.records.dated import Dated
from watchbill.records.demand import Post
from watchbill.records.members import ALWAYS
from watchbill.records.people import Scope


@dataclass(frozen=True, kw_only=True)
class PostSet(Event):
    """A post: what it is called, whose it is, and where; its need is an entry of its own."""

    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    post: Text
    called: Text
    open_to: Scope = field(default_factory=Scope)
    qualification: Text | None = None
    station: Text | None = None
    assumed: Text | None = None
    begins: Annotated[DayField | None, Field(alias="from")] = None

    def effect(self, schedule: Draft, number: int) -> None:
        facts = schedule.facts
        if self.station is not None and self.station not in facts.stations:
            near = nearest(self.station, facts.stations)
            raise Refused("the service has no station of this id", self.station, near)
        post = Post(
            self.post, self.called, (), self.open_to, self.qualification, self.assumed,
            self.station,
        )  # fmt: skip
        before = facts.posts.get(self.post, Dated())
        dated = before.with_value(ALWAYS if self.begins is None else self.begins, post)
        schedule.replace("facts", replace(facts, posts={**facts.posts, self.post: dated}))
