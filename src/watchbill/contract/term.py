"""For which dates an agreement is in force, and what is not computed for want of one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from watchbill.contract.record import record
from watchbill.kernel.fields import DayField


@record
class NotComputedRecord:
    """Dates on which no agreement is in force: nothing is computed for them."""

    first: Annotated[DayField, Field(alias="from")]
    """First date."""
    last: Annotated[DayField, Field(alias="to")]
    """Last date, included."""
    why: str
    """Why none is in force, in a sentence."""
    to_enter: str
    """What to enter where one is."""


@record
class InForceRecord:
    """What every answer for these dates says of the agreement's term."""

    goes_on: tuple[str, ...]
    """Which text goes on after its term, and by what, a sentence each."""
    not_computed: tuple[NotComputedRecord, ...]
    """Dates that were asked about and left out."""
