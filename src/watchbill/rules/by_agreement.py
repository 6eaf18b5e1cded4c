"""What may be done when certain people agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from watchbill.events.consent import Consent
from watchbill.kernel.clock import wall_text
from watchbill.kernel.fields import Count, Text, Words
from watchbill.rules.base import Rule
from watchbill.rules.deciding import Condition, NeedsConsent


@dataclass(frozen=True, kw_only=True)
class ByAgreement(Rule, NeedsConsent):
    """``what`` may be done where all of ``needs`` agree; it ends on so many days' notice.

    It is not approved until the agreement of each of them is entered, by whom and when.
    """

    about: ClassVar[tuple[str, ...]] = ("what",)
    words: ClassVar[Mapping[str, str]] = {
        "what": "what is agreed",
        "needs": "who has to agree",
        "ends_after_days": "days' notice to end it",
    }
    one_answer: ClassVar[bool] = True

    what: Text
    needs: Words
    ends_after_days: Count | None = None

    def says(self) -> str:
        ends = ""
        if self.ends_after_days is not None:
            ends = f"; ended by {self.ends_after_days} days' notice"
        return f"{self.what}: needs the agreement of {' and '.join(self.needs)}{ends}."

    def consents(self, given: Sequence[tuple[int, Consent]]) -> Iterator[Condition]:
        by_name = {one.by: (number, one) for number, one in given}
        for name in self.needs:
            if name not in by_name:
                evidence = f"No agreement of {name} is entered: {self.what}."
                yield Condition("agreement", False, evidence, consent=True)
                continue
            number, one = by_name[name]
            yield Condition(
                "agreement", True, f"{name} agreed {wall_text(one.at)} (entry {number})."
            )
