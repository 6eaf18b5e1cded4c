"""A ledger as a file: a first line that names the service, then a row a line, in JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
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
        data = {"entry": row.text, "digest": row.digest}
        yield json.dumps(data, ensure_ascii=False) + "\n"


def read_ledger(path: Path, name: str | None = None) -> LedgerFile:
    """The ledger in a file. Raises :class:`BadInput` with every line that cannot be read.

    Whether its seals hold is another question: :func:`watchbill.ledger.chain.first_broken`.
    """
    name = name or str(path)
    lines = read_text(path, name, MAX_BYTES).splitlines()
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
