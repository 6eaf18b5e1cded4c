"""``watchbill offer show``: the order of offer, as it was worked out."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument, open_book
from watchbill.cli.decisions import show_decision
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill offer show summer.jsonl 12[/bold]"


def show(
    ledger: LedgerArgument,
    vacancy: Annotated[
        int, typer.Argument(metavar="VACANCY", min=1, help="Entry that opened the vacancy.")
    ],
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Show the order of offer that was kept, and the answers until now."""
    from watchbill.cli.show import console
    from watchbill.desk.frozen import again
    from watchbill.events.offer_answer import OfferAnswer

    book = open_book(ledger)
    book.vacancy(vacancy)
    show_decision(again(book, vacancy).decided, as_json=as_json, plain=plain)
    if as_json:
        return
    out = console(plain=plain)
    for one in book.answers_to(vacancy):
        if isinstance(one.event, OfferAnswer):
            out.print(f"Entry {one.number}: {one.event.sentence(book.now.name)}")
