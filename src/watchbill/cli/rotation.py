"""``watchbill rotation``: the figures of a rotation."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

import typer
from rich.text import Text

from watchbill.cli.options import JsonOption
from watchbill.cli.show import console, grid, show_json, tour_mark
from watchbill.kernel.clock import Minutes, UnreadableTime, decimal_text, length_text, parse_length
from watchbill.kernel.problems import BadInput, Problem
from watchbill.rotation.cycle import Rotation, make_rotation
from watchbill.rotation.figures import Figures, figures
from watchbill.rotation.notation import OFF, read_pattern

EXAMPLE = 'Example: [bold]watchbill rotation "DDNN----" --hours 12 --platoons 4[/bold]'
SHOWN_DAYS = 28


def rotation(
    pattern: Annotated[
        str,
        typer.Argument(
            metavar="PATTERN",
            help="DDNN----; 3-3, 3-3, 4-2; 4-on-4-off; 24/48 kelly 7; 8 8 8 24 - - -",
        ),
    ],
    hours: Annotated[
        str | None, typer.Option(metavar="HOURS", help="Length of a tour: 12, 8.4 or 8h24.")
    ] = None,
    platoons: Annotated[int, typer.Option(min=1, max=100, help="Platoons, evenly apart.")] = 1,
    as_json: JsonOption = False,
) -> None:
    """Show a rotation's cycle, hours, runs, weekends and the coverage it gives."""
    made = make_rotation(read_pattern(pattern), _length(hours), platoons)
    found = figures(made)
    if as_json:
        show_json(_as_data(made, found))
        return
    out = console()
    _show_cycle(made)
    table = grid("Figure", "Value")
    for label, value in _rows(found):
        table.add_row(label, value)
    out.print(table)
    _show_coverage(made, found)


def _length(text: str | None) -> Minutes | None:
    if text is None:
        return None
    try:
        if "h" in text:
            return parse_length(text)
        minutes = Decimal(text) * 60
        if minutes == minutes.to_integral_value():
            return Minutes(int(minutes))
    except (UnreadableTime, ArithmeticError, ValueError):
        pass
    message = "a length is hours and whole minutes"
    raise BadInput([Problem("--hours", None, "", message, text, "12, 8.4, 8h24")])


def _show_cycle(rotation: Rotation) -> None:
    out = console()
    shown = min(rotation.days, SHOWN_DAYS)
    for platoon in range(len(rotation.offsets)):
        line = Text(f"Platoon {platoon + 1:<3}" if len(rotation.offsets) > 1 else "Cycle      ")
        for day in range(shown):
            code = rotation.code_on(day, platoon)
            off = code == OFF
            line.append(" - " if off else tour_mark(code, rotation.tours[code].kind))
        if shown < rotation.days:
            line.append(f" and {rotation.days - shown} days more")
        out.print(line, soft_wrap=True)
    for code in dict.fromkeys(code for code in rotation.pattern.codes if code != OFF):
        tour = rotation.tours[code]
        out.print(f"{code}: {tour.name}, {tour.hours_text}, {length_text(tour.length)}")
    out.print()


def _rows(found: Figures) -> list[tuple[str, str]]:
    rest = "none" if found.shortest_rest is None else length_text(found.shortest_rest)
    return [
        ("Cycle", f"{found.cycle_days} days, {found.tours_per_cycle} tours"),
        ("Hours a cycle", decimal_text(found.hours_per_cycle)),
        ("Hours a week, average", decimal_text(found.hours_per_week)),
        ("Hours a year of 365 days", decimal_text(found.annual_hours)),
        ("Longest run of work", f"{found.longest_work} days"),
        ("Longest run of nights", f"{found.longest_nights} nights"),
        ("Longest run off", f"{found.longest_off} days"),
        ("Weekends wholly off", f"{found.weekends_off} of {found.weekends}"),
        ("Quick returns (under 11 h)", f"{found.quick_returns} a cycle"),
        ("Shortest rest", rest),
    ]


def _show_coverage(rotation: Rotation, found: Figures) -> None:
    out = console()
    platoons = len(rotation.offsets)
    out.print(f"\nOn duty by hour, of {platoons} platoon{'s' if platoons > 1 else ''}:")
    start = 0
    for hour in range(1, 25):
        if hour == 24 or found.coverage[hour] != found.coverage[start]:
            least, most = found.coverage[start]
            figure = str(least) if least == most else f"{least} to {most}"
            out.print(f"  {start:02d}:00-{hour:02d}:00  {figure}")
            start = hour


def _as_data(rotation: Rotation, found: Figures) -> dict[str, object]:
    return {
        "pattern": str(rotation.pattern),
        "cycle_days": found.cycle_days,
        "tours_per_cycle": found.tours_per_cycle,
        "hours_per_cycle": decimal_text(found.hours_per_cycle).replace(",", ""),
        "hours_per_week": decimal_text(found.hours_per_week).replace(",", ""),
        "annual_hours": decimal_text(found.annual_hours).replace(",", ""),
        "longest_work_days": found.longest_work,
        "longest_nights": found.longest_nights,
        "longest_off_days": found.longest_off,
        "weekends": found.weekends,
        "weekends_off": found.weekends_off,
        "quick_returns": found.quick_returns,
        "shortest_rest_minutes": found.shortest_rest,
        "platoons": len(rotation.offsets),
        "offsets": list(rotation.offsets),
        "coverage_by_hour": [{"least": least, "most": most} for least, most in found.coverage],
    }
