"""What a service file names that is not there."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.kernel.problems import Problem, nearest
from watchbill.kernel.yamltree import Path_, Tree

_MOST_NAMES = 40
"""Names that a problem lists."""


def unknown(tree: Tree, place: Path_, what: str, found: str, known: Iterable[str]) -> Problem:
    """That no ``what`` has the name at that place, with those that there are."""
    known = list(known)
    return tree.problem(
        place,
        f"no {what} has this name here",
        found=found,
        allowed=_listed(known),
        suggestion=nearest(found, known),
    )


def _listed(known: list[str]) -> str:
    more = len(known) - _MOST_NAMES
    return ", ".join(known[:_MOST_NAMES]) + (f" and {more} more" if more > 0 else "") or "none"
