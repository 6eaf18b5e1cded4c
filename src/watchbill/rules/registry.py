"""Finds the rule kinds: every module of this package that defines a rule."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache

import watchbill.rules
from watchbill.rules.base import Rule


@cache
def kinds() -> dict[str, type[Rule]]:
    """Rule kinds by name, in the order of their names."""
    found: dict[str, type[Rule]] = {}
    for module_info in pkgutil.iter_modules(watchbill.rules.__path__):
        module = importlib.import_module(f"watchbill.rules.{module_info.name}")
        for _, member in inspect.getmembers(module, inspect.isclass):
            own = member.__module__ == module.__name__
            if own and issubclass(member, Rule) and member is not Rule:
                found[member.kind()] = member
    return dict(sorted(found.items()))
