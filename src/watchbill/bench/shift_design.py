"""The benchmark of shift design: tours for folders of instances, each goal recomputed.

An instance's clock covers reading its file, building its model and solving it. It covers neither
imports nor the verifier.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from pathlib import Path

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from watchbill.bench.files import instances, named
from watchbill.bench.verify_shift_design import check
from watchbill.design.tours.dzn_file import MAX_BYTES, parse_dzn, read_dzn
from watchbill.design.tours.problem import TourNeed
from watchbill.design.tours.search import TourDesign, design_tours
from watchbill.kernel.clock import length_text, time_text
from watchbill.kernel.problems import BadInput, Problem
from watchbill.kernel.textfile import read_text
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer
from watchbill.solve.settings import Settings

CORES = 2


@dataclass(frozen=True, slots=True)
class TourRow:
    """What an instance came to; ``faults`` is what the verifier found wrong."""

    name: str
    file: Path
    need: TourNeed
    design: TourDesign
    seconds: float
    faults: tuple[str, ...]


def run(
    where: Sequence[Path],
    limit: float = 60.0,
    seed: int = 1,
    bounded: bool | None = None,
    watch: Watch | None = None,
) -> Iterator[TourRow]:
    """Designs tours for every instance under ``where``, each as soon as it is asked for.

    ``limit`` in seconds is for each. ``bounded`` covers demand in full; by default that is so for
    files that put no price on being short, for nobody at all would be their best design. Every
    file is read before the first is solved. Raises :class:`BadInput`.
    """
    files = instances(where, ".dzn")
    problems: list[Problem] = []
    for file in files:
        try:
            read_dzn(file)
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(problems)
    return (_row(file, name, limit, seed, bounded, watch) for file, name in named(files))


def _row(
    file: Path, name: str, limit: float, seed: int, bounded: bool | None, watch: Watch | None
) -> TourRow:
    began = time.perf_counter()
    text = read_text(file, str(file), MAX_BYTES)
    need = parse_dzn(text, str(file))
    need = replace(need, bounded=not need.weights.under if bounded is None else bounded)
    design = design_tours(need, Settings(limit, seed, CORES), watch, race=True)
    seconds = time.perf_counter() - began
    return TourRow(name, file, need, design, seconds, tuple(_faults(text, need, design)))


def _faults(text: str, need: TourNeed, design: TourDesign) -> list[str]:
    if design.parts is None:
        return []
    checked = check(text, in_minutes(need, design), need.bounded)
    parts = design.parts
    claimed = (design.goal, parts.under, parts.over, parts.duties, parts.tours)
    wrong = [] if claimed == checked[:5] else [f"goal and parts are {claimed}, not {checked[:5]}"]
    return checked.faults + wrong


def in_minutes(need: TourNeed, design: TourDesign) -> list[tuple[int, int, tuple[int, ...]]]:
    """Start, length (both in minutes) and people by day of each tour of the design."""
    return [
        (one.tour.start * need.slot, one.tour.length * need.slot, one.people)
        for one in design.staffed
    ]


def _number(value: Fraction | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value.denominator == 1 else round(float(value), 6)


def line(row: TourRow) -> Text:
    """A row as one line of text, and a line for each of its tours."""
    design, parts = row.design, row.design.parts
    text = Text(f"{row.name:<18} {design.answer:<10}")
    if parts is None:
        return text.append(f"{row.seconds:32.2f} s")
    text.append(f" goal {_figure(design.goal):>9}   bound {_figure(design.bound):>9}")
    text.append(f"   gap {100 * (design.gap or 0):5.2f} %   {row.seconds:7.2f} s")
    weights = row.need.weights
    text.append(
        f"\n  under {parts.under:,} min x {weights.under},"
        f" over {parts.over:,} min x {weights.over},"
        f" duties a week outside {_figure(parts.duties)} x {weights.duties},"
        f" tours {parts.tours} x {weights.tours}"
    )
    if row.need.bounded:
        text.append("; demand in full, duties within their limits")
    for start, length, people in in_minutes(row.need, design):
        counts = " ".join(f"{count:>3}" for count in people)
        text.append(f"\n    {time_text(start)}  {length_text(length):>6}  {counts}", style="dim")
    for fault in row.faults:
        text.append(f"\n  WRONG: {fault}", style="bold red")
    return text


def _figure(value: Fraction | None) -> str:
    number = _number(value)
    return "" if number is None else f"{number:,}" if isinstance(number, int) else f"{number:,.3f}"


def summary(rows: Sequence[TourRow]) -> RenderableType:
    """How many designs are proved best, and the widest gap, by folder."""
    table = Table(box=None, pad_edge=False)
    for heading in ("Folder", "Instances", "With a design", "Proved best", "Widest gap", "Seconds"):
        table.add_column(heading, justify="left" if heading == "Folder" else "right")
    for folder in dict.fromkeys(row.file.parent for row in rows):
        group = [row for row in rows if row.file.parent == folder]
        gaps = [row.design.gap or 0.0 for row in group if row.design.parts is not None]
        best = sum(row.design.answer in (Answer.BEST, Answer.IMPOSSIBLE) for row in group)
        seconds = sum(row.seconds for row in group)
        widest = f"{100 * max(gaps, default=0.0):.2f} %"
        name = folder.name or str(folder)
        table.add_row(name, str(len(group)), str(len(gaps)), str(best), widest, f"{seconds:.1f}")
    return table
