"""Bad input, told all at once and with its place.

A reader of files never stops at the first mistake: it collects a :class:`Problem` for each
and raises one :class:`BadInput` that carries them all.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in an input.

    ``file`` names the input as its user knows it, ``line`` counts from 1 (``None`` where an
    input has no lines, such as a command-line word) and ``path`` is the field inside it,
    ``clauses[3].rules[0].at_most``.
    """

    file: str
    line: int | None
    path: str
    message: str
    found: str | None = None
    allowed: str | None = None
    suggestion: str | None = None

    @property
    def place(self) -> str:
        """``file:line`` as editors and terminals make clickable."""
        return f"{self.file}:{self.line}" if self.line is not None else self.file

    def __str__(self) -> str:
        text = f"{self.place}: "
        if self.path:
            text += f"{self.path}: "
        text += self.message
        if self.found is not None:
            text += f"; found {self.found}"
        if self.allowed is not None:
            text += f"; allowed: {self.allowed}"
        if self.suggestion is not None:
            text += f"; did you mean {self.suggestion}?"
        return text


class BadInput(Exception):  # noqa: N818  the field's users read it as "bad input", not as an error class
    """An input that cannot be used, with every problem found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


def nearest(word: str, known: Sequence[str] | Iterable[str], likeness: float = 0.6) -> str | None:
    """The known word most like ``word``, where one is like enough to be a slip of the pen.

    ``likeness`` goes from 0 to 1, for the same word.
    """
    by_folded = {name.casefold(): name for name in known}
    near = difflib.get_close_matches(word.casefold(), by_folded, n=1, cutoff=likeness)
    return by_folded[near[0]] if near else None


def shown(value: object, width: int = 60) -> str:
    """``value`` as one short line for an error message, as a file would have it."""
    text = " ".join(_written(value).split())
    return text if len(text) <= width else text[: width - 1] + "…"


def _written(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return repr(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_written, value))}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {_written(item)}' for key, item in value.items())}}}"
    return str(value)
