"""``watchbill bench pay``: the speed of pricing, beside a plain one and through Dask."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill bench pay --people 1000 --days 365[/bold]"


def pay(
    people: Annotated[int, typer.Option(min=1, max=1_000_000, help="How many people.")] = 1000,
    days: Annotated[int, typer.Option(min=1, max=3660, help="How many days.")] = 365,
    cores: Annotated[int, typer.Option(min=1, max=64, help="Processes at once.")] = 2,
    dask: Annotated[
        bool, typer.Option("--dask/--no-dask", help="Also through Dask, one worker killed.")
    ] = True,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Audit and price so many people for so many days under hsaa-ems: time and memory.

    Exits with 1 where Dask comes to another total.
    """
    from watchbill.bench.contract import pay_record
    from watchbill.bench.pay import bench_pay, summed
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console, grid

    found = bench_pay(people, days, cores, with_dask=dask)
    price = found.ms_a_person_year(summed(found.batches, "price_seconds"))
    audit = found.ms_a_person_year(summed(found.batches, "audit_seconds"))
    facts = found.ms_a_person_year(summed(found.batches, "facts_seconds"))
    same = found.spread is None or found.spread.amount == found.amount
    if as_json:
        write_record(pay_record(found, cores))
    else:
        table = grid("Figure", "Value", right=("Value",))
        rows = [
            ("People", f"{people:,}"),
            ("Days", f"{days:,}"),
            ("Processes", str(cores)),
            ("Events", f"{summed(found.batches, 'entries'):,.0f}"),
            ("Pay lines", f"{summed(found.batches, 'lines'):,.0f}"),
            ("Total", f"{found.amount:,.2f}"),
            ("Seconds in all, facts made up included", f"{found.seconds:.2f}"),
            ("Pricing a person-year on one core", f"{price:.3f} ms"),
            ("Auditing it", f"{audit:.3f} ms"),
            ("Making up its events and the schedule as it stands", f"{facts:.3f} ms"),
            ("Peak memory of a process", f"{found.peak_megabytes:,} MB"),
            ("A plain pricing of a sample", f"{found.plain_ms:.1f} ms a person-year"),
            ("This one of the same sample", f"{found.own_ms:.3f} ms a person-year"),
            ("Times faster", f"{found.plain_ms / found.own_ms:.0f}"),
        ]
        if found.spread is not None:
            rows += [
                ("Through Dask, one worker killed", f"{found.spread.amount:,.2f}"),
                ("Seconds", f"{found.spread.seconds:.2f}"),
                ("The same to the cent", "yes" if same else "NO"),
            ]
        for row in rows:
            table.add_row(*row)
        console(plain=plain).print(table)
    if not same:
        raise typer.Exit(FINDINGS)
