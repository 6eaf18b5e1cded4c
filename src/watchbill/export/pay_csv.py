"""Pay lines as rows for payroll."""

from __future__ import annotations

from watchbill.contract.pay import PayLineRecord, PayRecord
from watchbill.export.csv_text import Cell, csv_text
from watchbill.kernel.clock import wall_text
from watchbill.records.people import label_of

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


def pay_csv(told: PayRecord) -> str:
    """A row a line, with a head; hours to four decimals, money as it was rounded."""
    return csv_text(COLUMNS, map(_cells, told.lines))


def _cells(line: PayLineRecord) -> tuple[Cell, ...]:
    """In the order of :data:`COLUMNS`."""
    return (
        label_of(line.person, line.name),
        line.clause,
        wall_text(line.start),
        wall_text(line.end),
        line.hours,
        line.multiple,
        line.rate,
        line.amount,
        line.why,
        " ".join(map(str, line.entries)),
    )
