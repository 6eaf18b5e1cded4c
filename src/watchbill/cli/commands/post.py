"""``watchbill post``: a schedule is posted, and a ledger begun where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from watchbill.cli.books import LedgerArgument, instant
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do_into
from watchbill.cli.next_steps import LEDGER, options
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
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Post the schedule of some dates: from then on a change of it needs notice."""
    from watchbill.kernel.clock import Instant
    from watchbill.ledger.beginning import begin
    from watchbill.ledger.book import Book
    from watchbill.service.load import load_service
    from watchbill.store.opening import new_file, open_store

    loaded = None if service is None else load_service(service)

    def begun(book: Book, now: Instant, by: str, why: str) -> Book:
        if loaded is None:
            return book
        when = now if known is None else instant("--known", loaded.agreement.zone, known)
        return begin(loaded, min(when, now), by, why, now)

    store = open_store(ledger) if loaded is None else new_file(ledger)
    fields = {"first": first, "last": last, "at": at}
    said = Said(by, why, known, dry_run)
    do_into(ledger, store, "post", fields, said, as_json=as_json, plain=plain, begun=begun)


def _words(fields: Mapping[str, Any]) -> list[str]:
    return ["post", LEDGER, *options(fields, first="--from", last="--to", at="--at")]


FACES = {"post": _words}
