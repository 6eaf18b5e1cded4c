"""A replay as a page: what a year would have come to under another agreement, with a chart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from watchbill.contract.replay import DifferenceRecord, ReplayRecord
from watchbill.export.html import render
from watchbill.ledger.book import Book

WIDTH, HEIGHT, FOOT = 720, 240, 26
"""The chart's picture units; ``FOOT`` is the room for the names of the months."""
LABEL = 16
"""The room for a bar's figure, above it or below it."""


@dataclass(frozen=True, slots=True)
class MonthBar:
    """A month's difference as a bar from the line of nought."""

    name: str
    difference: Decimal
    x: float
    y: float
    width: float
    height: float

    @property
    def figure_y(self) -> float:
        """Where the bar's figure stands: beyond its end."""
        return self.y - 4 if self.difference > 0 else self.y + self.height + 12


@dataclass(frozen=True, slots=True)
class MonthChart:
    """Bars in a picture of ``WIDTH`` by ``HEIGHT``; ``nought`` is where the line of nought is."""

    bars: tuple[MonthBar, ...]
    nought: float


def replay_page(book: Book, told: ReplayRecord) -> str:
    """The replay of the book as HTML."""
    sections = (
        ("clause", "By clause", told.by_clause),
        ("person", "By person", told.by_person),
        ("month", "By month", told.by_month),
    )
    return render(
        "replay.html",
        book=book,
        told=told,
        sections=[(anchor, title, rows, _widest(rows)) for anchor, title, rows in sections],
        chart=chart(told.by_month),
        size=(WIDTH, HEIGHT, FOOT),
    )


def chart(months: Sequence[DifferenceRecord]) -> MonthChart:
    """The months' differences; those above nought stand up, those below hang down."""
    up = max((float(one.difference) for one in months), default=0.0)
    down = min((float(one.difference) for one in months), default=0.0)
    up, down = max(up, 0.0), min(down, 0.0)
    span = (up - down) or 1.0
    room = HEIGHT - FOOT - 2 * LABEL
    nought = LABEL + room * up / span
    step = WIDTH / max(1, len(months))
    bars = []
    for place, one in enumerate(months):
        height = abs(float(one.difference)) * room / span
        top = nought - height if one.difference > 0 else nought
        bars.append(
            MonthBar(one.name, one.difference, place * step + step * 0.15, top, step * 0.7, height)
        )
    return MonthChart(tuple(bars), nought)


def _widest(rows: Sequence[DifferenceRecord]) -> Decimal:
    return max((abs(row.difference) for row in rows), default=Decimal(1)) or Decimal(1)
