"""The roster as a workbook: the board, hours and cost, findings."""

from __future__ import annotations

import io
from decimal import Decimal
from itertools import groupby

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from watchbill.agreement.clock_change import clock_change
from watchbill.audit.audit import Audit, audit
from watchbill.kernel.clock import SATURDAY, Day, day_text, hours, to_date, weekday
from watchbill.pay.cost import Cost, cost
from watchbill.records.tours import TourKind
from watchbill.roster.coverage import coverage, worst_of_days
from watchbill.roster.model import Roster, RosterLine
from watchbill.service.model import Service

_FILL = {
    TourKind.DAY: PatternFill("solid", fgColor="F2C14E"),
    TourKind.EVENING: PatternFill("solid", fgColor="E08E45"),
    TourKind.NIGHT: PatternFill("solid", fgColor="35507A"),
}
_LEAVE = PatternFill("solid", fgColor="C9C9C9")
_WEEKEND = PatternFill("solid", fgColor="E8EDF3")
_SHORT = PatternFill("solid", fgColor="C62828")
_WHITE = Font(color="FFFFFF", bold=True)
_BOLD = Font(bold=True)
_CENTRE = Alignment(horizontal="center")
_HEAD_ROWS = 2


def board_xlsx(service: Service, roster: Roster) -> bytes:
    """The workbook's bytes."""
    book = Workbook()
    board = book.active
    assert isinstance(board, Worksheet)
    board.title = "Board"
    _board(board, roster)
    priced = cost(roster, clock_change(service.agreement.settings))
    _hours(book.create_sheet("Hours and cost"), priced, service.currency)
    _findings(book.create_sheet("Findings"), audit(service.agreement, roster))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _board(sheet: Worksheet, roster: Roster) -> None:
    for column, number in enumerate(roster.days, start=2):
        day = Day(number)
        heads = sheet.cell(1, column, f"{to_date(day):%a}"), sheet.cell(2, column, to_date(day))
        heads[1].number_format = "d mmm"
        for head in heads:
            head.font, head.alignment = _BOLD, _CENTRE
            if weekday(day) >= SATURDAY:
                head.fill = _WEEKEND
        sheet.column_dimensions[get_column_letter(column)].width = 7
    sheet.column_dimensions["A"].width = 24
    row = _HEAD_ROWS + 1
    for platoon, lines in groupby(roster.lines, key=lambda line: line.person.platoon):
        _text(sheet, row, 1, f"Platoon {platoon}" if platoon else "No platoon").font = _BOLD
        row += 1
        for line in lines:
            _line(sheet, row, line, roster)
            row += 1
    covers = coverage(roster)
    for post in roster.posts:
        _text(sheet, row, 1, f"{post.name}: have/need").font = _BOLD
        worst = worst_of_days(roster, [cover for cover in covers if cover.post is post])
        for column, number in enumerate(roster.days, start=2):
            cover = worst[Day(number)]
            cell = sheet.cell(row, column, f"{cover.have}/{cover.need}")
            cell.alignment = _CENTRE
            if cover.short:
                cell.fill, cell.font = _SHORT, _WHITE
        row += 1
    sheet.freeze_panes = f"B{_HEAD_ROWS + 1}"


def _line(sheet: Worksheet, row: int, line: RosterLine, roster: Roster) -> None:
    _text(sheet, row, 1, line.person.label)
    for column, number in enumerate(roster.days, start=2):
        day = Day(number)
        cell = sheet.cell(row, column)
        cell.alignment = _CENTRE
        tours = line.tours_by_day.get(day, ())
        if tours:
            _text(sheet, row, column, " ".join(tour.code for tour in tours))
            cell.fill = _FILL[tours[0].kind]
            if tours[0].kind is TourKind.NIGHT:
                cell.font = _WHITE
        elif day in line.absences_by_day:
            cell.value, cell.fill = "L", _LEAVE


def _hours(sheet: Worksheet, priced: Cost, currency: str) -> None:
    _head(
        sheet, ("Person", "Classification", "Hours", "Basic rate", f"At the basic rate, {currency}")
    )
    for line in priced.lines:
        person = line.person
        _row(sheet, person.label, person.classification, hours(line.minutes), person.rate,
             line.amount)  # fmt: skip
    _row(sheet, "All", None, hours(priced.minutes), None, priced.total)
    for column in range(1, sheet.max_column + 1):
        sheet.cell(sheet.max_row, column).font = _BOLD
    for figures in sheet.iter_rows(min_row=2, min_col=3, max_col=5):
        for figure in figures:
            figure.number_format = "#,##0.00"


def _findings(sheet: Worksheet, result: Audit) -> None:
    _head(sheet, ("Clause", "Severity", "Person", "From", "To", "Measured", "Limit", "What"))
    for one in result.findings:
        who = one.person.label if one.person else "everybody"
        _row(sheet, one.clause.number, str(one.severity), who, day_text(one.first),
             day_text(one.last), str(one.measured), str(one.limit), one.sentence)  # fmt: skip
    for skipped in result.not_judged:
        what = f"{skipped.rule} Not judged: {skipped.reason}."
        _row(sheet, skipped.clause.number, "not judged", None, None, None, None, None, what)


def _row(sheet: Worksheet, *values: str | Decimal | None) -> None:
    row = sheet.max_row + 1
    for column, value in enumerate(values, start=1):
        if isinstance(value, str):
            _text(sheet, row, column, value)
        else:
            sheet.cell(row, column, value)


def _text(sheet: Worksheet, row: int, column: int, text: str) -> Cell:
    """A cell that is a text, never a formula, without what no workbook can hold."""
    cell = sheet.cell(row, column, ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", text))
    assert isinstance(cell, Cell)
    cell.data_type = "s"
    return cell


def _head(sheet: Worksheet, columns: tuple[str, ...]) -> None:
    for number, text in enumerate(columns, start=1):
        _text(sheet, 1, number, text).font = _BOLD
        width = 90 if text == "What" else 24 if number <= 2 else 16
        sheet.column_dimensions[get_column_letter(number)].width = width
    sheet.freeze_panes = "A2"
