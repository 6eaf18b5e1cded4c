"""``watchbill bench``: speed, measured on this machine beside a plain peer."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill bench audit --people 1000 --days 365[/bold]"

bench = typer.Typer(
    help="Measure speed on this machine, beside a plain peer.", no_args_is_help=True
)


@bench.command(epilog=EXAMPLE)
def audit(
    people: Annotated[int, typer.Option(min=1, max=1_000_000, help="How many people.")] = 1000,
    days: Annotated[int, typer.Option(min=1, max=3660, help="How many days.")] = 365,
    cores: Annotated[int, typer.Option(min=1, max=64, help="Processes at once.")] = 2,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Audit so many people for so many days under hsaa-ems: time and memory."""
    from dataclasses import asdict

    from watchbill.bench.audit import bench_audit
    from watchbill.cli.output import write_json
    from watchbill.cli.show import console, grid

    found = bench_audit(people, days, cores)
    if as_json:
        extra = {"ms_a_person_year": found.ms_a_person_year, "ratio": found.ratio}
        write_json({**asdict(found), **extra})
        return
    table = grid("Figure", "Value", right=("Value",))
    for name, value in (
        ("People", f"{found.people:,}"),
        ("Days", f"{found.days:,}"),
        ("Processes", str(found.cores)),
        ("Seconds in all", f"{found.seconds:.2f}"),
        ("Seconds to build rosters, all processes", f"{found.build_seconds:.2f}"),
        ("Seconds to judge them, all processes", f"{found.audit_seconds:.2f}"),
        ("Judging a person-year on one core", f"{found.ms_a_person_year:.3f} ms"),
        ("Findings", f"{found.findings:,}"),
        ("Peak memory of a process", f"{found.peak_megabytes:,} MB"),
        ("A plain audit of a sample", f"{found.plain_ms:.2f} ms a person-year"),
        ("This one of the same sample", f"{found.own_ms:.3f} ms a person-year"),
        ("Times faster", f"{found.ratio:.0f}"),
    ):
        table.add_row(name, value)
    console(plain=plain).print(table)


@bench.command(epilog="Example: [bold]watchbill bench rws benchmarks/rws[/bold]")
def rws(
    folders: Annotated[list[Path], typer.Argument(metavar="DIR...", help="Folders of instances.")],
    limit: Annotated[
        float, typer.Option(metavar="SECONDS", help="Limit for each instance.")
    ] = 60.0,
    peer: Annotated[
        bool, typer.Option("--peer/--no-peer", help="Solve with the plain model, too.")
    ] = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Decide rotating-workforce instances, verify each answer, and time it."""
    from watchbill.bench.rws import json_line, line, run, summary
    from watchbill.cli.output import write_text
    from watchbill.cli.show import console

    out = console(plain=plain)
    rows = []
    for row in run(folders, limit, peer):
        rows.append(row)
        if as_json:
            write_text(None, json_line(row) + "\n")
        else:
            out.print(line(row))
    if not as_json:
        out.print(summary(rows))
    if any(row.faults for row in rows):
        raise typer.Exit(FINDINGS)
