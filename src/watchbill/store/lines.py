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
from itertools import count

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

    Raises :class:`BadInput` with every line that is none.
    """
    problems: list[Problem] = []
    rows: list[Row] = []
    whole = end = last = at = 0
    for place, line, length in _lines(data, first_line):
        parsed = _row(line)
        if parsed is None:
            if not _is_torn(line, ENTRY, data, at):
                problems.append(_told(line, name, place))
            at += length
            continue
        row, more = parsed
        rows.append(row)
        at += length
        if not more:
            whole, end, last = len(rows), at, at - length
    if problems:
        raise BadInput(problems[:MOST_PROBLEMS])
    return RowsRead(tuple(rows[:whole]), end, last)


def read_beside(data: bytes, name: str) -> tuple[list[Beside], int]:
    """What stands beside a ledger, and how many bytes of these are whole lines of it.

    Raises :class:`BadInput` with every line that is none.
    """
    problems: list[Problem] = []
    kept: list[Beside] = []
    end = at = 0
    for place, line, length in _lines(data, 1):
        parsed = _beside(line)
        if parsed is not None:
            kept.append(parsed)
            end = at + length
        elif not _is_torn(line, BESIDE, data, at):
            problems.append(Problem(name, place, "", NO_BESIDE))
        at += length
    if problems:
        raise BadInput(problems[:MOST_PROBLEMS])
    return kept, end


def _lines(data: bytes, first: int) -> Iterable[tuple[int, bytes, int]]:
    """Each line's number, its bytes without the line break, and its length with it."""
    lines = data.split(b"\n")
    if not lines[-1]:
        lines.pop()
        return zip(count(first), lines, (len(line) + 1 for line in lines), strict=False)
    lengths = [len(line) + 1 for line in lines]
    lengths[-1] -= 1
    return zip(count(first), lines, lengths, strict=False)


def _is_torn(line: bytes, begins: bytes, data: bytes, at: int) -> bool:
    """Whether the line is the beginning of one whose writer was stopped: the last one, without
    its end. A whole object with something else behind it is no such beginning."""
    if at + len(line) != len(data) or not line.startswith(begins[: len(line)]):
        return False
    try:
        _decode(line.decode("ascii"))
    except ValueError as error:
        return isinstance(error, json.JSONDecodeError)
    return False


def _row(line: bytes) -> tuple[Row, bool] | None:
    data = _object(line)
    try:
        text, digest, more = data.pop("entry"), data.pop("digest"), data.pop("more", False)
        if data or not (isinstance(text, str) and isinstance(digest, str) and type(more) is bool):
            return None
        number = json.loads(text)["number"]
    except (KeyError, TypeError, ValueError, RecursionError):
        return None
    return (Row(number, text, digest), more) if type(number) is int else None


def _beside(line: bytes) -> Beside | None:
    data = _object(line)
    text, digest = data.get("beside"), data.get("digest")
    if data.keys() != {"beside", "digest"} or not isinstance(digest, str):
        return None
    return Beside(digest, text) if text is None or isinstance(text, str) else None


def _object(line: bytes) -> dict[str, object]:
    """The object of a line; an empty one where it is none, or says a key twice."""
    try:
        pairs = json.loads(line, object_pairs_hook=list)
        data = dict(pairs)
    except (TypeError, ValueError, RecursionError):
        return {}
    return data if line.startswith(b"{") and len(data) == len(pairs) else {}


def _told(line: bytes, name: str, place: int) -> Problem:
    if place == 1 and isinstance(_object(line).get(FIRST_BUILD), str):
        message = "this ledger is of the first build, which kept its service elsewhere"
        allowed = f"watchbill take-over {name} makes one of today's of it"
        return Problem(name, place, "", message, allowed=allowed)
    return Problem(name, place, "", NO_ROW)


def _row_line(row: Row, *, more: bool) -> str:
    # ASCII: a line cut off anywhere is still text.
    data: dict[str, object] = {"entry": row.text, "digest": row.digest}
    return json.dumps(data | {"more": True} if more else data) + "\n"
