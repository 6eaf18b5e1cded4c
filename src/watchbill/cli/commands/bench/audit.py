"""``watchbill bench audit``: the audit's speed, beside a plain one."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill bench audit --people 1000 --days 365[/bold]"


def audit(
    people: Annotated[int, typer.Option(min=1, max=1_000_000, help="How many people.")] = 1000,
    days: Annotated[int, typer.Option(min=1, max=3660, help="How many days.")] = 365,
    cores: Annotated[int, typer.Option(min=1, max=64, help="Processes at once.")] = 2,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Audit so many people for so many days under hsaa-ems: time and memory."""
    from watchbill.bench.audit import bench_audit
    from watchbill.bench.contract import audit_record
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console, grid

    found = bench_audit(people, days, cores)
    if as_json:
        write_record(audit_record(found))
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
