"""``watchbill post``: a schedule is posted, and a ledger begun where there is none."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument, read
from watchbill.cli.entering import ByOption, KnownOption, Said, WhyOption, enter_into, tell
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill post summer.jsonl --service hsaa-station --from 2024-05-06"
    " --to 2024-06-30 --at '2024-04-05 09:00'[/bold]"
)


def post(
    ledger: LedgerArgument,
    first: Annotated[str, typer.Option("--from", metavar="DATE", help="First date posted.")],
    last: Annotated[str, typer.Option("--to", metavar="DATE", help="Last date posted.")],
    at: Annotated[
        str | None,
        typer.Option(metavar="'DATE TIME'", help="When it was posted (default: when known)."),
    ] = None,
    service: Annotated[
        str | None, typer.Option(help="Begin a new ledger file, for this service.")
    ] = None,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Post the schedule of some dates: from then on a change of it needs notice."""
    from watchbill.events.posted import Posted
    from watchbill.kernel.clock import Instant, parse_day, parse_wall
    from watchbill.ledger.beginning import begin
    from watchbill.ledger.book import Book
    from watchbill.service.load import load_service
    from watchbill.store.opening import new_file, open_store

    dates = read("--from", parse_day, first), read("--to", parse_day, last)
    loaded = None if service is None else load_service(service)

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        if loaded is not None:
            book = begin(loaded, now, by, why, now)
        when = book.now.facts.zone.wall(now) if at is None else read("--at", parse_wall, at)
        event = Posted(at=when, first=dates[0], last=dates[1])
        return book.with_entry(event, now, by, why)

    store = open_store(ledger) if loaded is None else new_file(ledger)
    zone = None if loaded is None else loaded.agreement.zone
    entered = enter_into(store, Said(by, why, known), add, zone)
    tell(ledger, *entered, as_json=as_json, plain=plain)
