"""``watchbill verify``: whether a ledger is as it was sealed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.books import LedgerArgument
from watchbill.cli.options import JsonOption
from watchbill.kernel.problems import BadInput, Problem

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.ledger.chain import Row
    from watchbill.store.verify import Verified
    from watchbill.store.witness import Heard

SHORTEST = 8

EXAMPLE = "Example: [bold]watchbill verify year.jsonl --witness witnesses.txt[/bold]"


def verify(
    ledger: LedgerArgument,
    head: Annotated[
        str | None,
        typer.Option(
            metavar="DIGEST",
            help="A digest noted earlier, or its first 8 letters or more: it must be there still.",
        ),
    ] = None,
    witness: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Lines that watchbill witness printed earlier."),
    ] = None,
    public: Annotated[
        Path | None,
        typer.Option(metavar="KEY.public.pem", help="The key that must have signed those lines."),
    ] = None,
    as_json: JsonOption = False,
) -> None:
    """Check every seal of a ledger, and name the first broken link.

    Seals cannot tell that the last entries are missing: note the head elsewhere (a grievance
    file has it, watchbill witness prints it), and give it as --head or --witness. Exits with 1
    where anything is not as it was sealed or noted.
    """
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console
    from watchbill.store.contract import verification_record
    from watchbill.store.opening import open_store
    from watchbill.store.verify import verify_store

    if public is not None and witness is None:
        raise BadInput([Problem("--public", None, "", "a key is for the lines of --witness")])
    found = verify_store(open_store(ledger))
    heard = [] if witness is None else _heard(witness, public, found.rows)
    noted = _noted(found.rows, head)
    if as_json:
        write_record(verification_record(found, noted, heard))
    else:
        out = console()
        _show(out, found)
        if head is not None:
            _show_noted(out, found, head, noted)
        for one in heard:
            _show_heard(out, one)
    lacking = head is not None and noted is None
    if not found.holds or lacking or any(one.against for one in heard):
        raise typer.Exit(FINDINGS)


def _show(out: Console, found: Verified) -> None:
    rows = found.rows
    if found.broken is None:
        last = rows[-1].digest if rows else "none"
        out.print(f"{len(rows):,} entries, every seal holds. Head: {last}")
    else:
        out.print(f"Broken at entry {found.broken.number}: {found.broken.reason}.")
    if found.unfinished:
        out.print(
            f"After entry {len(rows)} stand {found.unfinished} bytes of an entry that was not"
            " finished: a writer was stopped and told nobody that it was done, or the file was"
            " cut off there."
        )
    if found.erased:
        numbers = ", ".join(map(str, found.erased))
        out.print(f"Erased, as may be, was what stood beside entries {numbers}.")
    for fault in found.faults:
        out.print(f"{fault[0].upper()}{fault[1:]}.")


def _show_noted(out: Console, found: Verified, head: str, noted: int | None) -> None:
    if noted is not None:
        following = len(found.rows) - noted
        out.print(f"The head noted is that of entry {noted}; {following} follow.")
    else:
        out.print(
            f"No entry has the digest {head}: entries are missing at the end, or were written anew."
        )


def _show_heard(out: Console, heard: Heard) -> None:
    place = f"The witness of entry {heard.witness.head.number} (line {heard.witness.line})"
    if heard.against is not None:
        out.print(f"{place} speaks against it: {heard.against}.")
        return
    signed = "" if heard.signer is None else f" and signed by {heard.signer}"
    out.print(f"{place} is met{signed}.")


def _heard(path: Path, public: Path | None, rows: Sequence[Row]) -> list[Heard]:
    from watchbill.store.witness import hear, read_public, read_witnesses

    key = None if public is None else read_public(public)
    return [hear(one, rows, key) for one in read_witnesses(path)]


def _noted(rows: Sequence[Row], head: str | None) -> int | None:
    """Number of the entry with that digest, or the beginning of it."""
    if head is None:
        return None
    if len(head) < SHORTEST:
        message = f"a digest is recognised by {SHORTEST} letters or more"
        raise BadInput([Problem("--head", None, "", message, head)])
    return next((row.number for row in rows if row.digest.startswith(head.lower())), None)
