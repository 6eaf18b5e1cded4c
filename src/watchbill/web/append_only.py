"""Triggers with which the database itself keeps the ledger: rows are added, each the next one of
its service, and none is changed, replaced or deleted.
"""

from __future__ import annotations

from django.db.backends.base.schema import BaseDatabaseSchemaEditor

TABLE = "watchbill_ledgerrow"
REFUSAL = "the ledger is append-only"
NOT_NEXT = "the next row of a ledger has the next number"

_SQLITE = (
    *(
        f"""
        CREATE TRIGGER ledger_refuses_{verb.lower()} BEFORE {verb} ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
        """
        for verb in ("UPDATE", "DELETE")
    ),
    # REPLACE deletes the row that stands without asking the trigger above: it is met here, before.
    f"""
    CREATE TRIGGER ledger_refuses_insert BEFORE INSERT ON {TABLE}
    BEGIN
        SELECT RAISE(ABORT, '{REFUSAL}') WHERE EXISTS (
            SELECT 1 FROM {TABLE} WHERE id = NEW.id
            OR (service_id = NEW.service_id AND number = NEW.number)
        );
        SELECT RAISE(ABORT, '{NOT_NEXT}') WHERE NEW.number <> 1 + (
            SELECT coalesce(max(number), 0) FROM {TABLE} WHERE service_id = NEW.service_id
        );
    END
    """,
)
_POSTGRESQL = (
    f"""
    CREATE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '{REFUSAL}'; END $$
    """,
    f"""
    CREATE FUNCTION ledger_next() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF NEW.number <> 1 + (
            SELECT coalesce(max(number), 0) FROM {TABLE} WHERE service_id = NEW.service_id
        ) THEN RAISE EXCEPTION '{NOT_NEXT}'; END IF;
        RETURN NEW;
    END $$
    """,
    f"""
    CREATE TRIGGER ledger_refuses BEFORE UPDATE OR DELETE ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION ledger_refuses()
    """,
    # No row is asked about where a table is emptied at once.
    f"""
    CREATE TRIGGER ledger_refuses_truncate BEFORE TRUNCATE ON {TABLE}
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuses()
    """,
    f"""
    CREATE TRIGGER ledger_next BEFORE INSERT ON {TABLE}
    FOR EACH ROW EXECUTE FUNCTION ledger_next()
    """,
    # Also in a session that calls itself a replica, for which triggers are off.
    *(
        f"ALTER TABLE {TABLE} ENABLE ALWAYS TRIGGER {name}"
        for name in ("ledger_refuses", "ledger_refuses_truncate", "ledger_next")
    ),
)
_GONE = {
    "sqlite": tuple(
        f"DROP TRIGGER IF EXISTS ledger_refuses_{verb}" for verb in ("update", "delete", "insert")
    ),
    "postgresql": (
        *(
            f"DROP TRIGGER IF EXISTS {name} ON {TABLE}"
            for name in ("ledger_refuses", "ledger_refuses_truncate", "ledger_next")
        ),
        "DROP FUNCTION IF EXISTS ledger_refuses()",
        "DROP FUNCTION IF EXISTS ledger_next()",
    ),
}


def install(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Makes the triggers, in place of what an earlier version made.

    Raises :class:`ValueError` on a database that has none of ours.
    """
    vendor = schema_editor.connection.vendor
    made = statements(vendor)
    for statement in (*_GONE[vendor], *made):
        schema_editor.execute(statement, params=None)


def remove(schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Takes the triggers away, for a migration backwards."""
    for statement in _GONE[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def statements(vendor: str) -> tuple[str, ...]:
    """The statements that make the triggers on that database."""
    if vendor == "sqlite":
        return _SQLITE
    if vendor == "postgresql":
        return _POSTGRESQL
    raise ValueError(f"no append-only ledger on {vendor}: use SQLite or PostgreSQL")
