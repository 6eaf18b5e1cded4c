"""What an event is to say of the service and its agreement, where nobody said it.

So the ledger holds it, whatever becomes of the agreement.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from watchbill.agreement.model import Agreement
from watchbill.asking.asking import ask
from watchbill.events.base import Event
from watchbill.events.laid_out import LaidOut
from watchbill.events.names import with_keys
from watchbill.events.permanent_exchange import PermanentExchange
from watchbill.events.posted import Posted
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Day
from watchbill.ledger.posting import laid_out, posted
from watchbill.rules.deciding import EndsOnNotice


def completed(event: Event, schedule: Schedule, agreement: Callable[[], Agreement]) -> Event:
    """The event with what follows from the schedule and the agreement: people by their keys, the
    tours that are posted or laid out, the notice that the end of a permanent exchange takes."""
    event = with_keys(event, schedule)
    if isinstance(event, LaidOut):
        return _laid(event, schedule, agreement)
    if isinstance(event, PermanentExchange) and event.notice_days is None:
        return replace(event, notice_days=_notice(agreement(), event.begins))
    return event


def _laid(event: LaidOut, schedule: Schedule, agreement: Callable[[], Agreement]) -> Event:
    if event.lines or event.others or not schedule.facts.id or event.dates_refused:
        return event  # what is refused is not worked out first
    if isinstance(event, Posted):
        return posted(schedule, agreement(), event.first, event.last, event.at)
    return laid_out(schedule, agreement(), event.first, event.last)


def _notice(agreement: Agreement, day: Day) -> int:
    """Days of notice that the end takes, by the first clause in force that says so; nought where
    none does."""
    ends = (rule.over_from(day) - day for _, rule in ask(agreement, day, day).having(EndsOnNotice))
    return next(ends, 0)
