"""Watchbill makes the Hours-of-Work article of a collective agreement executable."""

from __future__ import annotations

from typing import Any


def __getattr__(name: str) -> Any:
    """``__version__``, which takes as long to look up as an entry to write: who asks, waits."""
    if name == "__version__":
        from importlib.metadata import version

        return version("watchbill")
    raise AttributeError(name)
