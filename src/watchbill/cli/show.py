"""How the command line shows things: tables and colours to a person, plain text to a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

from watchbill.kernel.problems import BadInput
from watchbill.records.tours import TourKind

PLAIN_WIDTH = 200
"""Columns where no terminal says how many it has."""

TOUR_STYLE = {
    TourKind.DAY: "black on #f2c14e",
    TourKind.EVENING: "black on #e08e45",
    TourKind.NIGHT: "white on #35507a",
}
LEAVE_STYLE = "black on #b9b9b9"


def console(stderr: bool = False) -> Console:
    """Where to print. Colours and the window's width only where a person looks."""
    stream = sys.stderr if stderr else sys.stdout
    width = None if stream.isatty() else PLAIN_WIDTH
    return Console(file=stream, width=width, highlight=False, soft_wrap=False)


def grid(*columns: str, title: str | None = None, right: Sequence[str] = ()) -> Table:
    """An empty table with these heads; those in ``right`` hold figures."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, title_style="bold")
    for column in columns:
        justify: Any = "right" if column in right else "left"
        table.add_column(column, justify=justify, header_style="bold", overflow="fold")
    return table


def tour_mark(code: str, kind: TourKind) -> Text:
    """A tour's letter in its colour."""
    return Text(f" {code} ", style=TOUR_STYLE[kind])


def show_json(data: object) -> None:
    """``data`` as JSON on standard output."""
    sys.stdout.write(json.dumps(data, indent=2, ensure_ascii=False, default=str) + "\n")


def show_problems(bad: BadInput) -> None:
    """Every problem of a bad input on standard error: place, what is wrong, what would do."""
    out = console(stderr=True)
    for problem in bad.problems:
        line = Text.assemble((problem.place, "bold"), ": ")
        if problem.path:
            line.append(f"{problem.path}: ", style="cyan")
        line.append(problem.message)
        out.print(line, soft_wrap=True)
        for label, value, style in (
            ("found", problem.found, "red"),
            ("allowed", problem.allowed, "green"),
            ("did you mean", problem.suggestion, "bold green"),
        ):
            if value is not None:
                out.print(Text.assemble(f"    {label}: ", (value, style)), soft_wrap=True)
    count = len(bad.problems)
    out.print(Text(f"{count} problem{'s' if count > 1 else ''}: nothing was done.", style="bold"))
