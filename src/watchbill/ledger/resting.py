"""The digest of all that a document rests on: where it is the same, so is the document."""

from __future__ import annotations

import hashlib
import json

import watchbill
from watchbill.ledger.book import Book


def resting_digest(book: Book, **asked: object) -> str:
    """SHA-256, in hexadecimal, of the ledger's head, of the readings and figures that were chosen
    beside the ledger's, of what was ``asked`` (person, dates, clauses), and of the program's
    version."""
    rests_on = {
        "ledger": book.head(),
        "readings": dict(book.chosen.readings),
        "settings": dict(book.chosen.settings),
        "asked": asked,
        "program": watchbill.__version__,
    }
    text = json.dumps(rests_on, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(text.encode()).hexdigest()
