"""A roster in the terminal: people by platoon down, days across, two weeks a block."""

from __future__ import annotations

from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from watchbill.cli.show import LEAVE_STYLE, grid, tour_mark
from watchbill.kernel.clock import SATURDAY, Day, day_text, hours_text, to_date, weekday
from watchbill.pay.cost import Cost
from watchbill.roster.coverage import Cover, worst_of_days
from watchbill.roster.model import Roster, RosterLine
from watchbill.service.model import Service

CELL = 4
"""Columns of a day."""
HOURS = 6
"""Columns of the hours at the end of a row."""
LEAST_NAME, MOST_NAME = 12, 30
BLOCKS = (28, 14, 7)
"""Days a block may have, the most that fit; never over two weeks where no window says."""


def show_schedule(
    out: Console,
    service: Service,
    roster: Roster,
    covers: list[Cover],
    last: Day | None = None,
) -> None:
    """The roster as tables of two weeks (four where they fit, one where two do not).

    To ``last`` or whole; under each its coverage.
    """
    end = roster.last if last is None else min(last, roster.last)
    step = _block_days(out)
    for first in range(roster.first, end + 1, step):
        days = [Day(day) for day in range(first, min(first + step, end + 1))]
        out.print(_block(roster, days, covers, out.width))
        out.print()
    out.print(_legend(service))


def _block_days(out: Console) -> int:
    if not out.is_terminal:
        return 14
    return next((days for days in BLOCKS if _name_room(out.width, days) >= LEAST_NAME), BLOCKS[-1])


def _name_room(width: int, days: int) -> int:
    """What the days leave for names."""
    return min(MOST_NAME, width - days * CELL - HOURS)


def _block(roster: Roster, days: list[Day], covers: list[Cover], width: int) -> Table:
    table = Table(
        box=None,
        pad_edge=False,
        padding=(0, 0),
        title=f"{day_text(days[0])} to {day_text(days[-1])}",
        title_justify="left",
        title_style="bold",
    )
    room = max(LEAST_NAME, _name_room(width, len(days)))
    table.add_column("", no_wrap=True, max_width=room, overflow="ellipsis")
    for day in days:
        style = "bold" if weekday(day) >= SATURDAY else "dim"
        date = to_date(day)
        head = Text(f"{date:%a}"[:2] + f"\n{date.day:>2}", style=style)
        table.add_column(head, min_width=CELL, justify="center", no_wrap=True)
    table.add_column("\nhours", justify="right", min_width=HOURS, no_wrap=True)
    for platoon, lines in groupby(roster.lines, key=lambda line: line.person.platoon):
        name = f"Platoon {platoon}" if platoon else "No platoon"
        table.add_row(Text(_cut(name, room), style="bold"))
        for line in lines:
            cells = [_cell(line, day) for day in days]
            minutes = sum(t.minutes for day in days for t in line.tours_by_day.get(day, ()))
            table.add_row(f"  {_cut(line.person.label, room - 2)}", *cells, hours_text(minutes))
    for post in roster.posts:
        worst = worst_of_days(roster, [cover for cover in covers if cover.post is post])
        table.add_row(_cut(post.name, room), *(_have_need(worst[day]) for day in days))
    return table


def _cut(text: str, room: int) -> str:
    """``text`` with a space after it, in so many columns."""
    return f"{text} " if len(text) < room else f"{text[: room - 2]}… "


def _cell(line: RosterLine, day: Day) -> Text:
    tours = line.tours_by_day.get(day, ())
    if tours:
        return Text(" ").join(tour_mark(tour.code, tour.kind) for tour in tours)
    if day in line.absences_by_day:
        return Text(" L ", style=LEAVE_STYLE)
    return Text(" · ", style="dim")


def _have_need(cover: Cover) -> Text:
    style = "bold white on red" if cover.short else "green"
    return Text(f"{cover.have}/{cover.need}", style=style)


def _legend(service: Service) -> Text:
    used = {code for platoon in service.platoons.values() for code in platoon.codes}
    text = Text()
    for code, tour in service.tours.items():
        if code in used:
            text.append(tour_mark(code, tour.kind))
            text.append(f" {tour.name} {tour.hours_text}   ")
    text.append(" L ", style=LEAVE_STYLE)
    text.append(" leave\n")
    text.append("have/need", style="green")
    text.append(" at the worst moment of the day")
    return text


def show_hours(out: Console, roster: Roster, result: Cost, currency: str) -> None:
    """Hours and cost by person and in total."""
    weeks = len(roster.days) / 7
    figures = ("Hours", "A week", "Rate", f"Cost, {currency}")
    table = grid("Person", *figures, title="Hours and cost, scheduled at the basic rate",
                 right=figures)  # fmt: skip
    for line in result.lines:
        if line.minutes:
            table.add_row(line.person.label, hours_text(line.minutes),
                          hours_text(round(line.minutes / weeks)), f"{line.person.rate:,.2f}",
                          f"{line.amount:,.2f}")  # fmt: skip
    table.add_row("All", hours_text(result.minutes), "", "", f"{result.total:,.2f}", style="bold")
    out.print(table)
