"""``watchbill take-over``: a ledger of the first build becomes one of today's."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watchbill.cli import FINDINGS

EXAMPLE = "Example: [bold]watchbill take-over year.jsonl --out year-2.jsonl[/bold]"


def take_over(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="A ledger file of the first build.")],
    out: Annotated[str, typer.Option(metavar="NEW", help="The ledger file to begin.")],
    service: Annotated[
        str | None,
        typer.Option(help="The service's file, where it is not where the ledger says."),
    ] = None,
    as_words: Annotated[
        bool,
        typer.Option("--as-words", help="Keep entries that cannot stand today as words."),
    ] = False,
) -> None:
    """Take over a ledger of the first build, which kept its service in files beside it.

    The service's files as they are now are taken up, and every entry follows with its times.
    """
    from watchbill.cli.show import console
    from watchbill.kernel.clock import this_minute
    from watchbill.ledger.chain import seal_all
    from watchbill.ledger.take_over import refuse_noted, take_over
    from watchbill.service.load import load_service
    from watchbill.store.first_file import read_first_file
    from watchbill.store.opening import new_file

    first = read_first_file(old, str(old))
    target = new_file(out)
    loaded = load_service(service or _place(first.service, old))
    taken = take_over(first.rows, loaded, str(old), this_minute())
    if not as_words:
        refuse_noted(taken, str(old))
    rows = seal_all(taken.book.entries)
    target.append(None, rows, together=False)
    told = console()
    told.print(f"Taken over: {len(first.rows):,} entries of {old}, the service before them;"
               f" {len(rows):,} entries in {out}.", markup=False, soft_wrap=True)  # fmt: skip
    told.print(f"Head: {rows[-1].digest}", soft_wrap=True)
    before = len(rows) - len(first.rows)
    told.print(f"Entry 1 of the old ledger is entry {before + 1} of the new.")
    for number, why in taken.noted:
        told.print(f"Entry {number} is kept as words: {why}.", markup=False, soft_wrap=True)
    if taken.noted:
        raise typer.Exit(FINDINGS)


def _place(service: str, old: Path) -> str:
    """Where the service is that the ledger names: as it says, or beside the ledger."""
    beside = old.parent / service
    return str(beside) if not Path(service).exists() and beside.exists() else service
