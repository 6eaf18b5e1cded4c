"""``watchbill export``: the roster as calendar, CSV and workbook."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli.options import (
    FromOption,
    PostedOption,
    ReadingOption,
    ServiceArgument,
    SetOption,
    WeeksOption,
    choices,
    read_roster,
)
from watchbill.kernel.problems import BadInput, Problem, nearest

if TYPE_CHECKING:
    from watchbill.roster.model import Roster

EXAMPLE = (
    "Example: [bold]watchbill export hsaa-station --ics station.ics --csv station.csv"
    " --xlsx station.xlsx[/bold]"
)


def export(
    service: ServiceArgument,
    ics: Annotated[Path | None, typer.Option(help="Calendar file to write, or -.")] = None,
    csv: Annotated[Path | None, typer.Option(help="CSV file to write, a tour a row, or -.")] = None,
    xlsx: Annotated[Path | None, typer.Option(help="Workbook of the whole board to write.")] = None,
    person: Annotated[str | None, typer.Option(help="One person's tours only (ics, csv).")] = None,
    first: FromOption = None,
    weeks: WeeksOption = None,
    posted: PostedOption = None,
    reading: ReadingOption = None,
    setting: SetOption = None,
) -> None:
    """Write the roster for phones (ics), programs (csv) and notice boards (xlsx).

    Any of the three, at least one; - is standard output.
    """
    from watchbill.cli.in_force import show_in_force
    from watchbill.cli.output import STANDARD_OUTPUT, write_bytes, write_text
    from watchbill.cli.show import console

    asked = [path for path in (ics, csv, xlsx) if path is not None]
    if not asked:
        raise _bad("export", "say what to write: --ics FILE, --csv FILE, --xlsx FILE")
    if asked.count(STANDARD_OUTPUT) > 1:
        raise _bad("export", "only one of them can go to standard output")
    read, roster, held = read_roster(service, first, weeks, posted, choices(reading, setting))
    show_in_force(console(stderr=True), held)
    key = None if person is None else _key(roster, person)
    if ics:
        from watchbill.export.calendar_ics import calendar_ics

        write_bytes(ics, calendar_ics(read, roster, key))
    if csv:
        from watchbill.export.tours_csv import tours_csv
        from watchbill.roster.contract import schedule_record

        write_text(csv, tours_csv(schedule_record(read, roster), key))
    if xlsx:
        from watchbill.export.board_xlsx import board_xlsx

        write_bytes(xlsx, board_xlsx(read, roster))


def _key(roster: Roster, person: str) -> str:
    """The key of the person of that number or name. Raises :class:`BadInput`."""
    people = [line.person for line in roster.lines]
    keys = [one.key for one in people if person == one.key]
    keys = keys or [one.key for one in people if person == one.name]
    if len(keys) == 1:
        return keys[0]
    if keys:
        message = f"{len(keys)} have this name: say the number, {' or '.join(keys)}"
        raise BadInput([Problem("--person", None, "", message, person)])
    names = [one.name for one in people]
    message = "nobody in the service has this name"
    near = nearest(person, names)
    raise BadInput([Problem("--person", None, "", message, person, ", ".join(names), near)])


def _bad(place: str, message: str) -> BadInput:
    return BadInput([Problem(place, None, "", message)])
