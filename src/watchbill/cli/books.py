"""Ledgers as commands name them: a file, or a service in the database."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from watchbill.kernel.problems import BadInput, Problem, nearest

if TYPE_CHECKING:
    from watchbill.cli.options import Choices
    from watchbill.kernel.clock import Day, Instant, Zone
    from watchbill.ledger.book import Book
    from watchbill.ledger.chain import Row
    from watchbill.ledger.ledger_file import LedgerFile
    from watchbill.service.model import Service

T = TypeVar("T")

LedgerArgument = Annotated[
    str,
    typer.Argument(metavar="LEDGER", help="A ledger file, or a service that the database has."),
]
FromOption = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First date.")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last date.")]
PersonOption = Annotated[str | None, typer.Option(metavar="NAME", help="One person only.")]


def read_ledger_rows(where: str) -> LedgerFile:
    """The service's name and the rows of the ledger. Raises :class:`BadInput`."""
    from watchbill.ledger.ledger_file import LedgerFile, read_ledger
    from watchbill.store.opening import is_file

    if is_file(where):
        return read_ledger(Path(where), where)
    from watchbill.web.run import connect

    connect()
    from watchbill.web.ledgers import rows_of, stored_service

    return LedgerFile(where, tuple(rows_of(stored_service(where))))


def named_in(where: str, service: str) -> str:
    """How the ledger file at ``where`` names a service, so that both can move together."""
    import os

    from watchbill.service.shipped import service_ids

    if service in service_ids():
        return service
    return os.path.relpath(service, Path(where).parent)


def service_of(where: str, name: str, chosen: Choices | None = None) -> Service:
    """The service that the ledger file at ``where`` names. Raises :class:`BadInput`."""
    from watchbill.service.load import load_service
    from watchbill.service.shipped import service_ids

    beside = Path(where).parent / name
    found = name if name in service_ids() or not beside.exists() else str(beside)
    return load_service(found, *_choices(chosen))


def _choices(chosen: Choices | None) -> tuple[dict[str, str], dict[str, object]]:
    return (chosen.readings, chosen.settings) if chosen else ({}, {})


def open_book(where: str, chosen: Choices | None = None) -> Book:
    """The service with its ledger, under other readings and figures of its agreement where some
    are chosen; a broken seal is refused. Raises :class:`BadInput`."""
    from watchbill.store.opening import is_file

    found = read_ledger_rows(where)
    refuse_broken(where, found.rows)
    if is_file(where):
        from watchbill.ledger.book import Book

        service = service_of(where, found.service, chosen)
        return Book(service, tuple(row.entry for row in found.rows))
    from watchbill.web.ledgers import book_of, stored_service

    return book_of(stored_service(where), *_choices(chosen))


def refuse_broken(where: str, rows: Iterable[Row]) -> None:
    """Raises :class:`BadInput` where a seal of the ledger is broken."""
    from watchbill.ledger.chain import first_broken

    broken = first_broken(rows)
    if broken is not None:
        message = f"the ledger is broken at entry {broken.number}: {broken.reason}"
        raise BadInput([Problem(where, None, "", message)])


def dates(book: Book, first: str | None, last: str | None) -> tuple[Day, Day]:
    """The dates asked for; the book's own where nothing is said. Raises :class:`BadInput`."""
    from watchbill.kernel.clock import day_text, parse_day

    begin = book.first if first is None else read("--from", parse_day, first)
    end = book.last if last is None else read("--to", parse_day, last)
    if end < begin:
        raise BadInput([Problem("--to", None, "", "it lies before --from", last)])
    if end < book.first or book.last < begin:
        message = (
            f"the schedule runs from {day_text(book.first)} to {day_text(book.last)}:"
            " nothing of it lies between these dates"
        )
        found = f"{day_text(begin)} to {day_text(end)}"
        raise BadInput([Problem("--from", None, "", message, found)])
    return begin, end


def read(option: str, reader: Callable[[str], T], text: str) -> T:
    """What ``reader`` makes of an option's text. Raises :class:`BadInput`."""
    try:
        return reader(text)
    except ValueError as error:
        raise BadInput([Problem(option, None, "", str(error), text)]) from error


def instant(option: str, zone: Zone, text: str) -> Instant:
    """The instant of a local time. Raises :class:`BadInput`, also where the clocks leave it out."""
    from watchbill.kernel.clock import parse_wall
    from watchbill.ledger.possible import is_left_out

    wall = read(option, parse_wall, text)
    if is_left_out(zone, wall):
        message = "the clocks go forward then: there is no such time"
        raise BadInput([Problem(option, None, "", message, text)])
    return zone.instant(wall)


def must_know(book: Book, person: str | None) -> None:
    """Raises :class:`BadInput` where nobody on the roster has the name."""
    names = [line.person.name for line in book.roster.lines]
    if person is not None and person not in names:
        near = nearest(person, names)
        message = "nobody in the service has this name"
        raise BadInput([Problem("--person", None, "", message, person, ", ".join(names), near)])
