"""What every event has.

An event is written ``- call_in: {person: Ames, told: ..., report: ..., worked: 1h30}``. All its
times are local to the agreement; ``told``, ``asked`` and ``at`` are when a person came to know.
Who entered it and when the system learnt of it is the ledger's to say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Literal

from watchbill.kernel.fields import FORBID_UNKNOWN

VOLUNTARY = "voluntary"
"""The list of those who put their names down for extra tours."""

Side = Literal["employer", "employee"]


@dataclass(frozen=True, kw_only=True)
class Event:
    """Something that happened."""

    __pydantic_config__: ClassVar[dict[str, object]] = {**FORBID_UNKNOWN, "populate_by_name": True}

    @classmethod
    def name(cls) -> str:
        """As it is written: ``call_in``."""
        return re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()

    @property
    def people(self) -> tuple[str, ...]:
        """The names of those whom it is about; none where it is about everybody."""
        person = getattr(self, "person", None)
        return (person,) if person is not None else ()
