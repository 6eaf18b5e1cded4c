"""``watchbill exchange ask``: two people ask to exchange tours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do
from watchbill.cli.next_steps import LEDGER, options
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = (
    "Example: [bold]watchbill exchange ask summer.jsonl Aitken Calloway --gives"
    " '2024-05-14 07:00' --gets '2024-05-17 07:00'[/bold]"
)


def ask(
    ledger: LedgerArgument,
    person: Annotated[str, typer.Argument(metavar="PERSON", help="One of the two.")],
    other: Annotated[str, typer.Argument(metavar="OTHER", help="The other.")],
    gives: Annotated[
        str | None, typer.Option(metavar="'DATE TIME'", help="Start of the tour PERSON gives.")
    ] = None,
    gets: Annotated[
        str | None, typer.Option(metavar="'DATE TIME'", help="Start of the tour OTHER gives.")
    ] = None,
    part: Annotated[
        str | None,
        typer.Option(
            metavar="LENGTH", help="Only so much of the tours: from their start, or to their end."
        ),
    ] = None,
    asked: Annotated[
        str | None, typer.Option(metavar="'DATE TIME'", help="When they asked (default: known).")
    ] = None,
    written: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="Who asked in writing (default: PERSON, who asks)."),
    ] = None,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Enter the request, and show how the agreement judges it: condition by condition.

    Exits with 1 where a condition is not met. A request that cannot be carried out at all (a
    tour that nobody has) is not entered. OTHER agrees in writing by exchange agree.
    """
    from watchbill.desk.frozen import judged

    fields = {
        "between": [person, other],
        "gives": [gives, gets],
        "asked": asked,
        "written": written,
        "part": part,
    }
    said = Said(by, why, known, dry_run)
    outcome = do(ledger, "exchange-ask", fields, said, as_json=as_json, plain=plain)
    if outcome.decided is not None and judged(outcome.decided).verdict != "approved":
        raise typer.Exit(FINDINGS)


def _words(fields: Mapping[str, Any]) -> list[str]:
    given = dict(zip(("gives", "gets"), fields["gives"], strict=True))
    said = options(given, gives="--gives", gets="--gets")
    said += options(fields, part="--part", asked="--asked", written="--written")
    return ["exchange", "ask", LEDGER, *fields["between"], *said]


FACES = {"exchange-ask": _words}
