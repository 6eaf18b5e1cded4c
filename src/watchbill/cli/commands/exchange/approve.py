"""``watchbill exchange approve``: an exchange whose conditions are met is approved."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument
from watchbill.cli.decisions import show_decision
from watchbill.cli.entering import ByOption, KnownOption, Said, WhyOption, enter, event_of, tell
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill exchange approve summer.jsonl 3 --by 'Supervisor'[/bold]"


def approve(
    ledger: LedgerArgument,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", min=1, help="Entry that asks for the exchange.")
    ],
    consent: Annotated[
        bool, typer.Option("--consent", help="Consent where the agreement asks for it.")
    ] = False,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Approve an exchange, and keep the decision with what it looked at.

    Where a condition is not met nothing is entered, and it exits with 1.
    """
    from watchbill.desk.frozen import decide, judged
    from watchbill.events.decided import Decided
    from watchbill.kernel.clock import Instant, wall_text
    from watchbill.ledger.book import Book

    class Unmet(Exception):  # noqa: N818  no error: the agreement's answer
        def __init__(self, decided: Decided) -> None:
            self.decided = decided

    def add(book: Book, now: Instant, by: str, why: str) -> Book:
        book.exchange(number)
        decided = decide(book, number)
        verdict = judged(decided).verdict
        if verdict != "approved" and not (consent and verdict == "needs consent"):
            raise Unmet(decided)
        at = wall_text(book.now.facts.zone.wall(now))
        answer = event_of("exchange_answer", exchange=number, answer="approved", at=at)
        return book.with_entries([decided, answer], now, by, why)

    try:
        tell(ledger, *enter(ledger, Said(by, why, known), add), as_json=as_json, plain=plain)
    except Unmet as unmet:
        show_decision(unmet.decided, as_json=as_json, plain=plain)
        raise typer.Exit(FINDINGS) from unmet
