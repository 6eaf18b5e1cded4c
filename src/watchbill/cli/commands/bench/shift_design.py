"""``watchbill bench shift-design``: tours designed for published instances, goals recomputed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watchbill.cli import FINDINGS, INTERRUPTED
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill bench shift-design benchmarks/shift-design --limit 60[/bold]"


def shift_design(
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="DIR...", help="Folders of .dzn instances, at any depth."),
    ],
    limit: Annotated[
        float, typer.Option(min=0, metavar="SECONDS", help="Limit for each instance.")
    ] = 60.0,
    bounded: Annotated[
        bool | None,
        typer.Option(
            "--bounded/--weighted",
            help="Cover demand in full and keep duties a week within their limits"
            " (default: where the file puts no price on being short).",
        ),
    ] = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Design tours for demand by the slot: goal, its four parts, bound, and people by day.

    With --json, an object a line for each instance. Ctrl-C ends with the best so far.
    """
    from watchbill.bench.contract import tour_record
    from watchbill.bench.shift_design import line, run, summary
    from watchbill.cli.output import write_text
    from watchbill.cli.progress import progress
    from watchbill.cli.show import console
    from watchbill.contract.record import canonical

    out = console(plain=plain)
    rows = []
    with progress() as watch:
        for row in run(folders, limit, bounded=bounded, watch=watch):
            rows.append(row)
            if as_json:
                write_text(None, canonical(tour_record(row)) + "\n")
            else:
                out.print(line(row))
            if row.design.interrupted:
                break
    if not as_json:
        out.print(summary(rows))
    if any(row.faults for row in rows):
        raise typer.Exit(FINDINGS)
    if rows[-1].design.interrupted:
        raise typer.Exit(INTERRUPTED)
