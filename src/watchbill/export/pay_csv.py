"""Pay lines as rows for payroll, and as plain data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import Any

from watchbill.kernel.clock import wall_text
from watchbill.pay.lines import PayLine
from watchbill.pay.price import explained

COLUMNS = (
    "person",
    "clause",
    "from",
    "to",
    "hours",
    "multiple",
    "rate",
    "amount",
    "why",
    "entries",
)

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that spreadsheets would work out."""


def pay_csv(lines: Iterable[PayLine]) -> str:
    """A row a line, with a head; hours to four decimals, money as it was rounded."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for line in lines:
        row = _row(line)
        writer.writerow([_plain(row[column]) for column in COLUMNS])
    return out.getvalue()


def _plain(text: str) -> str:
    """The text so that no spreadsheet takes it for a formula, as a name may begin with =."""
    return f"'{text}" if text.startswith(FORMULA) else text


def pay_data(lines: Iterable[PayLine]) -> list[dict[str, Any]]:
    """The same, with the claims that lost."""
    return [
        {
            **_row(line),
            "on_top": line.on_top,
            "lost": [
                {"clause": one.clause, "multiple": str(one.multiple), "why": one.why}
                for one in line.lost
            ],
        }
        for line in lines
    ]


def _row(line: PayLine) -> dict[str, Any]:
    return {
        "person": line.person.name,
        "clause": line.clause_number,
        "from": wall_text(line.start),
        "to": wall_text(line.end),
        "hours": f"{line.hours:.4f}",
        "multiple": str(line.multiple),
        "rate": str(line.person.rate),
        "amount": str(line.amount),
        "why": explained(line),
        "entries": " ".join(map(str, line.numbers)),
    }
