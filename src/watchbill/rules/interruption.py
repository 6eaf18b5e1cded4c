"""A tour that is not let begin, or is stopped and resumed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar, Literal

from watchbill.events.duty import Claim, Duty
from watchbill.events.interrupted import Interrupted
from watchbill.events.sent_away import SentAway
from watchbill.kernel.clock import decimal_text, length_text, wall_text
from watchbill.kernel.fields import LengthField, Number
from watchbill.rules.base import Party, Rule
from watchbill.rules.pricing import Prices, Rank


@dataclass(frozen=True, kw_only=True)
class Interruption(Rule, Prices):
    """Hours on top where a tour is sent away at its start, or interrupted.

    ``when``: ``sent-away`` (reports as scheduled and is told to come back later) or
    ``interrupted`` (starts, is stopped, and resumes later). The hours come on top of what is
    worked.
    """

    about: ClassVar[tuple[str, ...]] = ("when",)
    words: ClassVar[Mapping[str, str]] = {
        "when": "when",
        "hours": "time paid on top",
        "multiple": "times the basic rate",
    }
    more_is_for: ClassVar[Mapping[str, Party]] = {"hours": "employee", "multiple": "employee"}

    when: Literal["sent-away", "interrupted"]
    hours: LengthField
    multiple: Number = Decimal(1)

    rank: ClassVar[Rank] = Rank.CASE

    def says(self) -> str:
        case = {
            "sent-away": "Reports as scheduled and is told to come back later",
            "interrupted": "Starts, is stopped and resumes later",
        }[self.when]
        times = "" if self.multiple == 1 else f" at {decimal_text(self.multiple)} times the rate"
        return f"{case}: {length_text(self.hours)} on top of the hours worked{times}."

    def price(self, duty: Duty) -> Iterator[Claim]:
        for number, moment, why in self._cases(duty):
            yield Claim(moment, moment, self.multiple, why, (number,), self.hours)

    def _cases(self, duty: Duty) -> Iterator[tuple[int, int, str]]:
        if self.when == "sent-away":
            for number, sent in duty.of(SentAway):
                why = (
                    f"Reported for {wall_text(sent.tour)}, not let start, told to come back"
                    f" {wall_text(sent.returns)}."
                )
                yield number, duty.at(sent.tour), why
        else:
            for number, stop in duty.of(Interrupted):
                why = f"Stopped {wall_text(stop.stopped)} and resumed {wall_text(stop.resumed)}."
                yield number, duty.at(stop.stopped), why
