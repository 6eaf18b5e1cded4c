"""A database as the ledger's store sees it: SQLite or PostgreSQL, spoken to in plain SQL.

The tables are made by the web application's migrations; nothing here makes or changes a table.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from watchbill.kernel.problems import BadInput, Problem

Values = Sequence[object]
Run = Callable[[str, Values], list[Any]]
"""Carries out a statement whose values stand as ``%s``, and gives the rows that it gives."""
SETTING = "WATCHBILL_DATABASE"
"""The environment variable that has the address of a PostgreSQL database."""
FORM = "this is not of the form postgresql://user@host:port/name"
DATABASE_FILE = "watchbill.sqlite3"
"""The database in the home folder, where that variable has none."""
WAIT = 20.0
"""Seconds that a writer waits for its turn."""
NOT_READY = "no such table", "does not exist", "no such column"
_ALLOWED = "watchbill store brings a service into it, and makes it ready"


class Database(ABC):
    """A database that ledgers may be kept in; ``words`` is how people are told which."""

    vendor: str
    words: str

    @abstractmethod
    def transaction(self, *, writing: bool) -> AbstractContextManager[Run]:
        """A transaction, all or nothing; one that writes goes alone from its beginning.

        Raises :class:`BadInput` for whatever the database refuses."""

    def refused(self, error: BaseException) -> BadInput:
        """What the database refuses, as a sentence with a way out."""
        reason = " ".join(str(error).split()) or type(error).__name__
        if any(words in reason for words in NOT_READY):
            message = "the database is empty, or of another version"
            return BadInput([Problem(self.words, None, "", message, allowed=_ALLOWED)])
        message = f"the database cannot be used: {reason}{_way_out(reason)}"
        return BadInput([Problem(self.words, None, "", message)])


def _way_out(reason: str) -> str:
    if "locked" in reason:
        return f" by another program for {WAIT:g} seconds; try again"
    if "refused" in reason or "resolve" in reason:
        return "; WATCHBILL_DATABASE says which: without it, SQLite"
    if "readonly" in reason or "read-only" in reason:
        return "; may this user write it, and its folder?"
    return ""


class SqliteFile(Database):
    """The file of an SQLite database; it is not made where it is not."""

    vendor = "sqlite"

    def __init__(self, path: Path, wait: float = WAIT) -> None:
        self.path = path
        self.words = str(path)
        self._wait = wait

    @contextmanager
    def transaction(self, *, writing: bool) -> Iterator[Run]:
        import sqlite3

        if not self.path.exists():
            message = "there is no database here yet"
            raise BadInput([Problem(self.words, None, "", message, allowed=_ALLOWED)])
        address = f"file:{quote(str(self.path))}?mode=rw"
        try:
            with closing(
                sqlite3.connect(address, timeout=self._wait, isolation_level=None, uri=True)
            ) as connection:
                # A writer killed at any moment, or a loss of power, loses nothing that was said.
                connection.execute("PRAGMA synchronous = FULL")
                connection.execute("PRAGMA secure_delete = ON")
                connection.execute("BEGIN IMMEDIATE" if writing else "BEGIN")
                yield _sqlite_run(connection.execute)
                connection.execute("COMMIT")
        except sqlite3.Error as error:
            raise self.refused(error) from error


def _sqlite_run(execute: Callable[[str, Values], Iterable[Any]]) -> Run:
    return lambda statement, values: list(execute(statement.replace("%s", "?"), tuple(values)))


class Postgres(Database):
    """A PostgreSQL database at an address, ``postgresql://user:password@host:port/name``."""

    vendor = "postgresql"

    def __init__(self, address: str, wait: float = WAIT) -> None:
        place = address.partition("://")[2].rpartition("@")[2].partition("?")[0]
        host, _, name = place.partition("/")
        self.words = f"PostgreSQL, {name or 'postgres'} at {host}"
        self._address = address
        self._wait = wait

    @contextmanager
    def transaction(self, *, writing: bool) -> Iterator[Run]:
        import psycopg

        def run(statement: str, values: Values) -> list[Any]:
            cursor = connection.execute(statement.encode(), tuple(values) or None)
            return cursor.fetchall() if cursor.description else []

        try:
            with psycopg.connect(self._address, connect_timeout=10) as connection:
                run(f"SET lock_timeout = {int(self._wait * 1000)}", ())
                yield run
        except psycopg.Error as error:
            raise self.refused(error) from error
