"""Somebody agrees to what a clause lets be done by agreement."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.kernel.fields import Text, WallField


@dataclass(frozen=True, kw_only=True)
class Consent(Event):
    """Somebody agrees to what a clause lets be done by agreement.

    ``by`` is one of those whom the clause names; ``person`` the employee whom it concerns, where
    it concerns one.
    """

    clause: Text
    by: Text
    at: WallField
    person: Text | None = None
