"""``watchbill bench rws``: rotating-workforce instances decided, verified and timed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watchbill.cli import FINDINGS, INTERRUPTED
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill bench rws benchmarks/rws --plain-peer --peer-limit 10[/bold]"


def rws(
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="DIR...", help="Folders of .txt instances, at any depth."),
    ],
    limit: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="Limit for each instance.")
    ] = 60.0,
    peer: Annotated[
        bool,
        typer.Option(
            "--plain-peer/--no-plain-peer",
            "--peer/--no-peer",
            help="Solve each with the plain model, too, on two cores.",
        ),
    ] = False,
    peer_limit: Annotated[
        float | None,
        typer.Option(
            min=0, metavar="SECONDS", help="Limit of the plain model (default: that of the others)."
        ),
    ] = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Decide rotating-workforce instances, verify each rotation, and time it.

    With --json, an object a line for each instance, the rotation in it as a string a week. Ctrl-C
    ends with what is decided so far.
    """
    from watchbill.bench.contract import rotation_record
    from watchbill.bench.rws import line, run, summary
    from watchbill.cli.output import write_text
    from watchbill.cli.show import console
    from watchbill.contract.record import canonical

    out = console(plain=plain)
    rows = []
    interrupted = False
    try:
        own = (limit if peer_limit is None else peer_limit) if peer else None
        for row in run(folders, limit, own):
            rows.append(row)
            if as_json:
                write_text(None, canonical(rotation_record(row)) + "\n")
            else:
                out.print(line(row))
    except KeyboardInterrupt:
        interrupted = True
    if rows and not as_json:
        out.print(summary(rows))
    if any(row.faults for row in rows):
        raise typer.Exit(FINDINGS)
    if interrupted:
        raise typer.Exit(INTERRUPTED)
