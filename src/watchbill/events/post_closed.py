"""A post is no longer to be filled, from a date on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, ClassVar

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.kernel.fields import DayField, Text
from watchbill.kernel.problems import nearest


@dataclass(frozen=True, kw_only=True)
class PostClosed(Event):
    """From that date on nobody is needed at the post."""

    about_all: ClassVar[bool] = True
    is_fact: ClassVar[bool] = True

    post: Text
    begins: Annotated[DayField, Field(alias="from")]

    def effect(self, schedule: Draft, number: int) -> None:
        facts = schedule.facts
        if self.post not in facts.posts:
            near = nearest(self.post, facts.posts)
            raise Refused("the service has no post of this id", self.post, near)
        dated = facts.posts[self.post].with_value(self.begins, None)
        schedule.replace("facts", replace(facts, posts={**facts.posts, self.post: dated}))
