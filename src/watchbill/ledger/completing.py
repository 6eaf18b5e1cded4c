"""What an event is to say of the agreement under which it is made, where nobody said it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from watchbill.agreement.model import Agreement
from watchbill.events.base import Event
from watchbill.events.permanent_exchange import PermanentExchange
from watchbill.rules import permanent_exchange as clause


def completed(event: Event, agreement: Callable[[], Agreement]) -> Event:
    """The event with what the agreement in force says to it: the notice that the end of a
    permanent exchange takes. So the ledger holds it, whatever becomes of the agreement."""
    if not isinstance(event, PermanentExchange) or event.notice_days is not None:
        return event
    notices = [
        scoped.rule.ends_after_days
        for scoped in agreement().rules()
        if isinstance(scoped.rule, clause.PermanentExchange)
    ]
    return replace(event, notice_days=notices[0] if notices else 0)
