"""``watchbill exchange agree``: the other of the two agrees to an exchange, in writing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do
from watchbill.cli.next_steps import LEDGER
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
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Enter that one of the two, who had not asked in writing, agrees to the exchange."""
    fields = {"exchange": number, "person": person}
    do(
        ledger,
        "exchange-agree",
        fields,
        Said(by, why, known, dry_run),
        as_json=as_json,
        plain=plain,
    )


def _words(fields: Mapping[str, Any]) -> list[str]:
    return ["exchange", "agree", LEDGER, str(fields["exchange"]), fields["person"]]


FACES = {"exchange-agree": _words}
