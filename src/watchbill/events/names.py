"""People by what others call them: the key, or the name where one alone has it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from watchbill.events.base import Event
from watchbill.events.schedule import Schedule


def keys_of(schedule: Schedule, word: str) -> list[str]:
    """The keys of those whom the word may mean: the person of that key, else all of that name."""
    if word in schedule.people:
        return [word]
    return [key for key, standing in schedule.people.items() if standing.person.name == word]


def key_in(schedule: Schedule, word: str) -> str:
    """The key of the person that the word means; the word itself where nobody's or several."""
    keys = keys_of(schedule, word)
    return keys[0] if len(keys) == 1 else word


def with_keys(event: Event, schedule: Schedule) -> Event:
    """The event with people by their keys, where it calls them by names that they alone have."""
    known = {}
    for field in event.names_in:
        value = getattr(event, field, None)
        if value is not None:
            known[field] = _keyed(value, schedule)
    changed = {field: value for field, value in known.items() if value != getattr(event, field)}
    return replace(event, **changed) if changed else event


def _keyed(value: Any, schedule: Schedule) -> Any:
    if isinstance(value, tuple):
        return tuple(_keyed(one, schedule) for one in value)
    return key_in(schedule, value)
