"""``watchbill exchange ask``: two people ask to exchange tours."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument
from watchbill.cli.decisions import show_decision
from watchbill.cli.entering import ByOption, KnownOption, Said, WhyOption, enter, event_of
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill exchange ask summer.jsonl Aitken Calloway --gives"
    " '2024-05-14 07:00' --gets '2024-05-17 07:00'[/bold]"
)


def ask(
    ledger: LedgerArgument,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="One of the two.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other.")],
    gives: Annotated[
        str | None, typer.Option(metavar="'DATE TIME'", help="Start of the tour PERSON gives.")
    ] = None,
    gets: Annotated[
        str | None, typer.Option(metavar="'DATE TIME'", help="Start of the tour OTHER gives.")
    ] = None,
    part: Annotated[
        str | None,
        typer.Option(
            metavar="LENGTH", help="Only so much of the tours: from their start, or to their end."
        ),
    ] = None,
    asked: Annotated[
        str | None, typer.Option(metavar="'DATE TIME'", help="When they asked (default: known).")
    ] = None,
    written: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Who asked in writing (default: both)."),
    ] = None,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Enter the request, and show how the agreement judges it: condition by condition.

    Exits with 1 where a condition is not met. A request that cannot be carried out at all (a
    tour that nobody has) is not entered.
    """
    from watchbill.cli.next_steps import after_decision, show_next
    from watchbill.cli.show import console
    from watchbill.desk.frozen import decide, judged
    from watchbill.kernel.clock import Instant, wall_text
    from watchbill.ledger.book import Book

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        when = asked or wall_text(book.now.facts.zone.wall(now))
        event = event_of(
            "exchange",
            between=[person, other],
            gives=[gives, gets],
            asked=when,
            written=[person, other] if written is None else written,
            part=part,
        )
        after = book.with_entry(event, now, by, why)
        decide(after, len(after.entries))
        return after

    _, after = enter(ledger, Said(by, why, known), add)
    decided = decide(after, len(after.entries))
    show_decision(decided, as_json=as_json, plain=plain)
    if not as_json:
        show_next(console(plain=plain), list(after_decision(ledger, after, decided)))
    if judged(decided).verdict != "approved":
        raise typer.Exit(FINDINGS)
