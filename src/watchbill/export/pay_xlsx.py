"""Pay lines as a workbook: sums by person, and every line."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from watchbill.contract.pay import PayLineRecord, PayRecord
from watchbill.kernel.clock import hours, wall_text
from watchbill.records.people import label_of

_BOLD = Font(bold=True)
_WRAP = Alignment(wrap_text=True, vertical="top")
_MONEY = "#,##0.00"
_PEOPLE = ("Person", "Lines", "Basic hours", "Amount")
_LINES = (
    "Person", "Clause", "From", "To", "Hours", "Multiple", "Rate", "Amount", "Why", "Entries",
    "Lost",
)  # fmt: skip
_WIDTHS = {"Person": 22, "From": 17, "To": 17, "Why": 70, "Lost": 50}


def pay_xlsx(told: PayRecord) -> bytes:
    """The workbook's bytes; hours and money are numbers, exact to what was paid."""
    book = Workbook()
    people = book.active
    assert isinstance(people, Worksheet)
    people.title = "People"
    _head(people, (*_PEOPLE[:-1], f"Amount, {told.currency}"))
    called = {line.person: label_of(line.person, line.name) for line in told.lines}
    for row, (key, name) in enumerate(called.items(), 2):
        own = [line for line in told.lines if line.person == key]
        _row(people, row, (name, len(own), _basic_hours(own), _sum(line.amount for line in own)))
    _row(people, people.max_row + 1, ("All", len(told.lines), told.basic_hours, told.amount))
    for row in range(2, people.max_row + 1):
        people.cell(row, 3).number_format = people.cell(row, 4).number_format = _MONEY
    _every_line(book.create_sheet("Lines"), told.lines)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _basic_hours(lines: Iterable[PayLineRecord]) -> Decimal:
    """Hours at the basic rate; an amount that is no multiple of it has none."""
    return _sum((line.minutes or 0) * (line.multiple or Decimal(0)) for line in lines) / 60


def _sum(amounts: Iterable[Decimal]) -> Decimal:
    return sum(amounts, Decimal(0))


def _every_line(sheet: Worksheet, lines: Sequence[PayLineRecord]) -> None:
    _head(sheet, _LINES)
    for row, line in enumerate(lines, 2):
        lost = "; ".join(f"{one.clause} at {one.multiple}" for one in line.lost)
        _row(sheet, row, (
            label_of(line.person, line.name), line.clause, wall_text(line.start),
            "on top" if line.on_top else wall_text(line.end), _hours(line), line.multiple,
            line.rate, line.amount, line.why, " ".join(map(str, line.entries)), lost,
        ))  # fmt: skip
        sheet.cell(row, 8).number_format = _MONEY
        sheet.cell(row, 9).alignment = _WRAP


def _hours(line: PayLineRecord) -> Decimal | None:
    return None if line.minutes is None else hours(line.minutes)


def _head(sheet: Worksheet, names: Sequence[str]) -> None:
    _row(sheet, 1, names)
    for column, name in enumerate(names, 1):
        sheet.cell(1, column).font = _BOLD
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(name, 14)
    sheet.freeze_panes = "A2"


def _row(sheet: Worksheet, row: int, values: Sequence[object]) -> None:
    for column, value in enumerate(values, 1):
        cell = sheet.cell(row, column)
        if isinstance(value, str):
            cell.value = ILLEGAL_CHARACTERS_RE.sub("", value)
            cell.data_type = "s"  # a name that begins with = is no formula
        else:
            cell.value = value  # type: ignore[assignment]
