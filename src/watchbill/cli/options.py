"""Options that several commands share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from watchbill.kernel.clock import Day, UnreadableTime, Wall, parse_day, parse_wall
from watchbill.kernel.problems import BadInput, Problem
from watchbill.roster.build import build_roster
from watchbill.roster.model import Roster
from watchbill.service.load import load_service
from watchbill.service.model import Service

ServiceArgument = Annotated[
    str, typer.Argument(metavar="SERVICE", help="A service file, or the id of one that ships.")
]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="First date (default: the file's).")
]
WeeksOption = Annotated[
    int | None, typer.Option(min=1, max=520, help="How many weeks (default: the file's).")
]
PostedOption = Annotated[
    str | None,
    typer.Option(metavar="'DATE TIME'", help="When the schedule was posted, local time."),
]
ReadingOption = Annotated[
    list[str] | None,
    typer.Option(metavar="CLAUSE=NAME", help="Another reading of an ambiguous clause."),
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", metavar="NAME=VALUE", help="A parameter the agreement leaves open."),
]
JsonOption = Annotated[bool, typer.Option("--json", help="JSON for a program.")]


@dataclass(frozen=True, slots=True)
class Choices:
    """Readings and settings chosen on the command line."""

    readings: dict[str, str]
    settings: dict[str, object]


def choices(reading: Sequence[str] | None, setting: Sequence[str] | None) -> Choices:
    """``12.04=48-hours`` and ``overtime-rate=1.5``, read. Raises :class:`BadInput`."""
    from watchbill.kernel.yamltree import parse_tree

    readings = dict(_pair("--reading", word) for word in reading or ())
    settings = {
        name: parse_tree(value or '""', f"--set {name}").data
        for name, value in (_pair("--set", word) for word in setting or ())
    }
    return Choices(readings, settings)


def _pair(option: str, word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not equals or not name:
        raise BadInput([Problem(option, None, "", "a name and a value are needed: a=b", word)])
    return name, value


def read_roster(
    where: str,
    first: str | None,
    weeks: int | None,
    posted: str | None,
    chosen: Choices,
) -> tuple[Service, Roster]:
    """The service and the roster that a command's options ask for. Raises :class:`BadInput`."""
    problems: list[Problem] = []
    first_day: Day | None = None
    posted_at: Wall | None = None
    try:
        first_day = parse_day(first) if first is not None else None
    except UnreadableTime as error:
        problems.append(Problem("--from", None, "", str(error), first))
    try:
        posted_at = parse_wall(posted) if posted is not None else None
    except UnreadableTime as error:
        problems.append(Problem("--posted", None, "", str(error), posted))
    if problems:
        raise BadInput(problems)
    service = load_service(where, chosen.readings, chosen.settings)
    return service, build_roster(service, first_day, weeks, posted_at)
