"""The lines of a ledger file, and of the file beside it: JSON, a row a line.

An entry is ``{"entry": TEXT, "digest": DIGEST}``, with ``"more": true`` where the next line was
entered together with it; what stands beside is ``{"beside": TEXT, "digest": DIGEST}``, the text
``null`` where it was erased.

A line counts once it is whole, and lines entered together once the last of them is: what a killed
writer left half written was acknowledged to nobody, is not read, and gives way to the next row.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.beside import Beside
from watchbill.ledger.chain import Row

FIRST_BUILD = "ledger"
"""The key of a first line that ledgers had once, before their first entry named the service."""
MOST_PROBLEMS = 20
NO_ROW = "this is not a row of a ledger (an entry's text and its digest)"
NO_BESIDE = "this is not a line of what stands beside a ledger (a text and its digest)"
ENTRY = b'{"entry": "'
BESIDE = b'{"beside": '
_decode = json.JSONDecoder().raw_decode


@dataclass(frozen=True, slots=True)
class RowsRead:
    """Rows in their order; how many bytes they take, and where in them the last row begins.

    What follows ``end`` is unfinished.
    """

    rows: tuple[Row, ...]
    end: int
    last: int


def row_lines(rows: Sequence[Row], *, together: bool) -> bytes:
    """The lines of rows, that count together or each alone."""
    last = len(rows) - 1
    lines = (_row_line(row, more=together and place < last) for place, row in enumerate(rows))
    return "".join(lines).encode()


def beside_lines(kept: Iterable[Beside]) -> bytes:
    """The lines of what stands beside."""
    lines = (json.dumps({"beside": one.text, "digest": one.digest}) for one in kept)
    return "".join(f"{line}\n" for line in lines).encode()


def read_rows(data: bytes, name: str, first_line: int = 1) -> RowsRead:
    """The rows whose lines these bytes are, from line ``first_line`` of the file ``name``.

    A row's number is that of its line: what its entry says it is stands under the seal. Raises
    :class:`BadInput` with every line that is no row.
    """
    lines = data.split(b"\n")
    lengths = [len(line) + 1 for line in lines]
    lengths[-1] -= 1
    if not lines[-1]:
        del lines[-1]
    problems: list[Problem] = []
    rows: list[Row] = []
    whole = end = last = at = 0
    for place, (said, length) in enumerate(zip(_all_objects(lines), lengths, strict=False)):
        parsed = _row(said, first_line + place)
        at += length
        if parsed is None:
            if place < len(lines) - 1 or not _is_torn(lines[place], ENTRY, data):
                problems.append(_told(said, name, first_line + place))
            continue
        row, more = parsed
        rows.append(row)
        if not more:
            whole, end, last = len(rows), at, at - length
    if problems:
        raise BadInput(problems[:MOST_PROBLEMS])
    return RowsRead(tuple(rows[:whole]), end, last)


def read_beside(data: bytes, name: str) -> tuple[list[Beside], int]:
    """What stands beside a ledger, and how many bytes of these are whole lines of it.

    Raises :class:`BadInput` with every line that is none.
    """
    lines = data.split(b"\n")
    problems: list[Problem] = []
    kept: list[Beside] = []
    end = 0
    for place, line in enumerate(lines):
        parsed = _beside(_object(line))
        if parsed is not None:
            kept.append(parsed)
            end += len(line) + (place < len(lines) - 1)
        elif place < len(lines) - 1 or (line and not _is_torn(line, BESIDE, data)):
            problems.append(Problem(name, place + 1, "", NO_BESIDE))
    if problems:
        raise BadInput(problems[:MOST_PROBLEMS])
    return kept, end


def _is_torn(line: bytes, begins: bytes, data: bytes) -> bool:
    """Whether the last line is the beginning of one whose writer was stopped, without its end.

    A whole object with something else behind it is no such beginning.
    """
    if not data.endswith(line) or not line.startswith(begins[: len(line)]):
        return False
    try:
        _decode(line.decode("ascii"))
    except ValueError as error:
        return isinstance(error, json.JSONDecodeError)
    return False


def _all_objects(lines: Sequence[bytes]) -> Sequence[object]:
    """What each line says. All are read at once, which is quicker; one by one where one is
    damaged."""
    try:
        said = json.loads(b"[" + b",".join(lines) + b"]")
        if len(said) == len(lines):
            return said  # type: ignore[no-any-return]
    except (ValueError, RecursionError):
        pass
    return [_object(line) for line in lines]


def _object(line: bytes) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _row(said: object, number: int) -> tuple[Row, bool] | None:
    """The row, and whether the next line was entered together with it."""
    if not isinstance(said, dict) or not said.keys() <= {"entry", "digest", "more"}:
        return None
    text, digest, more = said.get("entry"), said.get("digest"), said.get("more", False)
    if not (isinstance(text, str) and isinstance(digest, str) and type(more) is bool):
        return None
    return Row(number, text, digest), more


def _beside(said: object) -> Beside | None:
    if not isinstance(said, dict) or said.keys() != {"beside", "digest"}:
        return None
    text, digest = said["beside"], said["digest"]
    if not isinstance(digest, str) or not (text is None or isinstance(text, str)):
        return None
    return Beside(digest, text)


def _told(said: object, name: str, place: int) -> Problem:
    if place == 1 and isinstance(said, dict) and isinstance(said.get(FIRST_BUILD), str):
        message = "this ledger is of the first build, which kept its service elsewhere"
        allowed = f"watchbill take-over {name} makes one of today's of it"
        return Problem(name, place, "", message, allowed=allowed)
    return Problem(name, place, "", NO_ROW)


def _row_line(row: Row, *, more: bool) -> str:
    # ASCII: a line cut off anywhere is still text.
    data: dict[str, object] = {"entry": row.text, "digest": row.digest}
    return json.dumps(data | {"more": True} if more else data) + "\n"
