"""The seal: each row of the ledger carries a digest over itself and all before it.

Whatever is changed, taken out or put in shows at the first row that no longer fits.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from watchbill.kernel.clock import Instant
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.entry import Entry, read_entry, written

GENESIS = "0" * 64
"""What stands for the digest before the first row."""


class Head(NamedTuple):
    """The last row of a ledger at some time: it stands for all rows before it."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as it is stored: its text, and the digest that seals it (SHA-256, hexadecimal)."""

    number: int
    text: str
    digest: str

    @property
    def head(self) -> Head:
        """The ledger's head where this row is the last."""
        return Head(self.number, self.digest)

    def matters_by(self, instant: Instant) -> bool:
        """Whether the entry was known by then, or says whose place an entry takes; quicker than
        to read all of it."""
        says = json.loads(self.text)
        return bool(says["known"] <= instant or says["corrects"] is not None)

    @property
    def entry(self) -> Entry:
        """What the text says. Raises :class:`BadInput` where it cannot be read."""
        return read_entry(self.text, f"entry {self.number}")


def seal(entry: Entry, before: str) -> Row:
    """The entry's row; ``before`` is the digest of the row before it.

    Raises :class:`BadInput` for a text that is no Unicode.
    """
    return seal_text(entry.number, written(entry), before)


def seal_text(number: int, text: str, before: str) -> Row:
    """The row of an entry that is written already. Raises as :func:`seal` does."""
    try:
        return Row(number, text, _digest(text, before))
    except UnicodeEncodeError as error:
        message = "this is no Unicode text, and could not be read again"
        problem = Problem(f"entry {number}", None, "", message, ascii(error.object[error.start]))
        raise BadInput([problem]) from error


def seal_all(entries: Iterable[Entry]) -> list[Row]:
    """Rows of a whole ledger."""
    return seal_more((), tuple(entries))


def head_of(entries: Iterable[Entry]) -> str:
    """The digest that seals these entries and all that they say."""
    rows = seal_all(entries)
    return rows[-1].digest if rows else GENESIS


def seal_more(rows: Sequence[Row], entries: Sequence[Entry]) -> list[Row]:
    """Rows of the entries that ``rows`` do not have yet."""
    added: list[Row] = []
    before = rows[-1].digest if rows else GENESIS
    for entry in entries[len(rows) :]:
        added.append(seal(entry, before))
        before = added[-1].digest
    return added


@dataclass(frozen=True, slots=True)
class Broken:
    """The first row that does not fit, and in what."""

    number: int
    reason: str


def first_broken(rows: Iterable[Row], after: Head | None = None) -> Broken | None:
    """The first broken link; ``None`` where every row fits.

    ``after`` is the head of rows that were looked at before, which these follow.
    """
    before, expected = (after.digest, after.number + 1) if after else (GENESIS, 1)
    for row in rows:
        if row.number != expected:
            return Broken(expected, f"it is missing, entry {row.number} stands in its place")
        try:
            fits = row.digest == _digest(row.text, before)
        except UnicodeEncodeError:
            fits = False
        if not fits:
            return Broken(expected, _why_not(row))
        before, expected = row.digest, expected + 1
    return None


def _why_not(row: Row) -> str:
    try:
        says = json.loads(row.text)["number"]
    except (KeyError, TypeError, ValueError, RecursionError):
        says = row.number
    if type(says) is int and says != row.number:
        return f"it is missing, entry {says} stands in its place"
    return "its text is not what was sealed, or a row before it is gone"


def _digest(text: str, before: str) -> str:
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()
