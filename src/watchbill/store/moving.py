"""A ledger from one store into another: taken out as a file, verified elsewhere, put in again."""

from __future__ import annotations

from itertools import zip_longest

from watchbill.kernel.problems import BadInput, Problem
from watchbill.store.base import Store


def copy_ledger(source: Store, target: Store) -> int:
    """Adds to ``target`` the rows that it lacks of ``source``, with what stands beside them.

    Gives how many were added. Raises :class:`BadInput` where either is broken, where the source
    has nothing, or where the target is another ledger, or has entries that the source has not.
    """
    rows, there = source.sealed(), target.sealed()
    if not rows:
        raise BadInput([Problem(source.name, None, "", "this ledger has no entry yet")])
    for row, standing in zip_longest(rows, there):
        if standing is None:
            break
        if row is None or row.head != standing.head:
            message = (
                f"from entry {standing.number} on, this ledger is another than {source.name};"
                " nothing was changed"
            )
            raise BadInput([Problem(target.name, None, "", message)])
    kept = {one.digest for one in target.beside()}
    beside = [one for one in source.beside() if one.digest not in kept]
    fresh = rows[len(there) :]
    if fresh:
        target.append(there[-1].head if there else None, fresh, beside, together=False)
    return len(fresh)
