"""``watchbill post``: a schedule is posted, and a ledger begun where there is none."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument, named_in
from watchbill.cli.entering import ByOption, KnownOption, Said, WhyOption, enter, event_of, tell
from watchbill.cli.options import JsonOption, PlainOption
from watchbill.kernel.problems import BadInput

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
    from watchbill.kernel.clock import Instant, wall_text
    from watchbill.ledger.book import Book
    from watchbill.ledger.ledger_file import create_ledger
    from watchbill.service.load import load_service

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        posted = at or wall_text(book.now.facts.zone.wall(now))
        event = event_of("posted", at=posted, **{"from": first, "to": last})
        return book.with_entry(event, now, by, why)

    if service is not None:
        load_service(service)
        create_ledger(Path(ledger), named_in(ledger, service))
    try:
        entered = enter(ledger, Said(by, why, known), add)
    except BadInput:
        if service is not None:  # what was begun for a posting that cannot be is no ledger
            Path(ledger).unlink()
        raise
    tell(ledger, *entered, as_json=as_json, plain=plain)
