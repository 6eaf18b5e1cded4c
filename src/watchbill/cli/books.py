"""Ledgers as commands name them: a file, or a service in the database."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from watchbill.kernel.problems import BadInput, Problem, nearest

if TYPE_CHECKING:
    from watchbill.cli.options import Choices
    from watchbill.kernel.clock import Day, Instant, Zone
    from watchbill.ledger.book import Book

T = TypeVar("T")

LedgerArgument = Annotated[
    str,
    typer.Argument(metavar="LEDGER", help="A ledger file, or a service that the database has."),
]
FromOption = Annotated[str | None, typer.Option("--from", metavar="DATE", help="First date.")]
ToOption = Annotated[str | None, typer.Option("--to", metavar="DATE", help="Last date.")]
PersonOption = Annotated[str | None, typer.Option(metavar="NAME", help="One person only.")]


def open_book(where: str, chosen: Choices | None = None) -> Book:
    """The ledger's book, under other readings and figures of its agreement where some are
    chosen; a broken seal is refused. Raises :class:`BadInput`."""
    from watchbill.ledger.book import Chosen
    from watchbill.store.books import open_book
    from watchbill.store.opening import open_store

    picked = Chosen(chosen.readings, chosen.settings) if chosen else None
    return open_book(open_store(where), picked)


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
    from watchbill.ledger.judging import is_left_out

    wall = read(option, parse_wall, text)
    if is_left_out(zone, wall):
        message = "the clocks go forward then: there is no such time"
        raise BadInput([Problem(option, None, "", message, text)])
    return zone.instant(wall)


def key_of(book: Book, person: str) -> str:
    """The key of the person of that key or name. Raises :class:`BadInput` for nobody's, and for
    a name that two have."""
    from watchbill.events.names import keys_of

    keys = keys_of(book.now, person)
    if len(keys) == 1:
        return keys[0]
    names = [standing.person.name for standing in book.now.people.values()]
    message = "nobody in the service has this name"
    if keys:
        message = f"{len(keys)} have this name: say the number, {' or '.join(keys)}"
        raise BadInput([Problem("PERSON", None, "", message, person)])
    near = nearest(person, names)
    raise BadInput([Problem("PERSON", None, "", message, person, ", ".join(names[:40]), near)])


def must_know(book: Book, person: str | None) -> str | None:
    """The key of the person named, where one is. Raises :class:`BadInput` as :func:`key_of`."""
    return None if person is None else key_of(book, person)
