"""Entries read from their rows when they are asked for, and not before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from watchbill.kernel.clock import Instant
from watchbill.ledger.chain import Row
from watchbill.ledger.entry import Entry


class ReadEntries(Sequence[Entry]):
    """The entries of rows that stand, and of those added since: each is read once.

    A ledger of years has many more entries than a question needs. Reading one raises
    :class:`BadInput` where it cannot be read.
    """

    def __init__(self, rows: Sequence[Row], added: tuple[Entry, ...] = ()) -> None:
        self._rows = rows
        self._added = added
        self._read: dict[int, Entry] = {}

    def plus(self, *entries: Entry) -> ReadEntries:
        """With more entries; what was read already is shared."""
        more = ReadEntries(self._rows, (*self._added, *entries))
        more._read = self._read
        return more

    def until(self, number: int) -> ReadEntries:
        """The first so many entries; what was read already is shared."""
        rows = self._rows[:number]
        fewer = ReadEntries(rows, self._added[: max(0, number - len(rows))])
        fewer._read = self._read
        return fewer

    def that_matter_by(self, instant: Instant) -> tuple[Entry, ...]:
        """Those known by then, with every correction, in their order: the others are not read."""
        rows = (place for place, row in enumerate(self._rows) if row.matters_by(instant))
        return (*map(self._at, rows), *self._added)

    def digest(self, number: int) -> str | None:
        """The digest that seals entry ``number``, where it stands sealed."""
        return self._rows[number - 1].digest if 0 < number <= len(self._rows) else None

    def __len__(self) -> int:
        return len(self._rows) + len(self._added)

    @overload
    def __getitem__(self, place: int) -> Entry: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Entry, ...]: ...

    def __getitem__(self, place: int | slice) -> Entry | tuple[Entry, ...]:
        if isinstance(place, slice):
            return tuple(self._at(number) for number in range(*place.indices(len(self))))
        if not -len(self) <= place < len(self):
            raise IndexError(place)
        return self._at(place % len(self))

    def __iter__(self) -> Iterator[Entry]:
        return (self._at(place) for place in range(len(self)))

    def _at(self, place: int) -> Entry:
        if place >= len(self._rows):
            return self._added[place - len(self._rows)]
        if place not in self._read:
            self._read[place] = self._rows[place].entry
        return self._read[place]
