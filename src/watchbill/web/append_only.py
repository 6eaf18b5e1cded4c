"""Triggers with which the database itself refuses to change or delete a row of the ledger."""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "watchbill_ledgerrow"
REFUSAL = "the ledger is append-only"

_SQLITE = {
    verb: f"""
        CREATE TRIGGER ledger_refuses_{verb.lower()} BEFORE {verb} ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
    """
    for verb in ("UPDATE", "DELETE")
}
_POSTGRESQL = (
    f"""
    CREATE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
    """,
    f"""
    CREATE TRIGGER ledger_refuses BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION ledger_refuses()
    """,
)


def install(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Makes the triggers. Raises :class:`ValueError` on a database that has none of ours."""
    for statement in statements(schema_editor.connection.vendor):
        schema_editor.execute(statement, params=None)


def remove(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Takes the triggers away, for a migration backwards."""
    if schema_editor.connection.vendor == "sqlite":
        for verb in _SQLITE:
            schema_editor.execute(f"DROP TRIGGER ledger_refuses_{verb.lower()}", params=None)
    else:
        schema_editor.execute(f"DROP TRIGGER ledger_refuses ON {TABLE}", params=None)
        schema_editor.execute("DROP FUNCTION ledger_refuses()", params=None)


def statements(vendor: str) -> tuple[str, ...]:
    """The statements that make the triggers on that database."""
    if vendor == "sqlite":
        return tuple(_SQLITE.values())
    if vendor == "postgresql":
        return _POSTGRESQL
    raise ValueError(f"no append-only ledger on {vendor}: use SQLite or PostgreSQL")
