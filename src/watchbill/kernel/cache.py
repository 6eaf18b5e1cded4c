"""What takes long to make again, kept by what it was made of: a folder of this user's own.

Nothing rests on it: what is damaged, or written by anybody else, is not there, and is made again.
A key names all that its value was made of, the version of the program (:func:`program_version`)
among it, since a value may be a pickle.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

MOST_BYTES = 256_000_000
"""Of all that is kept together; what was asked for longest ago goes first."""
_DIGEST_BYTES = hashlib.sha256().digest_size
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH
_DRAFT = "draft-"


class Cache:
    """Values by key in a folder, ``most`` bytes at most; the folder is made when first needed.

    What cannot be kept, on a full disk or in a folder that may not be written, is not kept.
    """

    def __init__(self, folder: Path, most: int = MOST_BYTES) -> None:
        self._folder = folder
        self._most = most

    def get(self, key: str) -> bytes | None:
        """The value put under the key; ``None`` where there is none that can be trusted."""
        path = self._path(key)
        if not _is_own(self._folder):
            return None
        try:
            with open(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
                if not _is_own(file.fileno()):
                    return None
                data = file.read()
        except OSError:
            return None
        digest, value = data[:_DIGEST_BYTES], data[_DIGEST_BYTES:]
        if digest != _digest(key, value):
            with suppress(OSError):
                path.unlink()
            return None
        with suppress(OSError):
            os.utime(path)
        return value

    def has(self, key: str) -> bool:
        """Whether something is kept under the key, whole or not."""
        return self._path(key).exists()

    def put(self, key: str, value: bytes) -> None:
        """Keeps the value under the key, whole or not at all, in place of an earlier one."""
        if len(value) + _DIGEST_BYTES > self._most:
            return
        with suppress(OSError):
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not _is_own(self._folder):
                return
            descriptor, name = tempfile.mkstemp(prefix=_DRAFT, dir=self._folder)
            try:
                with open(descriptor, "wb") as file:
                    file.write(_digest(key, value) + value)
                os.replace(name, self._path(key))
            except BaseException:
                os.unlink(name)
                raise
            self._make_room()

    def _path(self, key: str) -> Path:
        return self._folder / hashlib.sha256(key.encode()).hexdigest()

    def _make_room(self) -> None:
        kept = sorted(self._kept())
        over = sum(size for _, size, _ in kept) - self._most
        for _, size, path in kept:
            if over <= 0:
                return
            with suppress(OSError):
                path.unlink()
            over -= size

    def _kept(self) -> Iterator[tuple[float, int, Path]]:
        with os.scandir(self._folder) as entries:
            for entry in entries:
                with suppress(OSError):
                    status = entry.stat(follow_symlinks=False)
                    yield status.st_mtime, status.st_size, Path(entry.path)


def cache_here() -> Cache:
    """The cache of this place: in the home folder that ``WATCHBILL_HOME`` names, or ``./var``."""
    return Cache(Path(os.environ.get("WATCHBILL_HOME") or "var").resolve() / "cache")


@lru_cache(maxsize=1)
def program_version() -> str:
    """What changes with any file of the program, and with the Python that runs it."""
    package = Path(__file__).parent.parent
    files = sorted(_program_files(str(package)))
    return hashlib.sha256(repr((sys.version, files)).encode()).hexdigest()


def _program_files(folder: str) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name != "__pycache__":
                    yield from _program_files(entry.path)
            else:
                status = entry.stat()
                yield entry.path, status.st_size, status.st_mtime_ns


def _digest(key: str, value: bytes) -> bytes:
    """Over the key as well: a value that lies under another key's name is none."""
    return hashlib.sha256(key.encode() + b"\n" + value).digest()


def _is_own(place: Path | int) -> bool:
    """Whether this user alone may have written there: who reads a pickle trusts its writer."""
    try:
        status = os.stat(place)
    except OSError:
        return False
    return status.st_uid == os.geteuid() and not status.st_mode & _OTHERS_MAY_WRITE
