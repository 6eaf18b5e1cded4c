"""Ledgers of the database as the pages reach them: through Django's own connection."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, cast

from django.db import connection, transaction
from django.db.utils import Error

from watchbill.store.database import Database, Run, Values


class DjangoDatabase(Database):
    """The database of the settings; what is written belongs to the transaction around it."""

    def __init__(self) -> None:
        self.vendor = connection.vendor
        self.words = "the database"

    @contextmanager
    def transaction(self, *, writing: bool) -> Iterator[Run]:
        try:
            with transaction.atomic():
                yield _run
        except Error as error:
            raise self.refused(error) from error


def _run(statement: str, values: Values) -> list[Any]:
    with connection.cursor() as cursor:
        cursor.execute(statement, cast(Any, tuple(values)))
        return cursor.fetchall() if cursor.description else []
