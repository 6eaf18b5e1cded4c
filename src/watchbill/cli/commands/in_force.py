"""``watchbill in-force``: an agreement, or a statute beneath it, comes into force in a ledger."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from watchbill.cli.books import LedgerArgument, read
from watchbill.cli.entering import ByOption, DryRunOption, KnownOption, Said, WhyOption, do
from watchbill.cli.options import JsonOption, PlainOption, ReadingOption, SetOption, choices

EXAMPLE = (
    "Example: [bold]watchbill in-force summer.jsonl agreement-2026.yaml --from 2026-01-01"
    " --why 'ratified on 12 December'[/bold]"
)


def in_force(
    ledger: LedgerArgument,
    agreement: Annotated[
        str,
        typer.Argument(metavar="AGREEMENT", help="An agreement, proposal or statute, or its id."),
    ],
    begins: Annotated[
        str | None,
        typer.Option("--from", metavar="DATE", help="First date (default: that of its term)."),
    ] = None,
    ends: Annotated[
        str | None,
        typer.Option("--to", metavar="DATE", help="Last date (default: that of its term)."),
    ] = None,
    kind: Annotated[
        Literal["agreement", "statute"], typer.Option(help="What it is to the service.")
    ] = "agreement",
    reading: ReadingOption = None,
    setting: SetOption = None,
    by: ByOption = None,
    why: WhyOption = "",
    known: KnownOption = None,
    dry_run: DryRunOption = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Put a text in force: the whole of it stands in the ledger, and what is chosen in it.

    Of the agreements the last one begun governs a date; a statute stands beneath. What the dates
    cost and find under it is shown.
    """
    from watchbill.agreement.load import read_agreement
    from watchbill.agreement.texts import gather_texts
    from watchbill.events.agreement_holds import AgreementHolds
    from watchbill.kernel.clock import parse_day

    first = None if begins is None else read("--from", parse_day, begins)
    last = None if ends is None else read("--to", parse_day, ends)
    chosen = choices(reading, setting)
    texts = gather_texts(agreement)
    event = AgreementHolds(
        id=read_agreement(texts, chosen.readings, chosen.settings).id,
        kind=kind,
        text=texts.chain[0].text,
        texts=texts.beneath,
        readings=dict(chosen.readings),
        settings=dict(chosen.settings),
        begins=first,
        ends=last,
    )

    said = Said(by, why, known, dry_run)
    do(ledger, "record", {"event": event}, said, as_json=as_json, plain=plain)
