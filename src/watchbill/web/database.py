"""Which database: SQLite in the home folder, or PostgreSQL by one setting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from watchbill.kernel.problems import BadInput, Problem
from watchbill.store.database import DATABASE_FILE, FORM, SETTING, WAIT


@dataclass(frozen=True, slots=True)
class DatabaseSettings:
    """A database: Django's settings for it, and how people are told which it is."""

    settings: dict[str, Any]
    words: str

    @property
    def file(self) -> Path | None:
        """The file of SQLite; none for PostgreSQL."""
        name = self.settings["NAME"]
        return name if isinstance(name, Path) else None


def sqlite_in(home: Path) -> DatabaseSettings:
    """The file in the home folder."""
    file = home / DATABASE_FILE
    settings = {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "OPTIONS": {
            # Readers go on while one writes, and a writer waits for its turn.
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
            "transaction_mode": "IMMEDIATE",
            "timeout": WAIT,
        },
    }
    return DatabaseSettings(settings, f"SQLite, {file}")


def read(url: str) -> DatabaseSettings:
    """PostgreSQL at an address. Raises :class:`ValueError` where the text is none."""
    parts = urlsplit(url)
    name = unquote(parts.path.lstrip("/"))
    try:
        port = parts.port
    except ValueError as error:
        raise ValueError(FORM) from error
    if parts.scheme not in {"postgresql", "postgres"} or not name or "/" in name:
        raise ValueError(FORM)
    settings = {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(port or ""),
        "OPTIONS": {"connect_timeout": 10},
    }
    host = f"{parts.hostname or 'this machine'}{f':{port}' if port else ''}"
    return DatabaseSettings(settings, f"PostgreSQL, {name} at {host}")


@contextmanager
def faults_told(database: DatabaseSettings) -> Iterator[None]:
    """Tells what the database refuses as :class:`BadInput`, in one sentence with a way out."""
    from django.db import DatabaseError

    try:
        yield
    except (DatabaseError, OSError) as error:
        reason = " ".join(str(error).split()) or type(error).__name__
        if database.file is None:
            message = f"the database cannot be used: {reason}"
            allowed = f"a PostgreSQL that runs, where {SETTING} says; without it, SQLite"
            problem = Problem(database.words, None, "", message, allowed=allowed)
        else:
            message = f"the database cannot be used: {reason}; may its folder be written?"
            problem = Problem(str(database.file), None, "", message)
        raise BadInput([problem]) from error
