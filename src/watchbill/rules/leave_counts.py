"""Leave that counts as time worked, and leave that does not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import ClassVar

from watchbill.kernel.fields import Words
from watchbill.rules.base import Rule


@dataclass(frozen=True, kw_only=True)
class LeaveCounts(Rule):
    """Leave of these ``kinds`` counts as time worked (any, where none is named), or does not."""

    about: ClassVar[tuple[str, ...]] = ("as_worked",)
    words: ClassVar[Mapping[str, str]] = {
        "kinds": "kinds of leave",
        "as_worked": "counts as worked",
    }

    kinds: Words = ()
    as_worked: bool = True

    def says(self) -> str:
        which = ", ".join(self.kinds) or "of any kind"
        return f"Leave ({which}) {'counts' if self.as_worked else 'does not count'} as worked."
