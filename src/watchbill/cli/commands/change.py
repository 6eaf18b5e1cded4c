"""``watchbill change``: a tour, or a day off, of the posted schedule becomes another."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, KnownOption, Said, WhyOption, enter, event_of, tell
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill change summer.jsonl Aitken '2024-05-14 07:00'"
    " '2024-05-14 09:00 +12h' --told '2024-05-10 15:00'[/bold]"
)


def change(
    ledger: LedgerArgument,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Whose tour.")],
    tour: Annotated[
        str,
        typer.Argument(metavar="TOUR", help="Its start, '2024-05-14 07:00', or 'off 2024-05-15'."),
    ],
    to: Annotated[
        str,
        typer.Argument(metavar="TO", help="What it becomes, '2024-05-14 09:00 +12h', or off."),
    ],
    told: Annotated[
        str | None,
        typer.Option(metavar="'DATE TIME'", help="When the person was told (default: known)."),
    ] = None,
    asked_by: Annotated[
        Literal["employer", "employee"], typer.Option(help="Who asked for it.")
    ] = "employer",
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Change the posted schedule, and show what the change costs and what the audit finds."""
    from watchbill.kernel.clock import Instant, wall_text
    from watchbill.ledger.book import Book

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        when = told or wall_text(book.now.facts.zone.wall(now))
        event = event_of("change", person=person, tour=tour, to=to, told=when, asked_by=asked_by)
        return book.with_entry(event, now, by, why)

    tell(ledger, *enter(ledger, Said(by, why, known), add), as_json=as_json, plain=plain)
