"""A ledger in each kind of store: a file, SQLite, PostgreSQL."""

from __future__ import annotations

import itertools
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest

from watchbill.store.base import Store
from watchbill.store.database import Postgres, SqliteFile
from watchbill.store.database_store import DatabaseStore
from watchbill.store.file_store import FileStore

SLUG = "hsaa-station"
SERVICE = f"INSERT INTO watchbill_service (slug, name) VALUES ('{SLUG}', 'Station 7')"
MIGRATE = (
    "import django; django.setup(); from django.core.management import call_command;"
    " call_command('migrate', verbosity=0)"
)


@dataclass
class Place:
    """A ledger of its own; ``open`` opens it as another process would.

    ``environment`` is what a command is told of the place, ``sql`` carries out a statement in
    its database, and ``where`` is what the ledger is called on the command line.
    """

    kind: str
    where: str
    open: Callable[[], Store]
    environment: dict[str, str] = field(default_factory=dict)
    sql: Callable[[str], None] | None = None


def file_place(folder: Path) -> Place:
    path = folder / "summer.jsonl"
    return Place("file", str(path), lambda: FileStore(path))


@pytest.fixture(scope="session")
def empty_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("empty-database")
    migrate(WATCHBILL_HOME=str(home))
    with sqlite3.connect(home / "watchbill.sqlite3") as connection:
        connection.execute(SERVICE)
    connection.close()
    return home / "watchbill.sqlite3"


def sqlite_place(folder: Path, empty: Path) -> Place:
    path = folder / "watchbill.sqlite3"
    shutil.copy(empty, path)

    def sql(statement: str) -> None:
        with sqlite3.connect(path) as connection:
            connection.execute(statement)
        connection.close()

    told = {"WATCHBILL_HOME": str(folder), "WATCHBILL_DATABASE": ""}
    return Place("sqlite", SLUG, lambda: DatabaseStore(SqliteFile(path), SLUG), told, sql)


@pytest.fixture(scope="session")
def empty_postgres(postgres_url: str) -> str:
    address = _database(postgres_url, "empty")
    migrate(WATCHBILL_DATABASE=address)
    with psycopg.connect(address) as connection:
        connection.execute(SERVICE)
    return postgres_url


_numbers = itertools.count(1)


@pytest.fixture(params=["file", "sqlite", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    """A ledger that is not begun, in each kind of store."""
    if request.param == "file":
        yield file_place(tmp_path)
    elif request.param == "sqlite":
        yield sqlite_place(tmp_path, request.getfixturevalue("empty_sqlite"))
    else:
        url = request.getfixturevalue("empty_postgres")
        name = f"store_{os.getpid()}_{next(_numbers)}"
        address = _database(url, name, " TEMPLATE empty")

        def sql(statement: str) -> None:
            with psycopg.connect(address) as connection:
                connection.execute(statement.encode())

        told = {"WATCHBILL_HOME": str(tmp_path), "WATCHBILL_DATABASE": address}
        database = Postgres(address)
        yield Place("postgresql", SLUG, lambda: DatabaseStore(database, SLUG), told, sql)
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _database(url: str, name: str, like: str = "") -> str:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}{like}".encode())
    return url.rsplit("/", 1)[0] + f"/{name}"


def migrate(**place: str) -> None:
    told = os.environ | {"DJANGO_SETTINGS_MODULE": "watchbill.web.settings"} | place
    done = subprocess.run(
        [sys.executable, "-c", MIGRATE], env=told, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
