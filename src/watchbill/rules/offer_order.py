"""The order in which a vacancy is offered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from watchbill.kernel.clock import day_text
from watchbill.kernel.fields import Count, Words
from watchbill.rules.base import Rule
from watchbill.rules.deciding import AsksInSteps, Candidate, OrdersOffers, Ranked, Step


@dataclass(frozen=True, kw_only=True)
class OfferSteps(Rule, AsksInSteps, OrdersOffers):
    """A vacancy is offered step by step, and within a step by serial number or seniority.

    ``occasions`` are those it speaks of; none means any. ``first`` is who comes first within a
    step: the ``highest`` or ``lowest`` serial number, the ``most senior`` or ``least senior``.
    Those of watch ``last_watch`` come after the others of their step.
    """

    about: ClassVar[tuple[str, ...]] = ("occasions",)
    words: ClassVar[Mapping[str, str]] = {
        "steps": "steps",
        "first": "who is first in a step",
        "occasions": "occasions",
        "last_watch": "the watch asked last",
    }
    one_answer: ClassVar[bool] = True

    steps: tuple[Step, ...]
    first: Literal["highest serial", "lowest serial", "most senior", "least senior"]
    occasions: Words = ()
    last_watch: Count | None = None

    def says(self) -> str:
        steps = "; then ".join(step.says for step in self.steps)
        what = f"Vacancies ({', '.join(self.occasions)})" if self.occasions else "Vacancies"
        last = f", watch {self.last_watch} last" if self.last_watch is not None else ""
        return f"{what} are offered to {steps}; within a step the {self.first} first{last}."

    def governs(self, occasion: str | None) -> bool:
        return not self.occasions or occasion in self.occasions

    def names(self, occasion: str | None) -> bool:
        return occasion is not None and occasion in self.occasions

    def order(self, candidates: Sequence[Candidate]) -> list[Ranked]:
        ranked: list[Ranked] = []
        left = list(candidates)
        for number, step in enumerate(self.steps, 1):
            own = [one for one in left if step.takes(one)]
            left = [one for one in left if not step.takes(one)]
            own.sort(key=self._key)
            ranked += [Ranked(one.person, number, self._reason(one, step)) for one in own]
        return ranked

    def _key(self, candidate: Candidate) -> tuple[bool, bool, int, str, str]:
        person = candidate.person
        late = self.last_watch is not None and person.watch == self.last_watch
        value = person.serial if "serial" in self.first else person.seniority
        sign = -1 if self.first in ("highest serial", "least senior") else 1
        return late, value is None, sign * (value or 0), person.name, person.key

    def _reason(self, candidate: Candidate, step: Step) -> str:
        person = candidate.person
        parts = [step.says]
        if self.last_watch is not None and person.watch is not None:
            last = ", which comes last" if person.watch == self.last_watch else ""
            parts.append(f"watch {person.watch}{last}")
        if "serial" in self.first:
            parts.append(f"serial number {person.serial}" if person.serial else "no serial number")
        else:
            senior = person.seniority
            parts.append(f"seniority {day_text(senior)}" if senior else "no seniority date")
        return "; ".join(parts)
