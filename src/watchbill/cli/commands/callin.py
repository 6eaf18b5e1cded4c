"""``watchbill callin``: somebody is called in to work outside the schedule."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do
from watchbill.cli.next_steps import LEDGER, options
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill callin summer.jsonl Aitken --report '2024-05-12 03:00'"
    " --worked 1h30[/bold]"
)


def callin(
    ledger: LedgerArgument,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Who is called.")],
    report: Annotated[
        str, typer.Option(metavar="'DATE TIME'", help="When the person is to report.")
    ],
    worked: Annotated[
        str, typer.Option(metavar="LENGTH", help="How long was worked; 0h: no start required.")
    ],
    told: Annotated[
        str | None,
        typer.Option(metavar="'DATE TIME'", help="When the person was called (default: known)."),
    ] = None,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Enter a call-in, and show what is owed for it."""
    fields = {"person": person, "told": told, "report": report, "worked": worked}
    do(ledger, "call-in", fields, Said(by, why, known, dry_run), as_json=as_json, plain=plain)


def _words(fields: Mapping[str, Any]) -> list[str]:
    said = options(fields, report="--report", worked="--worked", told="--told")
    return ["callin", LEDGER, fields["person"], *said]


FACES = {"call-in": _words}
