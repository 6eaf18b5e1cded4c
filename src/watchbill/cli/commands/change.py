"""``watchbill change``: a tour, or a day off, of the posted schedule becomes another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do
from watchbill.cli.next_steps import LEDGER, options
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill change summer.jsonl Aitken '2024-05-14 07:00'"
    " '2024-05-14 09:00 +12h' --told '2024-05-10 15:00'[/bold]"
)


def change(
    ledger: LedgerArgument,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="Whose tour.")],
    tour: Annotated[
        str,
        typer.Argument(metavar="TOUR", help="Its start, '2024-05-14 07:00', or 'off 2024-05-15'."),
    ],
    to: Annotated[
        str,
        typer.Argument(metavar="TO", help="What it becomes, '2024-05-14 09:00 +12h', or off."),
    ],
    told: Annotated[
        str | None,
        typer.Option(metavar="'DATE TIME'", help="When the person was told (default: known)."),
    ] = None,
    asked_by: Annotated[
        Literal["employer", "employee"], typer.Option(help="Who asked for it.")
    ] = "employer",
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Change the posted schedule, and show what the change costs and what the audit finds."""
    fields = {"person": person, "tour": tour, "to": to, "told": told, "asked_by": asked_by}
    do(ledger, "change", fields, Said(by, why, known, dry_run), as_json=as_json, plain=plain)


def _words(fields: Mapping[str, Any]) -> list[str]:
    place = [fields["person"], fields["tour"], fields["to"]]
    return ["change", LEDGER, *place, *options(fields, told="--told", asked_by="--asked-by")]


FACES = {"change": _words}
