"""How the command line shows things: tables and colours to a person, plain text to a program."""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from typing import TextIO, cast

from rich.console import Console, ConsoleOptions, JustifyMethod, RenderableType
from rich.segment import Segment
from rich.table import Table
from rich.text import Text

from watchbill.cli.output import ReaderGone, record_text
from watchbill.kernel.problems import BadInput
from watchbill.records.tours import TourKind

_BLANKS_AT_END = re.compile(r" +(?=\n)")
PLAIN_WIDTH = 1_000
"""Columns where no terminal says how many it has: nothing is folded or cut."""

TOUR_STYLE = {
    TourKind.DAY: "black on #f2c14e",
    TourKind.EVENING: "black on #e08e45",
    TourKind.NIGHT: "white on #35507a",
}
LEAVE_STYLE = "black on #b9b9b9"


_COMMANDS = {
    code: "\N{REPLACEMENT CHARACTER}"
    for code in (*range(0x20), *range(0x7F, 0xA0), *range(0xD800, 0xE000))
    if chr(code) != "\n"
}
"""Characters that command a terminal, or that no encoding has."""


class _Trimmed:
    """A stream whose lines end where their text ends, not where a table's column does."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, text: str) -> int:
        """Each print comes in one piece that ends with its line."""
        return self._stream.write(_BLANKS_AT_END.sub("", text))

    def flush(self) -> None:
        """What was written reaches the stream."""
        self._stream.flush()

    def __getattr__(self, name: str) -> object:
        return getattr(self._stream, name)


class _Console(Console):
    """A console that shows texts of files as they are, none of them a command to the terminal.

    Its reader may go away.
    """

    def render(
        self, renderable: RenderableType, options: ConsoleOptions | None = None
    ) -> Iterator[Segment]:
        for text, style, control in super().render(renderable, options):
            yield Segment(text if control else text.translate(_COMMANDS), style, control)

    def on_broken_pipe(self) -> None:
        raise ReaderGone


def console(*, stderr: bool = False, plain: bool = False) -> Console:
    """Where to print: colours and the window's width only where a person looks."""
    stream = sys.stderr if stderr else sys.stdout
    plain = plain or not stream.isatty()
    return _Console(
        file=cast(TextIO, _Trimmed(stream)) if plain else stream,
        width=PLAIN_WIDTH if plain else None,
        force_terminal=False if plain else None,
        no_color=True if plain else None,
        highlight=False,
        markup=False,
        emoji=False,
    )


def grid(*columns: str, title: str | None = None, right: Sequence[str] = ()) -> Table:
    """An empty table with these heads; those in ``right`` hold figures."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False, title_style="bold")
    for column in columns:
        justify: JustifyMethod = "right" if column in right else "left"
        table.add_column(column, justify=justify, header_style="bold", overflow="fold")
    return table


def tour_mark(code: str, kind: TourKind) -> Text:
    """A tour's letter in its colour."""
    return Text(f" {code} ", style=TOUR_STYLE[kind])


def visible(text: str) -> str:
    """``text`` on one line, with characters that would command a terminal written out."""
    return "".join(
        repr(letter)[1:-1] if unicodedata.category(letter) in {"Cc", "Cs"} else letter
        for letter in text
    )


def show_problems(bad: BadInput, *, as_json: bool = False) -> None:
    """Every problem of a bad input on standard error: place, what is wrong, what would do.

    As JSON it is one :class:`~watchbill.contract.problem.ProblemsRecord`.
    """
    if as_json:
        from watchbill.contract.problem import ProblemsRecord, problem_records

        sys.stderr.write(record_text(ProblemsRecord(problems=problem_records(bad))))
        return
    out = console(stderr=True)
    for problem in bad.problems:
        line = Text.assemble((visible(problem.place), "bold"), ": ")
        if problem.path:
            line.append(f"{visible(problem.path)}: ", style="cyan")
        line.append(visible(problem.message))
        out.print(line, soft_wrap=True)
        for label, value, style in (
            ("found", problem.found, "red"),
            ("allowed", problem.allowed, "green"),
            ("did you mean", problem.suggestion, "bold green"),
        ):
            if value is not None:
                shown = Text.assemble(f"    {label}: ", (visible(value), style))
                out.print(shown, soft_wrap=True)
    count = len(bad.problems)
    out.print(Text(f"{count} problem{'s' if count > 1 else ''}: nothing was done.", style="bold"))
