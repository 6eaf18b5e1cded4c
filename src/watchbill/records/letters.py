"""A letter a date: how rotations and postings are written."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from watchbill.kernel.fields import as_text


def letters_text(codes: Iterable[str]) -> str:
    """``DDNN----``; letters of more than one sign each end in a comma: ``D1,D1,N,-,``."""
    codes = tuple(codes)
    return "".join(codes) if all(len(code) == 1 for code in codes) else ",".join((*codes, ""))


def read_letters(value: object) -> tuple[str, ...]:
    """What :func:`letters_text` wrote. Raises ValueError for what is no text."""
    if isinstance(value, tuple | list):
        return tuple(str(one) for one in value)
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a letter a date is needed, such as DDNN----")
    return tuple(value.split(",")[:-1]) if value.endswith(",") else tuple(value)


LettersField = Annotated[
    tuple[str, ...],
    BeforeValidator(read_letters),
    as_text(letters_text),
    WithJsonSchema({"type": "string", "description": "a letter, or -, a date: DDNN----"}),
]
