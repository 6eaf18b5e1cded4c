"""``watchbill bench ledger``: how quickly a ledger takes an entry, and answers."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill bench ledger --people 288[/bold]"


def ledger(
    people: Annotated[int, typer.Option(min=24, max=5_000, help="How many people.")] = 288,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Enter a year of so many people and ask it: seconds of one core, beside what they may be."""
    from watchbill.bench.contract import ledger_record
    from watchbill.bench.ledger import bench_ledger
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console, grid

    found = bench_ledger(people)
    if as_json:
        write_record(ledger_record(found))
        return
    out = console(plain=plain)
    out.print(f"{found.people:,} people, {found.entries:,} entries. Seconds of one core:")
    table = grid("Step", "Seconds", "At most", right=("Seconds", "At most"))
    for step in found.steps:
        table.add_row(step.name, f"{step.seconds:.3f}", f"{step.limit:g}")
    out.print(table)
