"""The database's own guard: triggers with which it keeps the ledger itself.

Rows are added, each the next one of its service, and none is changed, replaced or deleted. Without
the guard the seals still show a change; with it there is none.
"""

from __future__ import annotations

from watchbill.store.database import Run

TABLE = "watchbill_ledgerrow"
REFUSAL = "the ledger is append-only"
NOT_NEXT = "the next row of a ledger has the next number"

_SQLITE = {
    **{
        f"ledger_refuses_{verb.lower()}": f"""
        CREATE TRIGGER ledger_refuses_{verb.lower()} BEFORE {verb} ON {TABLE}
        BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
        """
        for verb in ("UPDATE", "DELETE")
    },
    # REPLACE deletes the row that stands without asking the trigger above: it is met here, before.
    "ledger_refuses_insert": f"""
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
}
_POSTGRESQL_FUNCTIONS = {
    "ledger_refuses": f" BEGIN RAISE EXCEPTION '{REFUSAL}'; END ",
    "ledger_next": f""" BEGIN
        IF NEW.number <> 1 + (
            SELECT coalesce(max(number), 0) FROM {TABLE} WHERE service_id = NEW.service_id
        ) THEN RAISE EXCEPTION '{NOT_NEXT}'; END IF;
        RETURN NEW;
    END """,
}
_POSTGRESQL = {
    "ledger_refuses": f"BEFORE UPDATE OR DELETE ON {TABLE} FOR EACH ROW"
    " EXECUTE FUNCTION ledger_refuses()",
    # No row is asked about where a table is emptied at once.
    "ledger_refuses_truncate": f"BEFORE TRUNCATE ON {TABLE} FOR EACH STATEMENT"
    " EXECUTE FUNCTION ledger_refuses()",
    "ledger_next": f"BEFORE INSERT ON {TABLE} FOR EACH ROW EXECUTE FUNCTION ledger_next()",
}


def making(vendor: str) -> list[str]:
    """The statements that make the guard on that database, in place of an earlier one.

    Raises :class:`ValueError` on a database that has no guard of ours.
    """
    if vendor == "sqlite":
        return taking_away(vendor) + list(_SQLITE.values())
    functions = [
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $${body}$$"
        for name, body in _POSTGRESQL_FUNCTIONS.items()
    ]
    triggers = [f"CREATE TRIGGER {name} {what}" for name, what in _POSTGRESQL.items()]
    # Also in a session that calls itself a replica, for which triggers are off.
    always = [f"ALTER TABLE {TABLE} ENABLE ALWAYS TRIGGER {name}" for name in _POSTGRESQL]
    return taking_away(vendor) + functions + triggers + always


def taking_away(vendor: str) -> list[str]:
    """The statements that take the guard away. Raises as :func:`making` does."""
    if vendor == "sqlite":
        return [f"DROP TRIGGER IF EXISTS {name}" for name in _SQLITE]
    if vendor == "postgresql":
        return [f"DROP TRIGGER IF EXISTS {name} ON {TABLE}" for name in _POSTGRESQL] + [
            f"DROP FUNCTION IF EXISTS {name}()" for name in _POSTGRESQL_FUNCTIONS
        ]
    raise ValueError(f"no append-only ledger on {vendor}: use SQLite or PostgreSQL")


def unguarded(vendor: str, run: Run) -> list[str]:
    """Triggers of the guard that are gone, off, or other than they were made, by name."""
    if vendor == "sqlite":
        made = dict(run("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'", ()))
        wanted = {name: _words(text) for name, text in _SQLITE.items()}
        standing = {name: _words(text) for name, text in made.items()}
    else:
        kept = run(
            "SELECT t.tgname, t.tgenabled, pg_get_triggerdef(t.oid), p.prosrc FROM pg_trigger t"
            " JOIN pg_proc p ON p.oid = t.tgfoid WHERE t.tgrelid = %s::regclass",
            (TABLE,),
        )
        wanted = {
            name: _words(_POSTGRESQL_FUNCTIONS[what.rpartition(" ")[2].removesuffix("()")])
            for name, what in _POSTGRESQL.items()
        }
        standing = {
            name: _words(body)
            for name, enabled, what, body in kept
            if enabled in ("A", b"A") and _is_trigger(what, _POSTGRESQL.get(name, ""))
        }
    return [name for name, text in wanted.items() if standing.get(name) != text]


def _words(text: str) -> str:
    return " ".join(text.split())


def _is_trigger(kept: str, made: str) -> bool:
    """Whether a trigger as PostgreSQL tells it is the one that was made."""
    words = kept.replace("public.", "").split()
    return sorted(words[3:]) == sorted(made.split())
