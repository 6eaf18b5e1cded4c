"""What stands beside a ledger: data that may be erased, named by a digest in an entry.

An entry's text may carry ``"beside": DIGEST``. The data is a JSON object with a random salt, kept
elsewhere, so that it can be erased without breaking a seal, and so that nobody who has the ledger
alone can find a telephone number by trying them all.
"""

from __future__ import annotations

import hashlib
import json
import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from watchbill.ledger.chain import Row

SALT = "salt"
SALT_BYTES = 16
_HAS_DIGEST = re.compile(r'"beside": ?"')


@dataclass(frozen=True, slots=True)
class Beside:
    """Data as it is kept: its text, and the digest (SHA-256, hexadecimal) that an entry carries.

    ``text`` is ``None`` where it was erased.
    """

    digest: str
    text: str | None

    @property
    def fits(self) -> bool:
        """Whether the text is the one whose digest was taken; one that was erased fits."""
        return self.text is None or _digest(self.text) == self.digest

    @property
    def data(self) -> dict[str, object]:
        """What was said, without the salt; nothing where it was erased."""
        if self.text is None:
            return {}
        return {key: value for key, value in json.loads(self.text).items() if key != SALT}


def set_beside(data: Mapping[str, object]) -> Beside:
    """The data under a new salt: the same data twice has two digests."""
    salted = {**data, SALT: secrets.token_hex(SALT_BYTES)}
    text = json.dumps(salted, sort_keys=True, separators=(",", ":"))  # ASCII: any text is text
    return Beside(_digest(text), text)


def named_beside(rows: Iterable[Row]) -> dict[str, int]:
    """The digests that entries carry, each with the number of its entry."""
    named = {}
    for row in rows:
        if _HAS_DIGEST.search(row.text):  # most have none, and are not read
            digest = json.loads(row.text).get("beside")
            if isinstance(digest, str):
                named[digest] = row.number
    return named


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()
