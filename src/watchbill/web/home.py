"""The home folder: the secret key in it, and the lock under which it is made ready."""

from __future__ import annotations

import fcntl
import os
import secrets
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from watchbill.kernel.problems import BadInput, Problem

KEY = "secret-key"
KEY_LETTERS = 50


def key_of(home: Path) -> str:
    """The key of this place; where it has none yet, one that ends with this process.

    What serves makes one first, with :func:`make_home`. Raises :class:`BadInput` for a key that
    is empty: whoever may write it may sign in as anybody.
    """
    path = home / KEY
    if not path.exists():
        return secrets.token_urlsafe(KEY_LETTERS)
    found = path.read_text(encoding="ascii", errors="replace").strip()
    if not found:
        message = (
            "the secret key is empty: its writing was cut off; delete this file, and the next"
            " start makes another (who is signed in signs in again)"
        )
        raise BadInput([Problem(str(path), None, "", message)])
    return found


def make_home(home: Path) -> None:
    """The folder with its key, for its owner alone. What is there already stays.

    The key is there whole or not at all, whenever this is killed, and of two that make one at
    the same time both have the same.
    """
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = home / KEY
    if path.exists():
        return
    descriptor, name = tempfile.mkstemp(prefix=f"{KEY}-", dir=home)  # made for the owner alone
    try:
        with open(descriptor, "w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(KEY_LETTERS))
            file.flush()
            os.fsync(file.fileno())
        os.link(name, path)
    except FileExistsError:
        pass  # another was quicker
    finally:
        os.unlink(name)


@contextmanager
def alone(home: Path) -> Iterator[None]:
    """Waits until nobody else makes this home ready, and keeps others waiting meanwhile."""
    with open(home / "making-ready.lock", "a", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # given back when the file is closed, or its owner killed
        yield
