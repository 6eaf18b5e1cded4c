"""A ledger in a file, and what stands beside it in a file beside it.

Writers wait for each other at the ledger file; whoever reads waits for the one who is writing.
"""

from __future__ import annotations

import fcntl
import os
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.beside import Beside
from watchbill.ledger.chain import Head, Row
from watchbill.store.base import Moved, Store
from watchbill.store.lines import beside_lines, read_beside, read_rows, row_lines

MAX_BYTES = 200_000_000
SUFFIX = ".jsonl"


class FileStore(Store):
    """The ledger in the file ``path``; none is begun before its first rows are written.

    ``unfinished`` is how many bytes stood behind the last row that counts, when last read.
    """

    def __init__(self, path: Path, name: str | None = None) -> None:
        super().__init__(name or str(path))
        self._path = path.resolve()
        self._beside_path = self._path.with_name(
            self._path.name.removesuffix(SUFFIX) + ".beside" + SUFFIX
        )
        self._mark = (0, 0)
        """Number of the last row read, and the byte where it begins: reading goes on there."""
        self._end = 0
        self._inode: tuple[int, int] | None = None
        self.unfinished = 0

    def head(self) -> Head | None:
        rows = self.rows(max(self._mark[0] - 1, 0))
        return rows[-1].head if rows else None

    def rows(self, after: int = 0) -> list[Row]:
        with self._told("read"):
            try:
                file = self._path.open("rb")
            except FileNotFoundError:
                return []
            with file:
                fcntl.flock(file, fcntl.LOCK_SH)
                return [row for row in self._read(file, after) if row.number > after]

    def beside(self, digests: Iterable[str] | None = None) -> list[Beside]:
        with self._told("read", self._beside_path):
            kept, _ = self._read_beside()
        if digests is None:
            return kept
        wanted = set(digests)
        return [one for one in kept if one.digest in wanted]

    def erase(self, digests: Iterable[str]) -> int:
        wanted = set(digests)
        with self._told("written", self._beside_path), self._locked() as (_, __):
            kept, _ = self._read_beside()
            left = [Beside(one.digest, None) if one.digest in wanted else one for one in kept]
            if left != kept:
                _replace(self._beside_path, beside_lines(left))
        return sum(one != before for one, before in zip(left, kept, strict=True))

    def unguarded(self) -> list[str]:
        return []

    def _write(
        self,
        expected: Head | None,
        rows: Sequence[Row],
        beside: Sequence[Beside],
        *,
        together: bool,
    ) -> None:
        with self._told("written"), self._locked(create=expected is None) as (file, is_new):
            standing = self._read(file, max(self._mark[0] - 1, 0))
            if (standing[-1].head if standing else None) != expected:
                raise Moved
            end = self._end
            try:
                if beside:
                    self._add_beside(beside)
                _add(file, end, row_lines(rows, together=together))
                if is_new:
                    _sync_folder(self._path.parent)
            except BaseException:
                if not end:  # what was not begun whole is no ledger: the next try makes it
                    with suppress(OSError):
                        self._path.unlink()
                raise

    def _read(self, file: IO[bytes], after: int) -> list[Row]:
        """Rows from ``after`` on, or from the mark, which is set anew; the lock is held."""
        status = os.fstat(file.fileno())
        if self._inode != (status.st_dev, status.st_ino):
            self._inode, self._mark = (status.st_dev, status.st_ino), (0, 0)
        if status.st_size > MAX_BYTES:
            raise _refused(self.name, "it is too large", f"at most {MAX_BYTES:,} bytes")
        number, start = self._mark
        if after < number - 1 or start >= status.st_size:
            number, start = 0, 0
        file.seek(start)
        data = file.read()
        read = read_rows(data, self.name, max(number, 1))
        self._end = start + read.end
        self.unfinished = len(data) - read.end
        if read.rows:
            self._mark = (read.rows[-1].number, start + read.last)
        return list(read.rows)

    def _read_beside(self) -> tuple[list[Beside], int]:
        try:
            data = self._beside_path.read_bytes()
        except FileNotFoundError:
            return [], 0
        return read_beside(data, str(self._beside_path))

    def _add_beside(self, beside: Sequence[Beside]) -> None:
        """Adds lines to the file beside: before the rows that name them, never after."""
        _, end = self._read_beside()
        is_new = not self._beside_path.exists()
        with self._beside_path.open("r+b" if end else "wb", buffering=0) as file:
            _add(file, end, beside_lines(beside))
        if is_new:
            _sync_folder(self._path.parent)

    @contextmanager
    def _locked(self, *, create: bool = False) -> Iterator[tuple[IO[bytes], bool]]:
        """The ledger file, which nobody else writes meanwhile, and whether it was made just now."""
        while True:
            is_new = create and not self._path.exists()
            flags = os.O_RDWR | (os.O_CREAT if create else 0)
            with open(os.open(self._path, flags, 0o666), "r+b", buffering=0) as file:
                fcntl.flock(file, fcntl.LOCK_EX)
                if _is_still(self._path, file):  # else its maker gave up, and took it away
                    yield file, is_new
                    return

    @contextmanager
    def _told(self, verb: str, path: Path | None = None) -> Iterator[None]:
        """What the system refuses, as a sentence."""
        try:
            yield
        except OSError as error:
            name = self.name if path is None else str(path)
            raise _refused(
                name, f"the ledger cannot be {verb}: {error.strerror or error}"
            ) from error


def _add(file: IO[bytes], end: int, lines: bytes) -> None:
    """Writes lines from byte ``end`` on, in place of what stands there, all of them or none."""
    try:
        file.seek(max(end - 1, 0))
        if end and file.read(1) != b"\n":
            lines = b"\n" + lines
        file.seek(end)
        file.truncate()
        left = memoryview(lines)
        while left:
            left = left[file.write(left) :]
        os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):
            file.truncate(end)
        raise


def _replace(path: Path, data: bytes) -> None:
    """Writes a file anew: whoever reads it has the old one or the new one whole."""
    descriptor, name = tempfile.mkstemp(prefix=path.name, dir=path.parent)
    try:
        with open(descriptor, "wb") as file:
            os.fchmod(descriptor, path.stat().st_mode & 0o777)
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        os.replace(name, path)
    except BaseException:
        with suppress(OSError):
            os.unlink(name)
        raise
    _sync_folder(path.parent)


def _sync_folder(folder: Path) -> None:
    """The name of a new file is on the disk once its folder is."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _is_still(path: Path, file: IO[bytes]) -> bool:
    try:
        named, status = path.stat(), os.fstat(file.fileno())
    except FileNotFoundError:
        return False
    return (named.st_dev, named.st_ino) == (status.st_dev, status.st_ino)


def _refused(name: str, message: str, allowed: str | None = None) -> BadInput:
    return BadInput([Problem(name, None, "", message, allowed=allowed)])
