"""``watchbill export``: the roster as calendar, CSV and workbook."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from watchbill.cli.options import (
    FromOption,
    PostedOption,
    ServiceArgument,
    WeeksOption,
    choices,
    read_roster,
)
from watchbill.cli.output import STANDARD_OUTPUT, write_bytes
from watchbill.cli.show import console
from watchbill.kernel.problems import BadInput, Problem, nearest

EXAMPLE = (
    "Example: [bold]watchbill export hsaa-station --ics station.ics --csv station.csv"
    " --xlsx station.xlsx[/bold]"
)


def export(
    service: ServiceArgument,
    ics: Annotated[Path | None, typer.Option(help="Calendar file to write, or -.")] = None,
    csv: Annotated[Path | None, typer.Option(help="CSV file to write, a tour a row, or -.")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="Workbook to write.")] = None,
    person: Annotated[str | None, typer.Option(help="One person's tours only.")] = None,
    first: FromOption = None,
    weeks: WeeksOption = None,
    posted: PostedOption = None,
) -> None:
    """Write the roster for phones (ics), programs (csv) and notice boards (xlsx)."""
    from watchbill.export.board_xlsx import board_xlsx
    from watchbill.export.calendar_ics import calendar_ics
    from watchbill.export.tours_csv import tours_csv

    if not (ics or csv or xlsx):
        message = "say what to write: --ics FILE, --csv FILE, --xlsx FILE"
        raise BadInput([Problem("export", None, "", message)])
    read, roster = read_roster(service, first, weeks, posted, choices(None, None))
    names = [line.person.name for line in roster.lines]
    if person is not None and person not in names:
        message = "nobody in the service has this name"
        near = nearest(person, names)
        raise BadInput([Problem("--person", None, "", message, person, ", ".join(names), near)])
    if ics:
        write_bytes(ics, calendar_ics(read, roster, person))
    if csv:
        write_bytes(csv, tours_csv(roster, person).encode("utf-8"))
    if xlsx:
        write_bytes(xlsx, board_xlsx(read, roster))
    if STANDARD_OUTPUT not in (ics, csv, xlsx):
        written = ", ".join(str(path) for path in (ics, csv, xlsx) if path)
        console().print(f"Written: {written}")
