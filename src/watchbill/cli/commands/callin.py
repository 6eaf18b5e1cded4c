"""``watchbill callin``: somebody is called in to work outside the schedule."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, KnownOption, Said, WhyOption, enter, event_of, tell
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill callin summer.jsonl Aitken --report '2024-05-12 03:00'"
    " --worked 1h30[/bold]"
)


def callin(
    ledger: LedgerArgument,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Who is called.")],
    report: Annotated[
        str, typer.Option(metavar="'DATE TIME'", help="When the person is to report.")
    ],
    worked: Annotated[
        str, typer.Option(metavar="LENGTH", help="How long was worked; 0h: no start required.")
    ],
    told: Annotated[
        str | None,
        typer.Option(metavar="'DATE TIME'", help="When the person was called (default: known)."),
    ] = None,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Enter a call-in, and show what is owed for it."""
    from watchbill.kernel.clock import Instant, wall_text
    from watchbill.ledger.book import Book

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        when = told or wall_text(book.now.facts.zone.wall(now))
        event = event_of("call_in", person=person, told=when, report=report, worked=worked)
        return book.with_entry(event, now, by, why)

    tell(ledger, *enter(ledger, Said(by, why, known), add), as_json=as_json, plain=plain)
