"""Reading a text file that may be anything."""

from __future__ import annotations

import codecs
from pathlib import Path

from watchbill.kernel.problems import BadInput, Problem

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def read_text(path: Path, name: str, max_bytes: int) -> str:
    """The text of the file at ``path``, which its user knows as ``name``.

    Raises :class:`BadInput` where it cannot be read, is not UTF-8 or has over ``max_bytes``.
    """
    try:
        size = path.stat().st_size
        if size > max_bytes:
            allowed = f"at most {max_bytes:,} bytes"
            message = "the file is too large"
            raise BadInput([Problem(name, None, "", message, f"{size:,} bytes", allowed)])
        data = path.read_bytes()
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        found = "UTF-16" if data[:2] in _UTF_16 else f"byte {data[error.start]:#04x}"
        allowed = "text saved as UTF-8"
        raise BadInput(
            [Problem(name, line, "", "this is not UTF-8 text", found, allowed)]
        ) from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput([Problem(name, None, "", f"the file cannot be read: {reason}")]) from error
