"""The people a service needs, for a person and for a program."""

from __future__ import annotations

from fractions import Fraction
from itertools import groupby

from rich.console import Console
from rich.text import Text

from watchbill.cli.show import grid
from watchbill.design.lengths.cover import LengthCover
from watchbill.design.staffing.changes import StaffingChange
from watchbill.design.staffing.enough import Enough
from watchbill.design.staffing.reckoning import Reckoning
from watchbill.design.staffing.staffing import StaffingStep
from watchbill.kernel.clock import (
    WEEKDAYS,
    decimal_text,
    hours_text,
    length_text,
    time_text,
)
from watchbill.kernel.exact import as_decimal
from watchbill.service.model import Service

YEAR_NOTE = "A year has 365 days, 365/7 weeks; no holiday and no clock change is counted."


def show_staffing(out: Console, service: Service, found: Reckoning) -> None:
    """Demand by post and weekday; every step by length of tour; changes; the given people."""
    out.print(Text(service.name, style="bold"))
    _show_demand(out, service)
    for place, group in enumerate(found.groups):
        out.print()
        out.print(Text(f"Posts: {', '.join(group.posts)}", style="bold"))
        _show_starts(out, found, place)
        _show_steps(out, found, place)
        for other in group.contracted.others:
            out.print(Text(f"Others have other hours: {other}", style="yellow"))
    _show_totals(out, found)
    if found.people is not None:
        _show_enough(out, found)
    out.print()
    out.print(Text(YEAR_NOTE, style="dim"))


def _show_demand(out: Console, service: Service) -> None:
    days = [day[:3].title() for day in WEEKDAYS]
    columns = [*days, "Week"]
    table = grid("Hours needed", *columns, right=columns)
    for post in service.posts:
        need = post.demand
        each = [hours_text(need.on(day)) for day in range(7)]
        table.add_row(post.name, *each, hours_text(need.minutes))
    out.print(table)
    for post in service.posts:
        if post.assumed:
            out.print(Text(f"Assumed for {post.name}: {post.assumed}", style="dim"))


def _show_starts(out: Console, found: Reckoning, place: int) -> None:
    for one in found.by_length:
        cover = one.staffing.groups[place].cover
        for line in _starts(cover):
            out.print(f"{length_text(one.staffing.length)} tours: {line}")


def _starts(cover: LengthCover) -> list[str]:
    """``2 x 07:00, 2 x 19:00: 4 daily``, a line for each run of weekdays that are alike."""
    lines = []
    rows = list(zip(*cover.people, strict=True))
    for people, run in groupby(range(7), key=rows.__getitem__):
        days = list(run)
        first, last = (WEEKDAYS[number][:3] for number in (days[0], days[-1]))
        when = "daily" if len(days) == 7 else first if len(days) == 1 else f"{first}-{last}"
        each = ", ".join(
            f"{count} x {time_text(tour.start)}"
            for tour, count in zip(cover.tours, people, strict=True)
            if count
        )
        lines.append(f"{each or 'none'}: {sum(people)} {when}")
    return lines


def _show_steps(out: Console, found: Reckoning, place: int) -> None:
    lengths = [length_text(one.staffing.length) for one in found.by_length]
    table = grid("Step", "How", *lengths, "Unit", "Rests on", right=lengths)
    columns = [one.staffing.groups[place].steps for one in found.by_length]
    for row in zip(*columns, strict=True):
        step = row[0]
        values = [_value(each) for each in row]
        table.add_row(step.name, step.formula, *values, step.unit, _basis(step))
    out.print(table)


def _value(step: StaffingStep) -> str:
    """A figure to two decimals, a factor to four."""
    return _number(step.value) if step.unit else f"{as_decimal(step.value):.4f}"


def _basis(step: StaffingStep) -> str:
    parts = [step.clause] if step.clause else []
    return ", ".join(parts + ["assumption"] * step.assumed)


def _show_totals(out: Console, found: Reckoning) -> None:
    lengths = [length_text(one.staffing.length) for one in found.by_length]
    table = grid("People, all posts", *lengths, right=lengths)
    whole = [_people(one.staffing.exact, one.staffing.people) for one in found.by_length]
    table.add_row("As it is", *whole)
    for row in zip(*(one.changes for one in found.by_length), strict=True):
        values = [_change_text(each) for each in row]
        table.add_row(row[0].says, *values)
    out.print()
    out.print(table)
    out.print(Text("In brackets: whole people, rounded up for each group of posts.", style="dim"))


def _change_text(change: StaffingChange) -> str:
    if change.after is None or change.exact is None:
        return "nobody is left"
    return f"+{_people(change.exact, change.after.people)}"


def _people(exact: Fraction, people: int) -> str:
    return f"{_number(exact)} ({people:,})"


def _show_enough(out: Console, found: Reckoning) -> None:
    lengths = [length_text(one.staffing.length) for one in found.by_length]
    table = grid(f"Do {found.people:,} people suffice?", *lengths)
    for which in ("part", "whole"):
        answers: list[Enough] = [getattr(one, which) for one in found.by_length]
        table.add_row(answers[0].hours_of_day, *map(_answer, answers))
    out.print()
    out.print(table)


def _answer(one: Enough) -> str:
    if one.suffices:
        return f"yes, {one.needed.people:,} needed"
    filled = f"{one.tours_filled:,} of {_number(one.tours_needed)} tours a year filled"
    return f"no, {one.needed.people:,} needed: {filled}"


def _number(value: Fraction) -> str:
    return decimal_text(as_decimal(value))
