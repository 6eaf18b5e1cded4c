"""Finds the kinds of event: every module of this package that defines one."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

import watchbill.events
from watchbill.events.base import Event


@cache
def event_kinds() -> dict[str, type[Event]]:
    """Every kind of event by the name under which it is written."""
    found: dict[str, type[Event]] = {}
    for module_info in pkgutil.iter_modules(watchbill.events.__path__):
        module = importlib.import_module(f"watchbill.events.{module_info.name}")
        for member in vars(module).values():
            if isinstance(member, type) and issubclass(member, Event) and member is not Event:
                found[member.name()] = member
    return dict(sorted(found.items()))
