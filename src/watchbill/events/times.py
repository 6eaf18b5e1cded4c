"""The times that an event names, found by the types of its fields and never by its text."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from typing import Any, NamedTuple, Union, cast, get_args, get_origin, get_type_hints

from watchbill.events.base import Event
from watchbill.kernel.clock import Day, Wall, day_of
from watchbill.records.local_tour import DayOff, LocalTour


class NamedTime(NamedTuple):
    """A local time of an event: its field, what files call the field, and the time."""

    field: str
    alias: str
    wall: Wall


def walls(event: Event) -> Iterator[NamedTime]:
    """Each local time of the event."""
    for field, alias, kinds in _timed(cast(Any, type(event))):
        for value in _values(getattr(event, field)):
            if isinstance(value, LocalTour):
                yield NamedTime(field, alias, value.start)
            elif Wall in kinds and isinstance(value, int):
                yield NamedTime(field, alias, Wall(value))


def days(event: Event) -> list[Day]:
    """The dates that the event is about, in order; when somebody was told is none of them."""
    named: set[Day] = set()
    for field, _, kinds in _timed(cast(Any, type(event))):
        if field in event.told_in:
            continue
        for value in _values(getattr(event, field)):
            if isinstance(value, LocalTour | DayOff):
                named.add(value.day)
            elif isinstance(value, int):
                named.add(Day(value) if Day in kinds else day_of(Wall(value)))
    return sorted(named)


def touches(event: Event, first: Day, last: Day) -> bool:
    """Whether it is about one of these dates, both included; what lasts is about every date from
    its first to its last."""
    named = days(event)
    if event.lasts and named:
        return named[0] <= last and first <= named[-1]
    return any(first <= day <= last for day in named)


def _values(value: Any) -> Iterator[Any]:
    if isinstance(value, tuple | list):
        yield from (one for one in value if one is not None)
    elif value is not None:
        yield value


@cache
def _timed(kind: Any) -> list[tuple[str, str, frozenset[Any]]]:
    """Fields that hold times: name, name in files, and which types of time they hold."""
    hints = get_type_hints(kind, include_extras=True)
    found = []
    for field in fields(kind):
        alias, leaves = field.name, set()
        for leaf in _leaves(hints[field.name]):
            alias = getattr(leaf, "alias", None) or alias
            leaves.add(leaf)
        kinds = frozenset(leaf for leaf in leaves if leaf in (Day, Wall, LocalTour, DayOff))
        if kinds:
            found.append((field.name, alias, kinds))
    return found


def _leaves(hint: Any) -> Iterator[Any]:
    """The types within a type, and what it is annotated with."""
    origin = get_origin(hint)
    if hasattr(hint, "__metadata__"):
        yield from (one for one in hint.__metadata__ if getattr(one, "alias", None))
        yield from _leaves(hint.__origin__)
    elif origin in (Union, types.UnionType, tuple, list):
        for part in get_args(hint):
            yield from _leaves(part)
    elif isinstance(hint, type) or hint in (Day, Wall):
        yield hint
