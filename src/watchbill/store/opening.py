"""A ledger by what its user calls it: a file, or a service that the database has."""

from __future__ import annotations

import os
from pathlib import Path

from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.store.base import Store
from watchbill.store.database import (
    DATABASE_FILE,
    FORM,
    SETTING,
    Database,
    Postgres,
    SqliteFile,
)
from watchbill.store.database_store import DatabaseStore
from watchbill.store.file_store import FileStore


def open_store(where: str) -> Store:
    """The ledger of that name. Nothing is made, no file and no database.

    Raises :class:`BadInput` where there is none, with the name most like it.
    """
    return FileStore(Path(where), where) if is_file(where) else stored(where)


def new_file(where: str) -> FileStore:
    """The file in which a ledger is to begin. Raises :class:`BadInput` where one stands."""
    path = Path(where)
    if path.exists():
        message = "no ledger can be begun here: something stands under this name already"
        raise BadInput([Problem(where, None, "", message)])
    return FileStore(path, where)


def stored(slug: str) -> DatabaseStore:
    """The ledger of a service in the database. Raises :class:`BadInput` where there is none."""
    return DatabaseStore(database_here(), slug)


def is_file(where: str) -> bool:
    """Whether the ledger is a file, and no service in the database.

    Raises :class:`BadInput` for a folder, and for a path that leads to no file.
    """
    path = Path(where)
    try:
        if path.is_file():
            return True
        folder = path.is_dir()
    except (OSError, ValueError):  # a name too long, or with a byte no file may have
        folder = False
    if folder:
        message = "this is a folder; a ledger is a file, or a service in the database"
        raise BadInput([Problem(where, None, "", message)])
    if not is_path(where):
        return False
    near = nearest(path.name, [one.name for one in path.parent.glob("*.jsonl")])
    message = (
        "no ledger file is here; begin one with"
        f" watchbill post {where} --service SERVICE --from DATE --to DATE"
    )
    raise BadInput([Problem(where, None, "", message, suggestion=near)])


def is_path(where: str) -> bool:
    """Whether a name is that of a file, there or not: no service has a dot or a slash in it."""
    path = Path(where)
    return bool(path.suffix) or len(path.parts) != 1


def database_here() -> Database:
    """The database of this place: where ``WATCHBILL_DATABASE`` says, else SQLite in the home
    folder. Raises :class:`BadInput` for an address that cannot be."""
    address = os.environ.get(SETTING, "").strip()
    if not address:
        return SqliteFile(Path(os.environ.get("WATCHBILL_HOME") or "var").resolve() / DATABASE_FILE)
    if not address.startswith(("postgresql://", "postgres://")):
        raise BadInput([Problem(SETTING, None, "", FORM)])
    return Postgres(address)
