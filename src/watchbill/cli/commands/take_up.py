"""``watchbill take-up``: a service's file put in again, from a date on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do
from watchbill.cli.next_steps import LEDGER, options
from watchbill.cli.options import JsonOption, PlainOption, ServiceArgument

EXAMPLE = (
    "Example: [bold]watchbill take-up summer.jsonl my-service.yaml --from 2024-06-03"
    " --dry-run[/bold]"
)


def take_up(
    ledger: LedgerArgument,
    service: ServiceArgument,
    begins: Annotated[
        str, typer.Option("--from", metavar="DATE", help="The first date that may be otherwise.")
    ],
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Put a service's file in again: what differs is entered, all of it or nothing.

    Nothing before the date changes. A posted tour that the file has otherwise is a change, told
    at this minute (--known), with the notice and the premium of the agreement.
    """
    fields = {"service": service, "begins": begins}
    said = Said(by, why, known, dry_run)
    do(ledger, "take-up", fields, said, as_json=as_json, plain=plain)


def _words(fields: Mapping[str, Any]) -> list[str]:
    return ["take-up", LEDGER, fields["service"], *options(fields, begins="--from")]


FACES = {"take-up": _words}
