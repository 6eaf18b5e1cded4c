"""``watchbill exchange undo``: an exchange is undone, alone or with all that rest on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do
from watchbill.cli.next_steps import LEDGER, options
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill exchange undo summer.jsonl 3 --chain[/bold]"


def undo(
    ledger: LedgerArgument,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", min=1, help="Entry that asks for the exchange.")
    ],
    chain: Annotated[
        bool, typer.Option("--chain", help="Undo the later exchanges that rest on it, too.")
    ] = False,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Undo an exchange: each has again the tour they gave.

    Where later exchanges rest on it they are named and nothing is undone, unless --chain.
    """
    fields = {"exchange": number, "chain": chain}
    do(ledger, "exchange-undo", fields, Said(by, why, known, dry_run), as_json=as_json, plain=plain)


def _words(fields: Mapping[str, Any]) -> list[str]:
    return ["exchange", "undo", LEDGER, str(fields["exchange"]), *options(fields, chain="--chain")]


FACES = {"exchange-undo": _words}
