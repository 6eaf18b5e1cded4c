"""``watchbill exchange undo``: an exchange is undone, alone or with all that rest on it."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, KnownOption, Said, WhyOption, enter, event_of, tell
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill exchange undo summer.jsonl 3 --chain[/bold]"


def undo(
    ledger: LedgerArgument,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", min=1, help="Entry that asks for the exchange.")
    ],
    chain: Annotated[
        bool, typer.Option("--chain", help="Undo the later exchanges that rest on it, too.")
    ] = False,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Undo an exchange: each has again the tour they gave.

    Where later exchanges rest on it they are named and nothing is undone, unless --chain.
    """
    from watchbill.kernel.clock import Instant, wall_text
    from watchbill.ledger.book import Book

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        book.exchange(number)
        at = wall_text(book.now.facts.zone.wall(now))
        whole = [*reversed(book.resting_on(number) if chain else []), number]
        events = [
            event_of("exchange_answer", exchange=one, answer="undone", at=at) for one in whole
        ]
        return book.with_entries(events, now, by, why)

    tell(ledger, *enter(ledger, Said(by, why, known), add), as_json=as_json, plain=plain)
