"""``watchbill exchange refuse``: an exchange is refused, with the reason."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do
from watchbill.cli.next_steps import LEDGER
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill exchange refuse summer.jsonl 3 --why 'the street is closed'[/bold]"
)


def refuse(
    ledger: LedgerArgument,
    number: Annotated[
        int, typer.Argument(metavar="NUMBER", min=1, help="Entry that asks for the exchange.")
    ],
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Refuse an exchange, and keep what the conditions came to."""
    fields = {"exchange": number}
    do(
        ledger,
        "exchange-refuse",
        fields,
        Said(by, why, known, dry_run),
        as_json=as_json,
        plain=plain,
    )


def _words(fields: Mapping[str, Any]) -> list[str]:
    return ["exchange", "refuse", LEDGER, str(fields["exchange"])]


FACES = {"exchange-refuse": _words}
