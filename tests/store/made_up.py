"""Rows of no service: stores do not ask what an entry says."""

from __future__ import annotations

import json
from typing import Any

from watchbill.ledger.beside import Beside
from watchbill.ledger.chain import GENESIS, Row, seal_text


def make_rows(count: int, before: Row | None = None, **more: Any) -> list[Row]:
    """Rows that follow one another, and ``before`` where it is given."""
    rows: list[Row] = []
    for _ in range(count):
        last = rows[-1] if rows else before
        number = last.number + 1 if last else 1
        says = {"number": number, "by": "Pérez", "why": 'late "transport" \\ ' * (number % 3)}
        text = json.dumps(says | more, ensure_ascii=False, sort_keys=True)
        rows.append(seal_text(number, text, last.digest if last else GENESIS))
    return rows


def with_beside(beside: list[Beside], before: Row | None = None) -> list[Row]:
    """A row for each, which carries its digest."""
    rows: list[Row] = []
    for one in beside:
        rows += make_rows(1, rows[-1] if rows else before, beside=one.digest)
    return rows
