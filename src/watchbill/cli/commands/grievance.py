"""``watchbill grievance``: all that was known and owed, for a person, some dates and clauses."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watchbill.cli.books import FromOption, LedgerArgument, ToOption, dates, key_of, open_book
from watchbill.kernel.problems import BadInput, Problem, nearest

EXAMPLE = (
    "Example: [bold]watchbill grievance year.jsonl Keane --from 2024-03-01 --to 2024-03-31"
    " --clause '12.08(c)' --pdf keane.pdf[/bold]"
)


def grievance(
    ledger: LedgerArgument,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Whom it is about.")],
    first: FromOption = None,
    last: ToOption = None,
    clause: Annotated[
        list[str] | None,
        typer.Option(metavar="NUMBER", help="A clause in question (default: those that paid)."),
    ] = None,
    html: Annotated[Path | None, typer.Option(help="Page to write, or -.")] = None,
    pdf: Annotated[Path | None, typer.Option(help="PDF to write, or -.")] = None,
) -> None:
    """Write the file of a grievance: what was known when, the schedule, the clauses, the working.

    Either side makes the same file of the same ledger: its digest stands in it.
    """
    from watchbill.cli.output import write_bytes, write_text
    from watchbill.export.grievance import grievance_file, grievance_page, grievance_pdf

    book = open_book(ledger)
    key = key_of(book, person)
    begin, end = dates(book, first, last)
    texts = [agreement for agreement in (one.agreement for one in book.texts.texts) if agreement]
    known = list(dict.fromkeys(number for one in texts for number in one.by_number))
    problems = [
        Problem("--clause", None, "", "the agreement has no clause of this number", number,
                suggestion=nearest(number, known))
        for number in clause or ()
        if number not in known
    ]  # fmt: skip
    if html is None and pdf is None:
        problems.append(Problem("grievance", None, "", "say where to write it: --html or --pdf"))
    if problems:
        raise BadInput(problems)
    file = grievance_file(book, key, begin, end, clause or ())
    if html is not None:
        write_text(html, grievance_page(file))
    if pdf is not None:
        write_bytes(pdf, grievance_pdf(file))
