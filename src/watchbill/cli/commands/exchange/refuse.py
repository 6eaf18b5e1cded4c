"""``watchbill exchange refuse``: an exchange is refused, with the reason."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, KnownOption, Said, WhyOption, enter, event_of, tell
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill exchange refuse summer.jsonl 3 --why 'the street is closed'[/bold]"
)


def refuse(
    ledger: LedgerArgument,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", min=1, help="Entry that asks for the exchange.")
    ],
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Refuse an exchange, and keep what the conditions came to."""
    from watchbill.desk.frozen import decide
    from watchbill.kernel.clock import Instant, wall_text
    from watchbill.ledger.book import Book

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        book.exchange(number)
        at = wall_text(book.now.facts.zone.wall(now))
        answer = event_of("exchange_answer", exchange=number, answer="refused", at=at)
        return book.with_entries([decide(book, number), answer], now, by, why)

    tell(ledger, *enter(ledger, Said(by, why, known), add), as_json=as_json, plain=plain)
