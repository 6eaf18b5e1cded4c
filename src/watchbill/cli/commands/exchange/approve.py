"""``watchbill exchange approve``: an exchange whose conditions are met is approved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do
from watchbill.cli.next_steps import LEDGER, options
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
    all_the_same: Annotated[
        bool,
        typer.Option("--all-the-same", help="Although a condition is not met; --why says why."),
    ] = False,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Approve an exchange, and keep the decision with what it looked at.

    Where a condition is not met nothing is entered, and it exits with 1; unless it is approved
    all the same, for a reason: it takes effect then, and the audit finds what it breaks.
    """
    fields = {"exchange": number, "consent": consent, "all_the_same": all_the_same}
    said = Said(by, why, known, dry_run)
    outcome = do(ledger, "exchange-approve", fields, said, as_json=as_json, plain=plain)
    if outcome.held_back:
        raise typer.Exit(FINDINGS)


def _words(fields: Mapping[str, Any]) -> list[str]:
    said = options(fields, consent="--consent", all_the_same="--all-the-same")
    return ["exchange", "approve", LEDGER, str(fields["exchange"]), *said]


FACES = {"exchange-approve": _words}
