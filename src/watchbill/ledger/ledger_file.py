"""A ledger as a file: a first line that names the service, then a row a line, in JSON.

A line counts once its end is written: what a killed writer left half written was acknowledged
to nobody, is not read, and gives way to the next row.
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
    """A service (an id that ships, or the path of a file) and the rows of its ledger."""

    service: str
    rows: tuple[Row, ...]


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
    lines = read_text(path, name, MAX_BYTES).split("\n")[:-1]
    problems: list[Problem] = []
    service = _service(lines, name)
    rows: list[Row] = []
    for place, line in enumerate(lines[1:], 2):
        if not line.strip():
            continue
        row = _row(line)
        if row is None:
            message = "this is not a row of a ledger (an entry's text and its digest)"
            problems.append(Problem(name, place, "", message))
        else:
            rows.append(row)
    if problems:
        raise BadInput(problems[:20])
    return LedgerFile(service, tuple(rows))


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
            rows = more(read_ledger(path, name))
            file.seek(_last_end(file.read()))
            file.truncate()
            file.write("".join(map(_line, rows)).encode())
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        message = f"the ledger cannot be written: {error.strerror}"
        raise BadInput([Problem(name or str(path), None, "", message)]) from error
    return rows


def create_ledger(path: Path, service: str) -> None:
    """A ledger without a row. Raises :class:`BadInput` where the file is there already."""
    try:
        with path.open("x", encoding="utf-8") as file:
            file.writelines(write_ledger(service, ()))
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        message = f"no ledger can be begun here: {error.strerror}"
        raise BadInput([Problem(str(path), None, "", message)]) from error


def _last_end(data: bytes) -> int:
    """Where the last whole line ends."""
    return data.rfind(b"\n") + 1


def _line(row: Row) -> str:
    # ASCII: a line cut off anywhere is still text.
    return json.dumps({"entry": row.text, "digest": row.digest}) + "\n"


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
