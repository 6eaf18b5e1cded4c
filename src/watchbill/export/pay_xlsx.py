"""Pay lines as a workbook: sums by person, and every line."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from watchbill.kernel.clock import wall_text
from watchbill.pay.lines import PayLine, basic_hours, total
from watchbill.pay.price import explained

_BOLD = Font(bold=True)
_WRAP = Alignment(wrap_text=True, vertical="top")
_MONEY = "#,##0.00"
_PEOPLE = ("Person", "Lines", "Basic hours", "Amount")
_LINES = (
    "Person", "Clause", "From", "To", "Hours", "Multiple", "Rate", "Amount", "Why", "Entries",
    "Lost",
)  # fmt: skip
_WIDTHS = {"Person": 22, "From": 17, "To": 17, "Why": 70, "Lost": 50}


def pay_xlsx(lines: Sequence[PayLine], currency: str) -> bytes:
    """The workbook's bytes; hours and money are numbers, exact to what was paid."""
    book = Workbook()
    people = book.active
    assert isinstance(people, Worksheet)
    people.title = "People"
    _head(people, (*_PEOPLE[:-1], f"Amount, {currency}"))
    for row, name in enumerate(dict.fromkeys(line.person.name for line in lines), 2):
        own = [line for line in lines if line.person.name == name]
        _row(people, row, (name, len(own), basic_hours(own), total(own)))
    _row(people, people.max_row + 1, ("All", len(lines), basic_hours(lines), total(lines)))
    for row in range(2, people.max_row + 1):
        people.cell(row, 3).number_format = people.cell(row, 4).number_format = _MONEY
    _every_line(book.create_sheet("Lines"), lines)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _every_line(sheet: Worksheet, lines: Sequence[PayLine]) -> None:
    _head(sheet, _LINES)
    for row, line in enumerate(lines, 2):
        lost = "; ".join(f"{one.clause} at {one.multiple}" for one in line.lost)
        _row(sheet, row, (
            line.person.name, line.clause_number, wall_text(line.start),
            "on top" if line.on_top else wall_text(line.end), line.hours, line.multiple,
            line.person.rate, line.amount, explained(line), " ".join(map(str, line.numbers)), lost,
        ))  # fmt: skip
        sheet.cell(row, 8).number_format = _MONEY
        sheet.cell(row, 9).alignment = _WRAP


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
