"""Options that several commands share, and what they ask for.

The core is imported where it is used, so that help and usage errors come at once.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from watchbill.kernel.problems import BadInput, Problem

if TYPE_CHECKING:
    from watchbill.agreement.computed import Computed
    from watchbill.kernel.clock import Minutes
    from watchbill.roster.model import Roster
    from watchbill.service.model import Service

T = TypeVar("T")

ServiceArgument = Annotated[
    str, typer.Argument(metavar="SERVICE", help="A service file, or the id of one that ships.")
]
FromOption = Annotated[
    str | None, typer.Option("--from", metavar="DATE", help="First date (default: the file's).")
]
WeeksOption = Annotated[
    int | None,
    typer.Option(min=1, max=520, metavar="N", help="How many weeks (default: the file's)."),
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
    typer.Option("--set", metavar="NAME=VALUE", help="A figure the agreement leaves open."),
]
StationOption = Annotated[
    str | None, typer.Option(metavar="ID", help="One station only, with who is lent to it.")
]
JsonOption = Annotated[
    bool, typer.Option("--json", help="One JSON object for a program; so are problems.")
]
PlainOption = Annotated[
    bool, typer.Option("--plain", help="No colours, nothing folded, as in a pipe.")
]


@dataclass(frozen=True, slots=True)
class Choices:
    """Readings and settings chosen on the command line."""

    readings: dict[str, str]
    settings: dict[str, object]


def choices(
    reading: Sequence[str] | None, setting: Sequence[str] | None, which: str = ""
) -> Choices:
    """``12.04=48-hours`` and ``overtime-rate=1.5``, read. Raises :class:`BadInput`.

    ``which`` ends the options' names, where a command has them twice: ``-a``.
    """
    from watchbill.kernel.yamltree import parse_tree

    readings = dict(_pair(f"--reading{which}", word) for word in reading or ())
    settings = {
        name: parse_tree(value or '""', f"--set{which} {name}").data
        for name, value in (_pair(f"--set{which}", word) for word in setting or ())
    }
    return Choices(readings, settings)


def _pair(option: str, word: str) -> tuple[str, str]:
    name, equals, value = word.partition("=")
    if not equals or not name:
        raise BadInput([Problem(option, None, "", "a name and a value are needed: a=b", word)])
    return name, value


def read_length(option: str, text: str) -> Minutes:
    """The length of a tour: ``12``, ``8.4`` or ``8h24``. Raises :class:`BadInput`."""
    from decimal import Decimal

    from watchbill.kernel.clock import Minutes, parse_length

    try:
        if "h" in text:
            return parse_length(text)
        minutes = Decimal(text) * 60
        if abs(minutes) < 1_000_000 and minutes == minutes.to_integral_value():
            return Minutes(int(minutes))
    except (ArithmeticError, ValueError):
        pass
    message = "a length is hours and whole minutes"
    raise BadInput([Problem(option, None, "", message, text, "12, 8.4, 8h24")])


def read_roster(
    where: str,
    first: str | None,
    weeks: int | None,
    posted: str | None,
    chosen: Choices,
) -> tuple[Service, Roster, Computed]:
    """The service and the roster that a command's options ask for, as far as an agreement is in
    force on its dates. Raises :class:`BadInput`, also where none is on any of them.
    """
    from watchbill.agreement.computed import computed
    from watchbill.kernel.clock import parse_day, parse_wall
    from watchbill.roster.build import build_roster
    from watchbill.roster.window import window
    from watchbill.service.load import load_service

    problems: list[Problem] = []
    first_day = _time(parse_day, "--from", first, problems)
    posted_at = _time(parse_wall, "--posted", posted, problems)
    if problems:
        raise BadInput(problems)
    service = load_service(where, chosen.readings, chosen.settings)
    roster = build_roster(service, first_day, weeks, posted_at)
    held = computed(service.agreement, roster.first, roster.last)
    if held.outside:
        roster = window(roster, held.first, held.last)
    return service, roster, held


def _time(
    read: Callable[[str], T], option: str, text: str | None, problems: list[Problem]
) -> T | None:
    """What ``read`` makes of an option's text; what it cannot read joins the problems."""
    try:
        return None if text is None else read(text)
    except ValueError as error:
        problems.append(Problem(option, None, "", str(error), text))
        return None
