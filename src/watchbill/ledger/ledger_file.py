"""A ledger as a file: a first line that names the service, then a row a line, in JSON.

A line counts once its end is written, and rows entered together (a decision with its approval)
count once the last of them is: what a killed writer left half written was acknowledged to nobody,
is not read, and gives way to the next row.
"""

from __future__ import annotations

import fcntl
import json
import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from watchbill.kernel.problems import BadInput, Problem
from watchbill.kernel.textfile import read_text
from watchbill.ledger.chain import Row

MAX_BYTES = 200_000_000


@dataclass(frozen=True, slots=True)
class LedgerFile:
    """A service (an id that ships, or the path of a file) and the rows of its ledger.

    ``unfinished`` are the bytes after the last row that counts.
    """

    service: str
    rows: tuple[Row, ...]
    unfinished: int = 0


def write_ledger(service: str, rows: Iterable[Row]) -> Iterator[str]:
    """The lines of the file."""
    yield json.dumps({"ledger": service}) + "\n"
    for row in rows:
        yield _line(row)


def read_ledger(path: Path, name: str | None = None) -> LedgerFile:
    """The ledger in a file. Raises :class:`BadInput` with every line that cannot be read.

    Whether its seals hold is another question: :func:`watchbill.ledger.chain.first_broken`.
    """
    name = name or str(path)
    text = read_text(path, name, MAX_BYTES)
    *lines, cut = text.split("\n")
    problems: list[Problem] = []
    service = _service(lines, name)
    rows: list[Row] = []
    waiting: list[tuple[Row, str]] = []
    for place, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        row = _row(line)
        if row is None:
            message = "this is not a row of a ledger (an entry's text and its digest)"
            problems.append(Problem(name, place, "", message))
            continue
        waiting.append((row, line))
        if not _has_more(line):
            rows += [one for one, _ in waiting]
            waiting = []
    if problems:
        raise BadInput(problems[:20])
    unfinished = len(cut.encode()) + sum(len(line.encode()) + 1 for _, line in waiting)
    return LedgerFile(service, tuple(rows), unfinished)


def extend_ledger(
    path: Path, more: Callable[[LedgerFile], Sequence[Row]], name: str | None = None
) -> Sequence[Row]:
    """Adds the rows that ``more`` makes of the ledger as it is; on return they are on the disk.

    Writers wait for each other. Where ``more`` raises, nothing is added. Raises
    :class:`BadInput` as :func:`read_ledger` does.
    """
    try:
        with path.open("r+b") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            found = read_ledger(path, name)
            rows = more(found)
            file.seek(-found.unfinished, os.SEEK_END)
            file.truncate()
            last = len(rows) - 1
            lines = (_line(row, more=place < last) for place, row in enumerate(rows))
            file.write("".join(lines).encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        message = f"the ledger cannot be written: {error.strerror}"
        raise BadInput([Problem(name or str(path), None, "", message)]) from error
    return rows


def create_ledger(path: Path, service: str, rows: Iterable[Row] = ()) -> None:
    """A new ledger with these rows. Raises :class:`BadInput` where the file is there already."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.writelines(write_ledger(service, rows))
            file.flush()
            os.fsync(file.fileno())
        folder = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(folder)  # the name of a new file is written with its folder
        finally:
            os.close(folder)
    except OSError as error:
        message = f"no ledger can be begun here: {error.strerror}"
        raise BadInput([Problem(str(path), None, "", message)]) from error


def _line(row: Row, *, more: bool = False) -> str:
    # ASCII: a line cut off anywhere is still text.
    data: dict[str, object] = {"entry": row.text, "digest": row.digest}
    return json.dumps(data | {"more": True} if more else data) + "\n"


def _has_more(line: str) -> bool:
    return json.loads(line).get("more") is True


def _service(lines: list[str], name: str) -> str:
    try:
        service = json.loads(lines[0])["ledger"]
    except (IndexError, KeyError, TypeError, ValueError):
        service = None
    if not isinstance(service, str):
        message = "a ledger's first line names its service"
        raise BadInput([Problem(name, 1, "", message, allowed='{"ledger": "kamloops-cso"}')])
    return service


def _row(line: str) -> Row | None:
    try:
        data = json.loads(line)
        text, digest = data["entry"], data["digest"]
        return Row(int(json.loads(text)["number"]), text, str(digest))
    except (KeyError, TypeError, ValueError):
        return None
