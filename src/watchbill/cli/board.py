"""A roster in the terminal: people by platoon down, days across, two weeks a block."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from watchbill.audit.audit import Audit, Finding
from watchbill.cli.show import LEAVE_STYLE, grid, tour_mark
from watchbill.kernel.clock import (
    SATURDAY,
    Day,
    day_text,
    hours_text,
    length_text,
    to_date,
    wall_text,
    weekday,
)
from watchbill.pay.cost import Cost
from watchbill.roster.coverage import Cover, coverage, worst_of_days
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.base import Severity
from watchbill.service.model import Service

BLOCK_DAYS = 14


def show_schedule(out: Console, service: Service, roster: Roster, last: Day | None = None) -> None:
    """The roster as tables of two weeks, to ``last`` or whole, with coverage under each."""
    covers = coverage(roster)
    end = roster.last if last is None else min(last, roster.last)
    for first in range(roster.first, end + 1, BLOCK_DAYS):
        days = [Day(day) for day in range(first, min(first + BLOCK_DAYS, end + 1))]
        out.print(_block(roster, days, covers))
        out.print()
    out.print(_legend(service))


def _block(roster: Roster, days: list[Day], covers: list[Cover]) -> Table:
    title = f"{day_text(days[0])} to {day_text(days[-1])}"
    table = Table(
        box=None,
        pad_edge=False,
        padding=(0, 0),
        title=title,
        title_justify="left",
        title_style="bold",
    )
    table.add_column("", no_wrap=True)
    for day in days:
        style = "bold" if weekday(day) >= SATURDAY else "dim"
        date = to_date(day)
        head = Text(f"{date:%a}"[:2] + f"\n{date.day:>2}", style=style)
        table.add_column(head, min_width=4, justify="center")
    table.add_column(" hours", justify="right")
    for platoon, lines in groupby(roster.lines, key=lambda line: line.person.platoon):
        table.add_row(Text(f"Platoon {platoon}" if platoon else "No platoon", style="bold"))
        for line in lines:
            cells = [_cell(line, day) for day in days]
            minutes = sum(t.minutes for day in days for t in line.tours_by_day.get(day, ()))
            table.add_row(f"  {line.person.name}  ", *cells, f" {hours_text(minutes)}")
    for post in roster.posts:
        worst = worst_of_days(roster, [cover for cover in covers if cover.post is post])
        table.add_row(f"{post.name}  ", *(_need_have(worst[day]) for day in days), style="none")
    return table


def _cell(line: RosterLine, day: Day) -> Text:
    tours = line.tours_by_day.get(day, ())
    if tours:
        return Text(" ").join(tour_mark(tour.code, tour.kind) for tour in tours)
    if day in line.absences_by_day:
        return Text(" L ", style=LEAVE_STYLE)
    return Text(" · ", style="dim")


def _need_have(cover: Cover) -> Text:
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
    text.append(" leave   ")
    text.append("have/need", style="green")
    text.append(" at the worst moment of the day")
    return text


def show_coverage(out: Console, roster: Roster, short: list[Cover]) -> None:
    """Whether every need is met, or each stretch in which it is not."""
    if not roster.posts:
        return
    hours = (roster.ends - roster.begins) // 60
    if not short:
        out.print(Text(f"Coverage: every need is met in all {hours:,} hours.", style="green"))
        return
    table = grid("Short at", "From", "To", "Length", "Need", "Have", title="Coverage is short",
                 right=("Length", "Need", "Have"))  # fmt: skip
    for cover in short:
        start, end = (wall_text(roster.zone.wall(time)) for time in (cover.start, cover.end))
        table.add_row(cover.post.name, start, end, length_text(cover.minutes), str(cover.need),
                      str(cover.have))  # fmt: skip
    out.print(table)


def show_findings(out: Console, result: Audit) -> None:
    """Findings as a table, and the rules that the roster is too short for."""
    if result.findings:
        table = grid("Clause", "Person", "When", "Measured", "Limit", "What", title="Findings",
                     right=("Measured", "Limit"))  # fmt: skip
        for finding in result.findings:
            style = "yellow" if finding.severity is Severity.WARNING else "red"
            table.add_row(Text(finding.clause.number, style=style), _who(finding), _when(finding),
                          str(finding.measured), str(finding.limit), finding.sentence)  # fmt: skip
        out.print(table)
    else:
        out.print(Text("Findings: none.", style="green"))
    for text in _not_judged(result):
        out.print(Text(f"Not judged: {text}", style="dim"))


def _not_judged(result: Audit) -> Iterator[str]:
    for one in result.not_judged:
        yield f"{one.clause.number} ({one.rule.rstrip('.')}): {one.reason}."


def _who(finding: Finding) -> str:
    return finding.person.name if finding.person else "everybody"


def _when(finding: Finding) -> str:
    return f"{day_text(finding.first)} to {day_text(finding.last)}"


def show_hours(out: Console, roster: Roster, result: Cost, currency: str) -> None:
    """Hours and cost by person and in total."""
    weeks = len(roster.days) / 7
    table = grid("Person", "Hours", "A week", "Rate", f"Cost, {currency}", title="Hours and cost",
                 right=("Hours", "A week", "Rate", f"Cost, {currency}"))  # fmt: skip
    for line in result.lines:
        if line.minutes:
            table.add_row(line.person.name, hours_text(line.minutes),
                          hours_text(round(line.minutes / weeks)), f"{line.person.rate:,.2f}",
                          f"{line.amount:,.2f}")  # fmt: skip
    table.add_row("All", hours_text(result.minutes), "", "", f"{result.total:,.2f}", style="bold")
    out.print(table)
