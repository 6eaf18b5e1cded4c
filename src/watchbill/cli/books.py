"""Ledgers as commands name them: a file, or a service in the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from watchbill.kernel.problems import BadInput, Problem

if TYPE_CHECKING:
    from watchbill.kernel.clock import Day
    from watchbill.ledger.book import Book
    from watchbill.ledger.chain import Row

T = TypeVar("T")

LedgerArgument = Annotated[
    str,
    typer.Argument(metavar="LEDGER", help="A ledger file, or a service that the database has."),
]
FromOption = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First date.")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last date.")]
PersonOption = Annotated[str | None, typer.Option(metavar="NAME", help="One person only.")]


def read_rows(where: str) -> tuple[str, list[Row]]:
    """The service's name and the rows of the ledger. Raises :class:`BadInput`."""
    path = Path(where)
    if path.is_file():
        from watchbill.ledger.ledger_file import read_ledger

        found = read_ledger(path, where)
        return found.service, list(found.rows)
    from watchbill.web.run import prepare

    prepare()
    from watchbill.web.ledgers import rows_of, stored_service

    return where, rows_of(stored_service(where))


def open_book(where: str) -> Book:
    """The service with its ledger; a broken seal is refused. Raises :class:`BadInput`."""
    name, rows = read_rows(where)
    refuse_broken(where, rows)
    if Path(where).is_file():
        from watchbill.ledger.book import Book
        from watchbill.service.load import load_service

        return Book(load_service(name), tuple(row.entry for row in rows))
    from watchbill.web.ledgers import book_of, stored_service

    return book_of(stored_service(where))


def with_choices(book: Book, reading: Sequence[str] | None, setting: Sequence[str] | None) -> Book:
    """The book under other readings of its agreement, or figures. Raises :class:`BadInput`."""
    from dataclasses import replace

    from watchbill.agreement.load import load_agreement
    from watchbill.cli.options import choices

    if not reading and not setting:
        return book
    chosen = choices(reading, setting)
    own = book.service.agreement
    agreement = load_agreement(own.file, chosen.readings, chosen.settings)
    return replace(book, service=replace(book.service, agreement=agreement))


def refuse_broken(where: str, rows: Iterable[Row]) -> None:
    """Raises :class:`BadInput` where a seal of the ledger is broken."""
    from watchbill.ledger.chain import first_broken

    broken = first_broken(rows)
    if broken is not None:
        message = f"the ledger is broken at entry {broken.number}: {broken.reason}"
        raise BadInput([Problem(where, None, "", message)])


def dates(book: Book, first: str | None, last: str | None) -> tuple[Day, Day]:
    """The dates asked for; the book's own where nothing is said. Raises :class:`BadInput`."""
    from watchbill.kernel.clock import parse_day

    begin = book.first if first is None else read("--from", parse_day, first)
    end = book.last if last is None else read("--to", parse_day, last)
    if end < begin:
        raise BadInput([Problem("--to", None, "", "it lies before --from", last)])
    return begin, end


def read(option: str, reader: Callable[[str], T], text: str) -> T:
    """What ``reader`` makes of an option's text. Raises :class:`BadInput`."""
    try:
        return reader(text)
    except ValueError as error:
        raise BadInput([Problem(option, None, "", str(error), text)]) from error


def must_know(book: Book, person: str | None) -> None:
    """Raises :class:`BadInput` where nobody on the roster has the name."""
    from watchbill.kernel.problems import nearest

    names = [line.person.name for line in book.roster.lines]
    if person is not None and person not in names:
        near = nearest(person, names)
        message = "nobody in the service has this name"
        raise BadInput([Problem("--person", None, "", message, person, ", ".join(names), near)])
