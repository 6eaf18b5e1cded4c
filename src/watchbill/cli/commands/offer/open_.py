"""``watchbill offer open``: a tour must be filled, and the order of offer is worked out."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.decisions import show_decision
from watchbill.cli.entering import ByOption, KnownOption, Said, WhyOption, enter, event_of
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill offer open summer.jsonl '2024-05-14 19:00 +12h' --post ambulance"
    " --volunteer Aitken[/bold]"
)


def open_(
    ledger: LedgerArgument,
    tour: Annotated[str, typer.Argument(metavar="TOUR", help="The tour: '2024-05-14 19:00 +12h'.")],
    post: Annotated[str, typer.Option(metavar="POST", help="The post, by id or name.")],
    volunteer: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Who put their name down.")
    ] = None,
    occasion: Annotated[
        str | None, typer.Option(help="Where the agreement has an order of its own for it.")
    ] = None,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Open a vacancy, and keep the order of offer with what it looked at."""
    from watchbill.cli.next_steps import after_decision, show_next
    from watchbill.cli.show import console
    from watchbill.desk.frozen import decide
    from watchbill.events.decided import Decided
    from watchbill.kernel.clock import Instant, wall_text
    from watchbill.ledger.book import Book

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        at = wall_text(book.now.facts.zone.wall(now))
        opened = event_of(
            "vacancy", tour=tour, post=post, at=at, volunteers=volunteer or [], occasion=occasion
        )
        after = book.with_entry(opened, now, by, why)
        return after.with_entry(decide(after, len(after.entries)), now, by, why)

    _, after = enter(ledger, Said(by, why, known), add)
    decided = after.entries[-1].event
    assert isinstance(decided, Decided)
    show_decision(decided, as_json=as_json, plain=plain)
    if not as_json:
        show_next(console(plain=plain), list(after_decision(ledger, after, decided)))
