"""``watchbill exchange agree``: the other of the two agrees to an exchange, in writing."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, KnownOption, Said, WhyOption, enter, event_of, tell
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill exchange agree summer.jsonl 3 Calloway[/bold]"


def agree(
    ledger: LedgerArgument,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", min=1, help="Entry that asks for the exchange.")
    ],
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Who agrees, in writing.")],
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Enter that one of the two, who had not asked in writing, agrees to the exchange."""
    from watchbill.kernel.clock import Instant, wall_text
    from watchbill.ledger.book import Book

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        book.exchange(number)
        at = wall_text(book.now.facts.zone.wall(now))
        answer = event_of("exchange_answer", exchange=number, answer="agreed", at=at, by=person)
        return book.with_entry(answer, now, by, why)

    tell(ledger, *enter(ledger, Said(by, why, known), add), as_json=as_json, plain=plain)
