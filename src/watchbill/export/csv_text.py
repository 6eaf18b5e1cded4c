"""Rows as CSV that a spreadsheet opens as it was written."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

Cell = str | int | Decimal | None

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that spreadsheets would work out."""


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Cell]], line_end: str = "\n") -> str:
    """A head and a row a line. A figure keeps its digits; what is not there is empty."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator=line_end)
    writer.writerow(columns)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return out.getvalue()


def _written(cell: Cell) -> str:
    """A text so that no spreadsheet takes it for a formula, as a name may begin with =."""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA) else cell
    if isinstance(cell, Decimal):
        return format(cell, "f")
    return "" if cell is None else str(cell)
