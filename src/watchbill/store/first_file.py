"""The file of a ledger of the first build: a first line that names its service, then its rows."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from pathlib import Path

from watchbill.kernel.problems import BadInput, Problem
from watchbill.kernel.textfile import read_text
from watchbill.ledger.chain import Row
from watchbill.store.file_store import MAX_BYTES
from watchbill.store.lines import FIRST_BUILD, read_rows


@dataclass(frozen=True, slots=True)
class FirstFile:
    """The service's id or file, as the ledger named it, and the rows that count."""

    service: str
    rows: tuple[Row, ...]


def read_first_file(path: Path, name: str) -> FirstFile:
    """The ledger of the first build in a file. Raises :class:`BadInput` where it is none."""
    first, _, others = read_text(path, name, MAX_BYTES).partition("\n")
    try:
        service = json.loads(first)[FIRST_BUILD]
    except (KeyError, TypeError, ValueError):
        service = None
    if not isinstance(service, str):
        message = "this is no ledger of the first build, whose first line names its service"
        raise BadInput([Problem(name, 1, "", message, allowed='{"ledger": "kamloops-cso"}')])
    try:
        return FirstFile(service, read_rows(others.encode(), name).rows)
    except BadInput as bad:  # a row's number is that of its line, less the first
        raise BadInput(replace(one, line=(one.line or 0) + 1) for one in bad.problems) from bad
