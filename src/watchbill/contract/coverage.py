"""Coverage: who is on duty against what the posts need."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from watchbill.contract.fields import Moment
from watchbill.contract.record import VERSION, Version, record
from watchbill.kernel.fields import DayField


@record
class CoverRecord:
    """A post over a stretch of time in which need and have do not change."""

    post: str
    """Id of the post."""
    start: Moment
    """When the stretch begins."""
    end: Moment
    """When it ends."""
    need: int
    """People needed."""
    have: int
    """People there."""


@record
class CoverageRecord:
    """The coverage of every post over some dates."""

    version: Version = VERSION
    service: str
    """Id of the service."""
    first: Annotated[DayField, Field(alias="from")]
    """First date."""
    last: Annotated[DayField, Field(alias="to")]
    """Last date, included."""
    covers: tuple[CoverRecord, ...]
    """Post by post, in order of time."""


PUBLISHED = {"coverage": CoverageRecord}
