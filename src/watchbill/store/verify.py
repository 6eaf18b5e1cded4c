"""Whether a ledger is as it was sealed, with all that stands beside it and all that guards it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchbill.ledger.beside import Beside, named_beside
from watchbill.ledger.chain import Broken, Row, first_broken
from watchbill.store.base import Store
from watchbill.store.file_store import FileStore


@dataclass(frozen=True, slots=True)
class Verified:
    """What was seen of a ledger.

    ``rows`` are all that stand; ``broken`` is the first that does not fit. ``unfinished`` are
    the bytes of an entry that was not written to its end. ``erased`` are the entries beside
    which something was erased, as its keepers may; ``faults`` are sentences of what is wrong
    beside the rows themselves.
    """

    rows: tuple[Row, ...]
    broken: Broken | None
    unfinished: int
    erased: tuple[int, ...]
    faults: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether everything is as it was sealed."""
        return self.broken is None and not self.faults


def verify_store(store: Store) -> Verified:
    """Looks at every seal of a ledger. Raises :class:`BadInput` where it cannot be read."""
    rows = store.rows()
    broken = first_broken(rows)
    named = {} if broken else named_beside(rows)
    kept = store.beside()
    faults = (*_beside_faults(named, kept, broken), *store.unguarded())
    erased = sorted(named[one.digest] for one in kept if one.text is None and one.digest in named)
    unfinished = store.unfinished if isinstance(store, FileStore) else 0
    return Verified(tuple(rows), broken, unfinished, tuple(erased), tuple(faults))


def _beside_faults(
    named: dict[str, int], kept: Iterable[Beside], broken: Broken | None
) -> Iterator[str]:
    digests = set()
    for one in kept:
        if not one.fits:
            entry = f"entry {named[one.digest]}" if one.digest in named else "an entry"
            yield f"what stands beside {entry} is not what was entered"
        elif one.text is None and one.digest not in named and broken is None:
            yield f"beside the ledger something is called erased that no entry names: {one.digest}"
        digests.add(one.digest)
    for digest, number in named.items():
        if digest not in digests:
            yield f"what stood beside entry {number} is gone, and nobody erased it"
