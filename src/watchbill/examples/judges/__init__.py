"""Judges of expectations, one kind a file: each with ``JUDGES`` by key of ``expect``."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from watchbill.examples.stage import Stage


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a judge found: whether the expectation holds, and the working, a sentence a line."""

    agreed: bool
    working: tuple[str, ...]


Judge = Callable[[Stage, Any], Judgement]


@cache
def judges() -> dict[str, Judge]:
    """The judge of each key of ``expect``."""
    found: dict[str, Judge] = {}
    for module_info in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{module_info.name}")
        found |= module.JUDGES
    return found
