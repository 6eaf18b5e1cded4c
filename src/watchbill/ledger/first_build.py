"""Entries of ledgers of the first build, as they were written and sealed there.

Such a ledger kept entries alone: its service stood in files beside it. An entry had one time, at
which the ledger learnt of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from watchbill.kernel.clock import Instant
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.chain import Row, first_broken

_KEYS = {"number", "known", "by", "why", "event", "corrects"}


@dataclass(frozen=True, slots=True)
class FirstEntry:
    """One entry; ``fields`` are those of an event of kind ``kind``, as they were written.

    ``kind`` is empty for a correction that takes an entry back.
    """

    number: int
    known: Instant
    by: str
    why: str
    kind: str
    fields: dict[str, Any]
    corrects: int | None


def first_entries(rows: Sequence[Row], name: str) -> list[FirstEntry]:
    """The entries of these rows, every seal of which holds.

    Raises :class:`BadInput` at the first that does not, and for what cannot be read.
    """
    broken = first_broken(rows)
    if broken is not None:
        message = f"the ledger is broken at entry {broken.number}: {broken.reason}"
        raise BadInput([Problem(name, None, "", message)])
    return [_read(row, name) for row in rows]


def standing_first(entries: Iterable[FirstEntry]) -> list[FirstEntry]:
    """The entries that stand, corrections carried out, in their order."""
    place: dict[int, int] = {}
    standing: dict[int, FirstEntry] = {}
    for entry in entries:
        at = entry.number if entry.corrects is None else place[entry.corrects]
        place[entry.number] = at
        standing[at] = entry
    return [entry for _, entry in sorted(standing.items()) if entry.kind]


def _read(row: Row, name: str) -> FirstEntry:
    try:
        data = json.loads(row.text)
        if set(data) != _KEYS or data["number"] != row.number:
            raise ValueError("an entry has these keys and its own number")
        event = data["event"] or {}
        ((kind, fields),) = event.items() if event else (("", {}),)
        return FirstEntry(
            row.number, Instant(int(data["known"])), str(data["by"]), str(data["why"]),
            str(kind), dict(fields), data["corrects"],
        )  # fmt: skip
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        message = "this is no entry of a ledger of the first build"
        raise BadInput([Problem(name, None, f"entry {row.number}", message)]) from error
