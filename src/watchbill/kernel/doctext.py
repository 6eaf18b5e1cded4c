"""What a docstring says, for readers who know nothing of its marks."""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping

_ROLE = re.compile(r":\w+:`~?(?:[\w.]*\.)?(\w+)`")
_MARKED = re.compile(r"``([^`]*)``")


def doc_text(documented: type, names: Mapping[str, str] | None = None) -> str:
    """The docstring in one line, without marks; a marked word that ``names`` has is put as there.

    What a docstring calls by the name that programs use, a file may call by another.
    """
    text = " ".join((inspect.getdoc(documented) or "").split())
    text = _MARKED.sub(lambda match: _as_written(match[1], names or {}), text)
    return _ROLE.sub(r"\1", text)


def _as_written(word: str, names: Mapping[str, str]) -> str:
    return f"'{names[word]}'" if word in names else word
