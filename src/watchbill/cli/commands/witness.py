"""``watchbill witness``: a line that shows, kept elsewhere, whether a ledger's end was changed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watchbill.cli.books import LedgerArgument
from watchbill.kernel.problems import BadInput, Problem

EXAMPLE = "Example: [bold]watchbill witness year.jsonl --key union.pem >> witnesses.txt[/bold]"


def witness(
    ledger: LedgerArgument,
    key: Annotated[
        Path | None, typer.Option(metavar="KEY.pem", help="Sign it with this Ed25519 key.")
    ] = None,
    new_key: Annotated[
        Path | None,
        typer.Option(
            metavar="KEY.pem",
            help="Make a key first, with its public half in KEY.public.pem, and sign with it.",
        ),
    ] = None,
) -> None:
    """Print one line, the number and the digest of the last entry, for somebody else to keep.

    Seals cannot tell that the last entries are missing, or that a whole ledger was written anew:
    `watchbill verify LEDGER --witness FILE` can, against such lines.
    """
    from watchbill.store.opening import open_store
    from watchbill.store.witness import new_keys, read_private, witness_line

    if key is not None and new_key is not None:
        message = "either a key that is there, or a new one"
        raise BadInput([Problem("--new-key", None, "", message)])
    rows = open_store(ledger).sealed()
    if not rows:
        raise BadInput([Problem(ledger, None, "", "this ledger has no entry yet")])
    if new_key is not None:
        new_keys(new_key)
    path = key or new_key
    typer.echo(witness_line(rows[-1].head, None if path is None else read_private(path)))
