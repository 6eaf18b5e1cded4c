"""``watchbill offer open``: a tour must be filled, and the order of offer is worked out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import (
    ByOption,
    DryRunOption,
    KnownOption,
    Said,
    SureOption,
    WhyOption,
    do,
)
from watchbill.cli.next_steps import LEDGER, options
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill offer open summer.jsonl '2024-05-14 19:00 +12h' --post ambulance"
    " --volunteer Aitken[/bold]"
)


def open_(
    ledger: LedgerArgument,
    tour: Annotated[str, typer.Argument(metavar="TOUR", help="The tour: '2024-05-14 19:00 +12h'.")],
    post: Annotated[str, typer.Option(metavar="POST", help="The post, by id or name.")],
    volunteer: Annotated[
        list[str] | None, typer.Option(metavar="NAME", help="Who put their name down.")
    ] = None,
    occasion: Annotated[
        str | None, typer.Option(help="Where the agreement has an order of its own for it.")
    ] = None,
    sure: SureOption = False,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Open a vacancy, and keep the order of offer with what it looked at.

    Where nobody is missing then it is asked back first, nothing is entered, and it exits with 1.
    """
    fields = {
        "tour": tour,
        "post": post,
        "volunteers": volunteer or [],
        "occasion": occasion,
        "sure": sure,
    }
    said = Said(by, why, known, dry_run)
    outcome = do(ledger, "offer-open", fields, said, as_json=as_json, plain=plain)
    if outcome.held_back:
        raise typer.Exit(FINDINGS)


def _words(fields: Mapping[str, Any]) -> list[str]:
    said = options(fields, post="--post", volunteers="--volunteer", occasion="--occasion",
                   sure="--sure")  # fmt: skip
    return ["offer", "open", LEDGER, fields["tour"], *said]


FACES = {"offer-open": _words}
