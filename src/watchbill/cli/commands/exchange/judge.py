"""``watchbill exchange judge``: the conditions of an exchange, with their evidence."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument, open_book
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
    from watchbill.acts.base import Aftermath
    from watchbill.acts.registry import next_after
    from watchbill.cli.decisions import show_told
    from watchbill.cli.next_steps import show_next
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console
    from watchbill.desk.frozen import decide, decided_record, judged

    book = open_book(ledger)
    book.exchange(number)
    decided = decide(book, number)
    told = decided_record(decided)
    if as_json:
        write_record(told)
    else:
        show_told(console(plain=plain), told)
        show_next(console(plain=plain), ledger, next_after(Aftermath(book, decided=decided)))
    if judged(decided).verdict != "approved":
        raise typer.Exit(FINDINGS)
