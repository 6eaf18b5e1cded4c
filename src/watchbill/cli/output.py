"""Writing what a command makes to where the user asked for it."""

from __future__ import annotations

import sys
from pathlib import Path

from watchbill.kernel.problems import BadInput, Problem

STANDARD_OUTPUT = Path("-")


def write_text(path: Path | None, text: str) -> None:
    """``text`` to the file, or to standard output for ``-`` or none. Raises BadInput."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path | None, data: bytes) -> None:
    """``data`` to the file, or to standard output for ``-`` or none. Raises BadInput."""
    if path is None or path == STANDARD_OUTPUT:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
        return
    try:
        path.write_bytes(data)
    except OSError as error:
        message = f"the file cannot be written: {error.strerror or error}"
        raise BadInput([Problem(str(path), None, "", message)]) from error
