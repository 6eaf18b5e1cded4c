"""What every store of a ledger does, and in what alone a file and a database differ.

A writer reads the rows, judges what is to be entered on them without any lock, seals it after the
head that it saw, and appends. Where another was quicker the store says so (:class:`Moved`), and
the writer judges again on what stands now: the lock is held for the writing alone.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.beside import Beside
from watchbill.ledger.chain import Head, Row, first_broken

T = TypeVar("T")


class Moved(Exception):  # noqa: N818  no error: another writer was quicker
    """The ledger's head is another now than the one that the rows to be added follow."""


class Store(ABC):
    """One ledger as it is kept: its rows in their order, and what stands beside them.

    Every method raises :class:`BadInput`, in a sentence, where what keeps the ledger cannot be
    read or written. Readers wait for nobody's judgement, and see whole writings only.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        """What its user calls it: the path of a file, or a service's name."""
        self._verified: Head | None = None
        """The last row whose seal, and the seals before it, were seen to hold."""

    @abstractmethod
    def head(self) -> Head | None:
        """The last row's number and digest; ``None`` for a ledger that is not begun."""

    @abstractmethod
    def rows(self, after: int = 0) -> list[Row]:
        """The rows with greater numbers than ``after``, as kept: no seal is looked at."""

    @abstractmethod
    def beside(self, digests: Iterable[str] | None = None) -> list[Beside]:
        """What is kept beside the ledger of these digests; all of it where none are named.

        What was erased is among it, without its text; what is lost is not.
        """

    @abstractmethod
    def erase(self, digests: Iterable[str]) -> int:
        """Erases the texts kept under these digests; how many there were."""

    @abstractmethod
    def unguarded(self) -> list[str]:
        """What the store itself should refuse and does not, a sentence each."""

    @abstractmethod
    def _write(
        self,
        expected: Head | None,
        rows: Sequence[Row],
        beside: Sequence[Beside],
        *,
        together: bool,
    ) -> None:
        """Adds the rows; on return they are on the disk, and where this raises none is.

        Raises :class:`Moved` where the head is not ``expected``.
        """

    def sealed(self, after: int = 0) -> list[Row]:
        """The rows after that number, every seal up to the last of them seen to hold.

        What was verified before is not verified again. Raises :class:`BadInput` where a seal is
        broken, or the ledger no longer has the row up to which it was verified.
        """
        last = self._verified
        start = min(after, last.number - 1) if last else 0
        rows = self.rows(start)
        fresh = rows
        if last is not None:
            fresh = rows[last.number - start :]
            if len(rows) < last.number - start or rows[last.number - start - 1].head != last:
                message = f"entry {last.number} is gone or changed since it was read"
                raise BadInput([Problem(self.name, None, "", message)])
        broken = first_broken(fresh, last)
        if broken is not None:
            message = f"the ledger is broken at entry {broken.number}: {broken.reason}"
            raise BadInput([Problem(self.name, None, "", message)])
        if fresh:
            self._verified = fresh[-1].head
        return rows[after - start :]

    def append(
        self,
        expected: Head | None,
        rows: Sequence[Row],
        beside: Sequence[Beside] = (),
        *,
        together: bool = True,
    ) -> None:
        """Adds rows that follow the head ``expected``; on return they are on the disk.

        Rows of one act go ``together``: nobody ever reads some of them, even after an accident.
        Rows of many, as those of a whole ledger, each stand alone.

        Raises :class:`Moved`, and adds nothing, where the head is another by now, and
        :class:`BadInput` where the ledger is broken: nothing is sealed on top of a broken row.
        """
        if not rows:
            raise ValueError("there is no row to add")
        if first_broken(rows, expected) is not None:
            raise ValueError(f"these rows do not follow {expected}")
        if self._verified != expected:
            self.sealed(self._verified.number if self._verified else 0)
        if self._verified != expected:
            raise Moved
        self._write(expected, rows, beside, together=together)
        self._verified = rows[-1].head


def until_added(attempt: Callable[[], T]) -> T:
    """What ``attempt`` comes to, which reads, judges and appends; again where it was overtaken.

    It ends: whenever one is overtaken, another has written.
    """
    while True:
        try:
            return attempt()
        except Moved:
            continue
