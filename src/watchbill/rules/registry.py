"""Finds the rule kinds, every module of this package that defines a rule, and refuses those
whose faces do not hold.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from functools import cache

import watchbill.rules
from watchbill.rules.base import Rule
from watchbill.rules.faces import faults


class UnsoundKindError(TypeError):
    """A rule kind whose faces do not hold: it would be asked in vain, or never."""


@cache
def kinds() -> dict[str, type[Rule]]:
    """Rule kinds by name, in the order of their names. Raises :class:`UnsoundKindError`."""
    kinds: dict[str, type[Rule]] = {}
    for module_info in pkgutil.iter_modules(watchbill.rules.__path__):
        module = importlib.import_module(f"watchbill.rules.{module_info.name}")
        for _, member in inspect.getmembers(module, inspect.isclass):
            own = member.__module__ == module.__name__
            if own and issubclass(member, Rule) and member is not Rule:
                kinds[member.kind()] = held_to_its_faces(member)
    return dict(sorted(kinds.items()))


def held_to_its_faces(kind: type[Rule]) -> type[Rule]:
    """The kind. Raises :class:`UnsoundKindError` where it has a face without its parts, a part
    without its face, or neither a face nor the word that it only records.
    """
    sentences = [f"the rule kind {sentence}" for sentence in faults(kind, kind.kind())]
    if sentences:
        raise UnsoundKindError("; ".join(sentences))
    return kind
