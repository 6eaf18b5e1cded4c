"""What is said of the term of an agreement: which text goes on, and what is not computed."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from watchbill.contract.record import record
from watchbill.kernel.fields import DayField


@record
class OutsideRecord:
    """Dates for which no agreement is in force, and nothing is computed."""

    first: Annotated[DayField, Field(alias="from")]
    """First date."""
    last: Annotated[DayField, Field(alias="to")]
    """Last date, included."""
    why: str
    """Why none is in force, in a sentence."""
    to_enter: str
    """What to enter so that they are computed."""


@record
class InForceRecord:
    """What every answer for the dates says of the texts in force on them."""

    goes_on: tuple[str, ...] = ()
    """A sentence for each text that has ended and goes on, with who says so."""
    not_computed: tuple[OutsideRecord, ...] = ()
    """Dates outside every term, in order."""
