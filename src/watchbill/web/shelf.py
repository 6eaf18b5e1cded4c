"""The agreements that ship, as the list shows them: a line each, kept by the digest of its text.

To read an agreement takes some 20 ms, to look whether its file is the same a hundredth of one.
"""

from __future__ import annotations

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from watchbill import __version__
from watchbill.agreement.load import load_agreement
from watchbill.agreement.shipped import agreement_files


@dataclass(frozen=True, slots=True)
class Spine:
    """What the list says of an agreement; ``parties`` are who made it."""

    id: str
    name: str
    parties: tuple[str, ...]
    clauses: int


def shelf(home: Path) -> tuple[Spine, ...]:
    """The agreements that ship, in the order of their ids. Raises :class:`BadInput`.

    What is read is kept in ``home`` for those who start later.
    """
    files = sorted(agreement_files().items())
    return _read(home, tuple((one, path, path.stat().st_mtime_ns) for one, path in files))


@lru_cache(maxsize=2)
def _read(home: Path, files: tuple[tuple[str, Path, int], ...]) -> tuple[Spine, ...]:
    """The shelf as long as no file changes."""
    kept_in = home / "agreements.json"
    kept = _kept(kept_in)
    digests = {one: _digest(path) for one, path, _ in files}
    spines = {digest: kept.get(digest) or _spine(one) for one, digest in digests.items()}
    if spines != kept:
        _keep(kept_in, spines)
    return tuple(spines[digests[one]] for one, _, _ in files)


def _digest(path: Path) -> str:
    """Of the text, and of the version that reads it."""
    return hashlib.sha256(f"{__version__} {path.stem}\n".encode() + path.read_bytes()).hexdigest()


def _spine(agreement_id: str) -> Spine:
    agreement = load_agreement(agreement_id)
    parties = tuple(agreement.parties.values())
    return Spine(agreement.id, agreement.name, parties, len(agreement.clauses))


def _kept(path: Path) -> dict[str, Spine]:
    """What was kept; nothing where that cannot be read: it is only read again."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        return {
            digest: Spine(one["id"], one["name"], tuple(one["parties"]), one["clauses"])
            for digest, one in found.items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _keep(path: Path, spines: dict[str, Spine]) -> None:
    """Best effort: what cannot be kept is read again by who starts next."""
    text = json.dumps({digest: asdict(one) for digest, one in spines.items()}, ensure_ascii=False)
    with suppress(OSError):
        with NamedTemporaryFile("w", encoding="utf-8", dir=path.parent, delete=False) as file:
            file.write(text)
        os.replace(file.name, path)
