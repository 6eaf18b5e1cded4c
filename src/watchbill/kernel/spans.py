"""Spans of minutes: what is left of one."""

from collections.abc import Iterable, Iterator


def without(start: int, end: int, holes: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """What is left of a span of minutes without these others, which come in order."""
    for first, last in holes:
        if last <= start or first >= end:
            continue
        if start < first:
            yield start, first
        start = max(start, last)
    if start < end:
        yield start, end
