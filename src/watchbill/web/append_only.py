"""The database's own guard of the ledger, as migrations make it and take it away."""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from watchbill.store import guard


def install(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Makes the triggers, in place of what an earlier version made.

    Raises :class:`ValueError` on a database that has none of ours.
    """
    _carry_out(schema_editor, guard.making(schema_editor.connection.vendor))


def remove(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Takes the triggers away, for a migration backwards."""
    _carry_out(schema_editor, guard.taking_away(schema_editor.connection.vendor))


def _carry_out(schema_editor: BaseDatabaseSchemaEditor, statements: list[str]) -> None:
    for statement in statements:
        schema_editor.execute(statement, params=None)
