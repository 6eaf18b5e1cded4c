"""``watchbill take-up``: a service's file put in again, from a date on."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument, open_book, read
from watchbill.cli.entering import (
    ByOption,
    KnownOption,
    Said,
    WhyOption,
    enter,
    prepared,
    tell,
)
from watchbill.cli.options import JsonOption, PlainOption, ServiceArgument

EXAMPLE = (
    "Example: [bold]watchbill take-up summer.jsonl my-service.yaml --from 2024-06-03"
    " --dry-run[/bold]"
)


def take_up(
    ledger: LedgerArgument,
    service: ServiceArgument,
    begins: Annotated[
        str, typer.Option("--from", metavar="DATE", help="The first date that may be otherwise.")
    ],
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be entered, and enter nothing.")
    ] = False,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Put a service's file in again: what differs is entered, all of it or nothing.

    Nothing before the date changes. A posted tour that the file has otherwise is a change, told
    at this minute (--known), with the notice and the premium of the agreement.
    """
    from watchbill.cli.show import console
    from watchbill.kernel.clock import Instant, parse_day
    from watchbill.ledger.book import Book
    from watchbill.ledger.difference import difference
    from watchbill.service.load import load_service

    day = read("--from", parse_day, begins)
    loaded = load_service(service)
    notes: list[str] = []

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        found = difference(book, loaded, day, book.now.facts.zone.wall(now))
        notes[:] = found.notes
        return book.with_entries(found.events, now, by, why or f"Taken up from {loaded.file}.")

    said = Said(by, why, known)
    if dry_run:
        before = open_book(ledger)
        after = prepared(before, said, add)
    else:
        before, after = enter(ledger, said, add)
    if len(after.entries) > len(before.entries):
        tell(ledger, before, after, as_json=as_json, plain=plain, entered=not dry_run)
    out = console(plain=plain, stderr=as_json)
    for note in notes:
        out.print(note, soft_wrap=True)
    if len(after.entries) == len(before.entries):
        out.print("The file says nothing otherwise from that date on: nothing was entered.")
    elif dry_run:
        out.print("Nothing was entered: leave out --dry-run to enter it.")
