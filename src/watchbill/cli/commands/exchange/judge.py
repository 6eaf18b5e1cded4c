"""``watchbill exchange judge``: the conditions of an exchange, with their evidence."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument, open_book
from watchbill.cli.decisions import show_decision
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill exchange judge summer.jsonl 3[/bold]"


def judge(
    ledger: LedgerArgument,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", min=1, help="Entry that asks for the exchange.")
    ],
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Judge an exchange on the schedule as it was when it was asked for; nothing is entered.

    Exits with 1 where a condition is not met.
    """
    from watchbill.cli.next_steps import after_decision, show_next
    from watchbill.cli.show import console
    from watchbill.desk.frozen import decide, judged

    book = open_book(ledger)
    book.exchange(number)
    decided = decide(book, number)
    show_decision(decided, as_json=as_json, plain=plain)
    if not as_json:
        show_next(console(plain=plain), list(after_decision(ledger, book, decided)))
    if judged(decided).verdict != "approved":
        raise typer.Exit(FINDINGS)
