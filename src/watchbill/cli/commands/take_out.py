"""``watchbill take-out``: the ledger of the database as a file, to be verified elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument

EXAMPLE = "Example: [bold]watchbill take-out hsaa-station station.jsonl[/bold]"


def take_out(
    ledger: LedgerArgument,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="Ledger file to write.")],
) -> None:
    """Write a ledger to a file of its own, with what stands beside it, entry for entry.

    A file that holds the beginning of this ledger already is given what it lacks.
    """
    from watchbill.cli.show import console
    from watchbill.store.file_store import FileStore
    from watchbill.store.moving import copy_ledger
    from watchbill.store.opening import open_store

    target = FileStore(file)
    added = copy_ledger(open_store(ledger), target)
    console(stderr=True).print(f"Written: {added:,} entries in {file}")
