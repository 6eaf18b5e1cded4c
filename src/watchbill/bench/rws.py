"""The benchmark of rotating workforce: solves folders of instances, verifies and times each.

An instance's clock covers reading its file, building and solving its models and turning the
circulation into a rotation. It does not cover imports (made before the first instance) nor the
verifier. The plain model's clock covers building and solving.
"""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from watchbill.bench.files import instances, named
from watchbill.bench.plain_rws import decide_plainly
from watchbill.bench.verify_rws import faults
from watchbill.design.rotation.result import RotationAnswer
from watchbill.design.rotation.rws_file import MAX_BYTES, parse_rws, read_rws
from watchbill.design.rotation.search import decide
from watchbill.kernel.problems import BadInput, Problem
from watchbill.kernel.textfile import read_text
from watchbill.solve.run import Answer
from watchbill.solve.settings import Settings

PLAIN_CORES = 2


@dataclass(frozen=True, slots=True)
class RotationRow:
    """What an instance came to.

    ``seconds`` by the clock; ``faults`` is what the verifier found wrong, and what the two models
    disagree on; ``tours`` gives each letter of the rotation its tour's name. ``plain`` is the
    plain model's answer, where it ran.
    """

    name: str
    file: Path
    answer: Answer
    seconds: float
    solves: int
    weeks: tuple[str, ...] | None
    tours: dict[str, str]
    faults: tuple[str, ...]
    plain: RotationAnswer | None


def run(
    where: Sequence[Path], limit: float = 60.0, peer_limit: float | None = None, seed: int = 1
) -> Iterator[RotationRow]:
    """Decides every instance under ``where`` (folders or files), each as soon as it is asked for.

    ``limit`` in seconds is for each instance. With a ``peer_limit``, the plain model is solved too
    and has so many seconds for each. Every file is read before the first is solved, so bad ones
    are told at once. Raises :class:`BadInput`.
    """
    files = instances(where)
    problems: list[Problem] = []
    for file in files:
        try:
            read_rws(file)
        except BadInput as error:
            problems += error.problems
    if problems:
        raise BadInput(problems)
    # What the imports made would be gone through by the garbage collector again and again, in
    # the time of whichever instance comes next.
    gc.collect()
    gc.freeze()
    return (_row(file, name, limit, peer_limit, seed) for file, name in named(files))


def _row(file: Path, name: str, limit: float, peer_limit: float | None, seed: int) -> RotationRow:
    began = time.perf_counter()
    text = read_text(file, str(file), MAX_BYTES)
    need = parse_rws(text, str(file))
    answer = decide(need, Settings(limit, seed, keep_at_interrupt=False))
    seconds = time.perf_counter() - began
    letters = [tour.letter for tour in need.tours]
    wrong: list[str] = []
    if answer.weeks is not None:
        wrong += faults(text, answer.weeks, letters)
    peer = None
    if peer_limit is not None:
        own = Settings(peer_limit, seed, PLAIN_CORES, keep_at_interrupt=False)
        peer = decide_plainly(need, own)
        if peer.weeks is not None:
            wrong += [f"plain model: {fault}" for fault in faults(text, peer.weeks, letters)]
        if {answer.answer, peer.answer} == {Answer.FOUND, Answer.IMPOSSIBLE}:
            wrong.append(f"{answer.answer}, but the plain model says {peer.answer}")
    tours = {tour.letter: tour.name for tour in need.tours}
    return RotationRow(
        name, file, answer.answer, seconds, answer.solves, answer.weeks, tours, tuple(wrong), peer
    )


def line(row: RotationRow) -> Text:
    """A row as one line of text: name, answer, seconds, and what else there is to say."""
    text = Text(f"{row.name:<16} {row.answer:<10} {row.seconds:8.4f} s")
    if row.plain is not None:
        text.append(f"   plain {row.plain.answer:<10} {row.plain.seconds:9.4f} s")
        if row.plain.answer is Answer.UNDECIDED:
            text.append(f"  over {row.plain.seconds / row.seconds:6.0f} times")
        else:
            text.append(f"       {row.plain.seconds / row.seconds:6.1f} times")
    for fault in row.faults:
        text.append(f"\n  WRONG: {fault}", style="bold red")
    return text


def summary(rows: Sequence[RotationRow]) -> RenderableType:
    """Medians and worst by folder; how much faster than the plain model, where it ran."""
    compared = any(row.plain is not None for row in rows)
    table = Table(box=None, pad_edge=False)
    headings = ["Folder", "Instances", "Decided", "Median s", "Worst s"]
    if compared:
        headings += ["Plain: decided", "Plain: median s", "Median times faster", "Slower on"]
    for heading in headings:
        table.add_column(heading, justify="left" if heading == "Folder" else "right")
    folders = list(dict.fromkeys(row.file.parent for row in rows))
    groups = [(folder.name or str(folder), [r for r in rows if r.file.parent == folder])
              for folder in folders]  # fmt: skip
    if len(groups) > 1:
        groups.append(("all", list(rows)))
    for name, group in groups:
        seconds = [row.seconds for row in group]
        cells = [name, str(len(group)), str(_decided(row.answer for row in group))]
        cells += [f"{statistics.median(seconds):.4f}", f"{max(seconds):.4f}"]
        if compared:
            cells += _comparison(group)
        table.add_row(*cells)
    return table


def _comparison(group: Sequence[RotationRow]) -> list[str]:
    pairs = [(row.seconds, row.plain) for row in group if row.plain is not None]
    if not pairs:
        return ["", "", "", ""]
    times = statistics.median(plain.seconds / seconds for seconds, plain in pairs)
    # Below a tenth of a second neither keeps anybody waiting.
    slower = sum(plain.seconds > 0.1 and seconds > plain.seconds for seconds, plain in pairs)
    median = statistics.median(plain.seconds for _, plain in pairs)
    decided = _decided(plain.answer for _, plain in pairs)
    # Where the plain model was stopped at its limit, it would have taken longer still.
    least = "at least " if decided < len(pairs) else ""
    return [str(decided), f"{least}{median:.4f}", f"{least}{times:.0f}", str(slower)]


def _decided(answers: Iterable[Answer]) -> int:
    return sum(answer is not Answer.UNDECIDED for answer in answers)
