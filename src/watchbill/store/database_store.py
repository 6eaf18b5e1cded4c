"""A ledger in the database: rows of a service, kept by the database's own guard as well."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.ledger.beside import Beside
from watchbill.ledger.chain import Head, Row
from watchbill.store.base import Moved, Store
from watchbill.store.database import Database, Run
from watchbill.store.guard import unguarded

_SERVICE = "(SELECT id FROM watchbill_service WHERE slug = %s)"


def stored_names(database: Database) -> list[str]:
    """The services that the database has, by name. Raises :class:`BadInput`."""
    with database.transaction(writing=False) as run:
        return _names(run)


class DatabaseStore(Store):
    """The ledger of the service ``slug``.

    Raises :class:`BadInput`, also when made, where the database has no such service.
    """

    def __init__(self, database: Database, slug: str) -> None:
        super().__init__(slug)
        self._database = database
        with database.transaction(writing=False) as run:
            if not run("SELECT 1 FROM watchbill_service WHERE slug = %s", (slug,)):
                raise _nowhere(slug, database, _names(run))

    def head(self) -> Head | None:
        with self._database.transaction(writing=False) as run:
            return self._head(run)

    def rows(self, after: int = 0) -> list[Row]:
        # A number below 1 is no entry's: it comes with the rest, so that it breaks the seals.
        statement = (
            "SELECT number, text, digest FROM watchbill_ledgerrow"
            f" WHERE service_id = {_SERVICE} AND (number > %s OR number < 1) ORDER BY number"
        )
        with self._database.transaction(writing=False) as run:
            return [Row(*values) for values in run(statement, (self.name, after))]

    def beside(self, digests: Iterable[str] | None = None) -> list[Beside]:
        statement = (
            f"SELECT digest, text FROM watchbill_beside WHERE service_id = {_SERVICE} ORDER BY id"
        )
        wanted = None if digests is None else set(digests)
        with self._database.transaction(writing=False) as run:
            kept = [Beside(*values) for values in run(statement, (self.name,))]
        return kept if wanted is None else [one for one in kept if one.digest in wanted]

    def erase(self, digests: Iterable[str]) -> int:
        there = f"WHERE service_id = {_SERVICE} AND digest = %s AND text IS NOT NULL"
        erased = 0
        with self._database.transaction(writing=True) as run:
            for digest in set(digests):
                erased += len(run(f"SELECT 1 FROM watchbill_beside {there}", (self.name, digest)))
                run(f"UPDATE watchbill_beside SET text = NULL {there}", (self.name, digest))
        return erased

    def unguarded(self) -> list[str]:
        with self._database.transaction(writing=False) as run:
            names = unguarded(self._database.vendor, run)
        return [f"the database's own guard {name} is gone, off or changed" for name in names]

    def _write(
        self,
        expected: Head | None,
        rows: Sequence[Row],
        beside: Sequence[Beside],
        *,
        together: bool,
    ) -> None:
        with self._database.transaction(writing=True) as run:
            lock = "" if self._database.vendor == "sqlite" else " FOR UPDATE"
            held = run(f"SELECT id FROM watchbill_service WHERE slug = %s{lock}", (self.name,))
            if not held:
                raise _nowhere(self.name, self._database, _names(run))
            if self._head(run) != expected:
                raise Moved
            service = held[0][0]
            for one in beside:
                run(
                    "INSERT INTO watchbill_beside (service_id, digest, text) VALUES (%s, %s, %s)",
                    (service, one.digest, one.text),
                )
            for row in rows:
                run(
                    "INSERT INTO watchbill_ledgerrow (service_id, number, text, digest)"
                    " VALUES (%s, %s, %s, %s)",
                    (service, row.number, row.text, row.digest),
                )

    def _head(self, run: Run) -> Head | None:
        statement = (
            "SELECT number, digest FROM watchbill_ledgerrow"
            f" WHERE service_id = {_SERVICE} ORDER BY number DESC LIMIT 1"
        )
        found = run(statement, (self.name,))
        return Head(*found[0]) if found else None


def _names(run: Run) -> list[str]:
    return [name for (name,) in run("SELECT slug FROM watchbill_service ORDER BY slug", ())]


def _nowhere(slug: str, database: Database, known: list[str]) -> BadInput:
    message = f"the database ({database.words}) has no service of this name"
    allowed = ", ".join(known) or "none yet: watchbill store brings one, watchbill demo three"
    return BadInput([Problem("SERVICE", None, "", message, slug, allowed, nearest(slug, known))])
