"""``watchbill verify``: whether a ledger is as it was sealed."""

from __future__ import annotations

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument, read_rows
from watchbill.cli.options import JsonOption

EXAMPLE = "Example: [bold]watchbill verify year.jsonl[/bold]"


def verify(ledger: LedgerArgument, as_json: JsonOption = False) -> None:
    """Check every seal of a ledger, and name the first broken link.

    Exits with 1 where one is broken.
    """
    from watchbill.cli.output import write_json
    from watchbill.cli.show import console
    from watchbill.ledger.chain import first_broken

    _, rows = read_rows(ledger)
    broken = first_broken(rows)
    head = rows[-1].digest if rows else None
    if as_json:
        place = None if broken is None else {"entry": broken.number, "reason": broken.reason}
        write_json({"entries": len(rows), "head": head, "broken": place})
    elif broken is None:
        console().print(f"{len(rows):,} entries, every seal holds. Head: {head or 'none'}")
    else:
        console().print(f"Broken at entry {broken.number}: {broken.reason}.")
    if broken is not None:
        raise typer.Exit(FINDINGS)
