"""A rotation's cycle and figures, for a person and for a program."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from watchbill.cli.fatigue import fatigue_rows, show_fairness, show_risk_note
from watchbill.cli.show import grid, tour_mark
from watchbill.kernel.clock import decimal_text, length_text
from watchbill.rotation.catalogue import KnownRotation, all_rotations, known_as
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.figures import Figures, figures
from watchbill.rotation.notation import OFF

MOST_DAYS = 56
"""Days of a cycle that are shown where they fit."""
CELL = 3
MORE = "  and 9,999 days more"


def show_cycle(out: Console, rotation: Rotation) -> None:
    """The cycle of each platoon as a strip, the figures, fairness, and who is on duty by the hour.

    Where the field knows the cycle by name, the name too.
    """
    found = figures(rotation)
    _show_strips(out, rotation)
    for known in known_as(rotation):
        names = ", ".join(known.names[1:4])
        more = f" (also {names})" if names else ""
        out.print(Text.assemble("Known as ", (known.title, "bold"), more))
        out.print(Text(" ".join(known.used.split()), style="dim"))
    out.print()
    table = grid("Figure", "Value")
    for label, value in (*_rows(found), *fatigue_rows(rotation)):
        table.add_row(label, value)
    out.print(table)
    show_risk_note(out)
    show_fairness(out, rotation)
    _show_coverage(out, rotation, found)


def _show_strips(out: Console, rotation: Rotation) -> None:
    many = len(rotation.offsets) > 1
    labels = [f"Platoon {number}  " if many else "Cycle  "
              for number in range(1, len(rotation.offsets) + 1)]  # fmt: skip
    label = max(map(len, labels))
    shown = min(rotation.days, MOST_DAYS, (out.width - label) // CELL)
    if shown < rotation.days:
        shown = min(shown, (out.width - label - len(MORE)) // CELL)
        shown -= shown % 7 if shown > 7 else 0
    for platoon, name in enumerate(labels):
        line = Text(f"{name:<{label}}")
        for day in range(shown):
            code = rotation.code_on(day, platoon)
            off = code == OFF
            line.append(" - " if off else tour_mark(code, rotation.tours[code].kind))
        if shown < rotation.days:
            line.append(f"  and {rotation.days - shown:,} days more", style="dim")
        out.print(line, no_wrap=True, overflow="crop")
    for code in dict.fromkeys(code for code in rotation.pattern.codes if code != OFF):
        tour = rotation.tours[code]
        out.print(f"{code}: {tour.name}, {tour.hours_text}, {length_text(tour.length)}")
    out.print()


def _rows(found: Figures) -> list[tuple[str, str]]:
    rest = "none" if found.shortest_rest is None else length_text(found.shortest_rest)
    return [
        ("Cycle", f"{_count(found.cycle_days, 'day')}, {_count(found.tours_per_cycle, 'tour')}"),
        ("Hours a cycle", decimal_text(found.hours_per_cycle)),
        ("Hours a week, average", decimal_text(found.hours_per_week)),
        ("Hours a year of 365 days", decimal_text(found.annual_hours)),
        ("Runs of work", _runs(found.shortest_work, found.longest_work, "day")),
        ("Runs of nights", _runs(found.shortest_nights, found.longest_nights, "night")),
        ("Runs off", _runs(found.shortest_off, found.longest_off, "day")),
        ("Weekends on which no tour starts", f"{found.weekends_without_start} of {found.weekends}"),
        ("Weekends wholly off", f"{found.weekends_off} of {found.weekends}"),
        ("Quick returns (under 11 h)", f"{found.quick_returns} a cycle"),
        ("Shortest rest", rest),
    ]


def _runs(shortest: int, longest: int, what: str) -> str:
    if shortest == longest:
        return _count(longest, what)
    return f"{shortest} to {_count(longest, what)}"


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"


def _show_coverage(out: Console, rotation: Rotation, found: Figures) -> None:
    out.print(f"\nOn duty by hour, of {_count(len(rotation.offsets), 'platoon')}:")
    start = 0
    for hour in range(1, 25):
        if hour == 24 or found.coverage[hour] != found.coverage[start]:
            least, most = found.coverage[start]
            figure = str(least) if least == most else f"{least} to {most}"
            style = "" if least else "yellow"
            out.print(Text(f"  {start:02d}:00-{hour:02d}:00  {figure}", style=style))
            start = hour


def show_catalogue(out: Console) -> None:
    """The rotations of the catalogue, a line each; every figure is computed."""
    figure_columns = ("Days", "h/week", "Run", "Nights", "Weekends", "On duty")
    table = grid("Name", "Pattern", *figure_columns, right=figure_columns)
    for known in all_rotations():
        found = figures(known.rotation)
        least, most = found.least_coverage, found.most_coverage
        on_duty = f"{least if least == most else f'{least}-{most}'} of {found.platoons}"
        table.add_row(
            known.title, _short(known), str(found.cycle_days), decimal_text(found.hours_per_week),
            str(found.longest_work), str(found.longest_nights),
            f"{found.weekends_off}/{found.weekends}", on_duty,
        )  # fmt: skip
    out.print(table)
    out.print(
        Text(
            "Run: longest run of tours. Weekends: wholly off, of those in which the cycle comes"
            " round. On duty: platoons at the thinnest and the fullest hour.",
            style="dim",
        )
    )


def _short(known: KnownRotation) -> str:
    pattern = known.pattern
    return pattern if len(pattern) <= 28 else f"{pattern[:27]}…"
