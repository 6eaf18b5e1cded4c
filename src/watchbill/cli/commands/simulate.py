"""``watchbill simulate``: a year of events for a service, from a seed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watchbill.cli.options import ServiceArgument

EXAMPLE = (
    "Example: [bold]watchbill simulate hsaa-station --year 2024 --seed 1 --out year.jsonl[/bold]"
)


def simulate(
    service: ServiceArgument,
    year: Annotated[int, typer.Option(min=1990, max=2100, help="Which year.")] = 2024,
    seed: Annotated[int, typer.Option(help="The same seed gives the same events.")] = 1,
    out: Annotated[Path, typer.Option(help="Ledger file to write, or -.")] = Path("-"),
) -> None:
    """Write a ledger with a year of events: sickness, changes, exchanges, calls, extra tours."""
    from watchbill.cli.output import write_text
    from watchbill.kernel.clock import parse_day
    from watchbill.ledger.chain import seal_all
    from watchbill.ledger.ledger_file import write_ledger
    from watchbill.ledger.simulate import simulate as make
    from watchbill.roster.build import build_roster
    from watchbill.service.load import load_service

    loaded = load_service(service)
    first, last = parse_day(f"{year}-01-01"), parse_day(f"{year}-12-31")
    entries = make(build_roster(loaded, first, last=last), seed)
    write_text(out, "".join(write_ledger(service, seal_all(entries))))
