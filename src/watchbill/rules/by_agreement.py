"""What may be done when certain people agree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.kernel.fields import Count, Text, Words
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class ByAgreement(Rule):
    """``what`` may be done where all of ``needs`` agree; it ends on so many days' notice."""

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
