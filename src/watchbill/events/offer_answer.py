"""What a person said to the offer of a vacancy."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from watchbill.events.base import Event
from watchbill.events.draft import Draft, Refused
from watchbill.events.duty import Known
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.fields import Text, WallField

FILLS = ("accepted", "ordered")
"""Answers after which there is nothing more to offer."""


@dataclass(frozen=True, kw_only=True)
class OfferAnswer(Event):
    """What a person said to the offer of the vacancy that entry number ``vacancy`` opened."""

    told_in: ClassVar[tuple[str, ...]] = ("at",)

    person: Text
    vacancy: Annotated[int, Field(ge=1)]
    answer: Literal["accepted", "refused", "no answer", "ordered"]
    at: WallField

    @property
    def rests_on(self) -> int:
        return self.vacancy

    def effect(self, schedule: Draft, number: int) -> None:
        if not isinstance(schedule.of("asked").get(self.vacancy), Vacancy):
            raise Refused(f"entry {self.vacancy} opens no vacancy")
        answers: tuple[Known, ...] = schedule.of("answers").get(self.vacancy, ())
        for known in answers:
            self._refuse_after(known.event, schedule)
        schedule.put("answers", self.vacancy, (*answers, Known(number, self)))

    def _refuse_after(self, earlier: Event, schedule: Draft) -> None:
        if not isinstance(earlier, OfferAnswer):
            return
        if earlier.answer in FILLS and (self.answer in FILLS or earlier.at <= self.at):
            who = schedule.name(earlier.person)
            raise Refused(f"the vacancy of entry {self.vacancy} is filled by {who}")
        if earlier.person == self.person and self.answer != "ordered":
            who = schedule.name(self.person)
            raise Refused(f"{who} has answered already: {earlier.answer}")
