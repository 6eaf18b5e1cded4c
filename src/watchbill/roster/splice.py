"""Coverage brought up to date: what differs since is counted again, and nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import itemgetter

from watchbill.kernel.clock import Instant
from watchbill.roster.coverage import (
    Cover,
    append_cover,
    columns_between,
    coverage,
    duty_of,
    without,
)
from watchbill.roster.model import Roster

Span = tuple[Instant, Instant]


def coverage_after(roster: Roster, before: Roster, covers: Sequence[Cover]) -> list[Cover]:
    """The coverage of a roster, from that of another one, ``before``.

    Times at which both have the same duty keep their figures; where the posts, the needs or the
    dates are others, all is counted.
    """
    if _frame(before) != _frame(roster):
        return coverage(roster)
    spans = _touched(before, roster)
    fresh = [columns_between(roster, *span) for span in spans]
    result: list[Cover] = []
    for place, post in enumerate(roster.posts):
        # Covers of before name the post that they knew, which is the same with another identity.
        old = [one for one in covers if one.post is before.posts[place]]
        column: list[Cover] = []
        parts = [
            Cover(post, start, end, one.need, one.have)
            for one in old
            for start, end in without(one.start, one.end, spans)
        ]
        parts += (cover for columns in fresh for cover in columns[place])
        for cover in sorted(parts, key=lambda one: one.start):
            append_cover(column, cover)
        result += column
    return result


def _frame(roster: Roster) -> tuple[object, ...]:
    return roster.zone, roster.first, roster.last, roster.posts


def _touched(before: Roster, after: Roster) -> list[Span]:
    """Times at which other duty is done than before, in order and apart.

    A line that both have is not looked at.
    """
    old, new = ({id(line): line for line in roster.lines} for roster in (before, after))
    gone = [line for key, line in old.items() if key not in new]
    come = [line for key, line in new.items() if key not in old]
    begins, ends = after.begins, after.ends
    was = Counter(duty_of(before, gone, begins, ends))
    becomes = Counter(duty_of(after, come, begins, ends))
    spans: list[Span] = []
    for start, end, _ in sorted([*(was - becomes), *(becomes - was)], key=itemgetter(0)):
        if spans and start <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return [(start, min(end, ends)) for start, end in spans]
