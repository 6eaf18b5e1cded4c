"""``watchbill verify``: whether a ledger is as it was sealed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument
from watchbill.cli.options import JsonOption
from watchbill.kernel.problems import BadInput, Problem

if TYPE_CHECKING:
    from watchbill.ledger.chain import Row

SHORTEST = 8

EXAMPLE = "Example: [bold]watchbill verify year.jsonl --head 6c6ad702[/bold]"


def verify(
    ledger: LedgerArgument,
    head: Annotated[
        str | None,
        typer.Option(
            metavar="DIGEST",
            help="A digest noted earlier, or its first 8 letters or more: it must be there still.",
        ),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Check every seal of a ledger, and name the first broken link.

    Seals cannot tell that the last entries are missing: note the head elsewhere (a grievance
    file has it), and give it as --head. Exits with 1 where a seal is broken or the head is gone.
    """
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console
    from watchbill.ledger.contract import verification_record
    from watchbill.store.opening import open_store
    from watchbill.store.verify import verify_store

    found = verify_store(open_store(ledger))
    rows, broken = found.rows, found.broken
    noted = _noted(rows, head)
    last = rows[-1].digest if rows else None
    if as_json:
        write_record(verification_record(rows, found.unfinished, noted))
    else:
        out = console()
        if broken is None:
            out.print(f"{len(rows):,} entries, every seal holds. Head: {last or 'none'}")
        else:
            out.print(f"Broken at entry {broken.number}: {broken.reason}.")
        if found.unfinished:
            out.print(
                f"After entry {len(rows)} stand {found.unfinished} bytes of an entry that was not"
                " finished: a writer was stopped and told nobody that it was done, or the file was"
                " cut off there."
            )
        for fault in found.faults:
            out.print(f"{fault[0].upper()}{fault[1:]}.")
        if noted is not None:
            out.print(f"The head noted is that of entry {noted}; {len(rows) - noted} follow.")
        elif head is not None:
            out.print(
                f"No entry has the digest {head}: entries are missing at the end, or were"
                " written anew."
            )
    if not found.holds or (head is not None and noted is None):
        raise typer.Exit(FINDINGS)


def _noted(rows: Sequence[Row], head: str | None) -> int | None:
    """Number of the entry with that digest, or the beginning of it."""
    if head is None:
        return None
    if len(head) < SHORTEST:
        message = f"a digest is recognised by {SHORTEST} letters or more"
        raise BadInput([Problem("--head", None, "", message, head)])
    return next((row.number for row in rows if row.digest.startswith(head.lower())), None)
