"""A schedule as plain data: what two of them are compared by."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Zone


def plain(schedule: Schedule) -> Any:
    """Every field of it, all the way down; people in their order, what has numbers by number."""
    return _plain(schedule)


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, str | bool | int | float):
        return value.value if isinstance(value, Enum) else value
    if isinstance(value, Zone):
        return value.name
    if isinstance(value, Mapping):
        pairs = [(_plain(key), _plain(one)) for key, one in value.items()]
        return sorted(pairs) if all(isinstance(key, int) for key, _ in pairs) else pairs
    if isinstance(value, frozenset | set):
        return sorted(map(_plain, value))
    if is_dataclass(value):
        parts = {part.name: _plain(getattr(value, part.name)) for part in fields(value)}
        return {type(value).__name__: parts}
    if isinstance(value, tuple | list):
        return [_plain(one) for one in value]
    return repr(value)
