"""``watchbill pay``: what is owed, line by line."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli.books import (
    FromOption,
    LedgerArgument,
    PersonOption,
    ToOption,
    dates,
    must_know,
    open_book,
)
from watchbill.cli.options import JsonOption, PlainOption, ReadingOption, SetOption, choices

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.kernel.clock import Day
    from watchbill.ledger.book import Book
    from watchbill.pay.lines import PayLine

EXAMPLE = "Example: [bold]watchbill pay year.jsonl --from 2024-03-01 --to 2024-03-31[/bold]"


def pay(
    ledger: LedgerArgument,
    first: FromOption = None,
    last: ToOption = None,
    person: PersonOption = None,
    csv: Annotated[Path | None, typer.Option(help="CSV file to write, a line a row, or -.")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="Workbook to write: people and lines.")] = None,
    payslips: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Folder for a page a person, in HTML.")
    ] = None,
    reading: ReadingOption = None,
    setting: SetOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Price a ledger: hours, multiples, money, clause and reason of every line.

    With --person every line is shown; otherwise each person's totals.
    """
    from watchbill.cli.in_force import show_in_force
    from watchbill.cli.output import write_bytes, write_record, write_text
    from watchbill.cli.show import console
    from watchbill.export.pay_csv import pay_csv
    from watchbill.export.pay_xlsx import pay_xlsx
    from watchbill.pay.contract import pay_record
    from watchbill.pay.period import period_pay

    book = open_book(ledger, choices(reading, setting))
    key = must_know(book, person)
    begin, end = dates(book, first, last)
    paid = period_pay(book, begin, end, key)
    lines = paid.lines
    told = pay_record(book.service, paid.held, lines, paid.assumed, paid.unpriced)
    # A page and a file hold what is computed; the rest is told beside them.
    aside = csv is not None or xlsx is not None or payslips is not None
    if not as_json:
        show_in_force(console(stderr=aside, plain=plain), paid.held)
    if csv is not None:
        write_text(csv, pay_csv(told))
    if xlsx is not None:
        write_bytes(xlsx, pay_xlsx(told))
    if payslips is not None:
        _write_slips(payslips, book, (begin, end), lines)
    if csv is not None or xlsx is not None or payslips is not None:
        return
    if as_json:
        write_record(told)
        return
    out = console(plain=plain)
    if person is not None:
        _show_lines(out, lines)
    else:
        _show_people(out, lines)
    for sentence in paid.unpriced:
        out.print(sentence, style="yellow", soft_wrap=True)
    for sentence in paid.assumed:
        out.print(f"Of leave nobody has said it: {sentence}", style="yellow")


def _write_slips(
    folder: Path, book: Book, dates: tuple[Day, Day], lines: Sequence[PayLine]
) -> None:
    from watchbill.cli.output import write_folder
    from watchbill.export.payslip import make_slip, payslip_page, slip_names

    files = slip_names(standing.person for standing in book.now.people.values())
    pages = {}
    for person in {line.person.key: line.person for line in lines}.values():
        own = [line for line in lines if line.person.key == person.key]
        pages[files[person.key]] = payslip_page(make_slip(book, person, *dates, own))
    write_folder(folder, pages, "pages")


def _show_lines(out: Console, lines: Sequence[PayLine]) -> None:
    from watchbill.cli.show import grid
    from watchbill.kernel.clock import decimal_text, wall_text
    from watchbill.pay.lines import total
    from watchbill.pay.price import explained

    right = ("Hours", "Multiple", "Amount")
    table = grid("From", "Clause", *right, "Why", right=right)
    for line in lines:
        lost = "".join(f" ({one.clause} at {one.multiple} lost)" for one in line.lost
                       if one.clause != "basic")  # fmt: skip
        table.add_row(
            wall_text(line.start), line.clause_number, decimal_text(line.hours),
            str(line.multiple), f"{line.amount:,.2f}", explained(line) + lost,
        )  # fmt: skip
    table.add_row("", "", "", "", f"{total(lines):,.2f}", "in all")
    out.print(table)


def _show_people(out: Console, lines: Sequence[PayLine]) -> None:
    from watchbill.cli.show import grid
    from watchbill.kernel.clock import decimal_text
    from watchbill.pay.lines import basic_hours, total
    from watchbill.pay.period import sums_by_person

    right = ("Lines", "Basic hours", "Premium lines", "Amount")
    table = grid("Person", *right, right=right)
    for one in sums_by_person(lines):
        table.add_row(one.person.label, str(one.lines), decimal_text(one.basic_hours),
                      str(one.premium_lines), f"{one.amount:,.2f}")  # fmt: skip
    table.add_row("All", str(len(lines)), decimal_text(basic_hours(lines)), "",
                  f"{total(lines):,.2f}")  # fmt: skip
    out.print(table)
