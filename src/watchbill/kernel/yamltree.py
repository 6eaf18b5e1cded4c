"""YAML as a plain tree that remembers its lines.

The file is read event by event, so a file that is too large, too deep, or that uses aliases or
tags (which this format has no use for, and which can make a small file swell) is refused
before it costs memory. Numbers keep the digits that were written: ``40.00`` is a Decimal.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from watchbill.kernel.problems import BadInput, Problem, shown
from watchbill.kernel.textfile import read_text

MAX_BYTES = 2_000_000
MAX_LINES = 25_000
MAX_LINE = 100_000
"""Characters of a line."""
MAX_PARTS = 50_000
"""Keys and values of a file, however they are spread over its lines."""
MAX_DEPTH = 24

Key = str | int
Path_ = tuple[Key, ...]

_INTEGER = re.compile(r"[-+]?(0|[1-9][0-9]*)", re.ASCII)
_DECIMAL = re.compile(r"[-+]?[0-9]+\.[0-9]+", re.ASCII)
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
_MAX_DIGITS = 30
_QUOTE = "a text that begins with a sign, or has a colon and a space in it, stands in quotes"
_HINTS = {
    r"'\t'": "spaces, never tabs, at the beginning of a line",
    "cannot start any token": _QUOTE,
    "mapping values are not allowed": f"one 'key: value' a line, keys of a level in line; {_QUOTE}",
    "found '<scalar>'": "nothing after the end of a text in quotes",
    "expected <block end>": "every key and every - of a level exactly under the others",
    "expected ',' or": "a comma between parts, and every [ and { closed again",
    "unexpected end of stream": "every quote closed again",
}
"""What would do, by a piece of what the parser says."""


@dataclass(slots=True)
class Tree:
    """A file as plain data (dict, list, str, int, Decimal, bool, None), each part with its line."""

    file: str
    data: object
    lines: dict[Path_, int] = field(default_factory=dict)
    of_rows: bool = False
    """Whether it is a table, whose user knows a place by its line and column."""
    key_lines: dict[Path_, int] = field(default_factory=dict)

    def line_of(self, path: Path_) -> int:
        """The line of the part at ``path``, or of the nearest part around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def key_line_of(self, path: Path_) -> int:
        """The line on which the key at the end of ``path`` is written."""
        return self.key_lines.get(path) or self.line_of(path)

    def where(self, path: Path_) -> str:
        """The place at ``path`` as its user knows it: ``clauses[3].rules``, or a column."""
        return path_text(path[1:] if self.of_rows else path)

    def problem(self, path: Path_, message: str, **more: str | None) -> Problem:
        """A problem of the part at ``path``."""
        return Problem(self.file, self.line_of(path), self.where(path), message, **more)


def path_text(path: Path_) -> str:
    """``clauses[3].rules``."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            text += f".{part}" if text else part
    return text


def read_tree(path: Path, name: str | None = None) -> Tree:
    """The tree of the file at ``path``. Raises :class:`BadInput`."""
    name = name or str(path)
    return parse_tree(read_text(path, name, MAX_BYTES), name)


def parse_tree(text: str, name: str) -> Tree:
    """The tree of a text that its user knows as ``name``. Raises :class:`BadInput`."""
    if (count := text.count("\n")) > MAX_LINES:
        raise BadInput([_too_large(name, None, f"{count:,} lines", f"{MAX_LINES:,} lines")])
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > MAX_LINE:
            found, most = (f"{size:,} characters in a line" for size in (len(line), MAX_LINE))
            raise BadInput([_too_large(name, number, found, most)])
    builder = _Builder(name)
    try:
        for event in YAML(typ="safe", pure=True).parse(text):
            builder.take(event)
    except MarkedYAMLError as error:
        builder.problems.append(_not_yaml(name, error))
    except YAMLError as error:
        place = text[: getattr(error, "position", 0) or 0].count("\n") + 1
        builder.problems.append(Problem(name, place, "", f"this is not YAML: {_first_line(error)}"))
    except (ValueError, OverflowError, RecursionError, AssertionError, IndexError) as error:
        # The parser lets these through on some damaged directives and escapes, without a place.
        message = f"from this line on it is not YAML: {_first_line(error)}"
        builder.problems.append(Problem(name, builder.line, "", message))
    if builder.problems:
        raise BadInput(builder.problems)
    if builder.documents == 0:
        raise BadInput([Problem(name, 1, "", "the file is empty")])
    return builder.tree


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]


def _not_yaml(name: str, error: MarkedYAMLError) -> Problem:
    """What the parser says, and what a person who never reads YAML's grammar makes of it."""
    mark = error.problem_mark or error.context_mark
    place = mark.line + 1 if mark else None
    message = " ".join(str(error.problem or error.context or "unreadable").split())
    begun = error.context_mark
    if begun and mark and begun.line < mark.line:
        message += f" (in what begins on line {begun.line + 1})"
    hint = next((hint for said, hint in _HINTS.items() if said in message), None)
    return Problem(name, place, "", f"this is not YAML: {message}", allowed=hint)


def _too_large(name: str, line: int | None, found: str, most: str) -> Problem:
    allowed = f"at most {most} (people may be in a CSV file)"
    return Problem(name, line, "", "the file is too large", found=found, allowed=allowed)


def _scalar(event: ScalarEvent) -> object:
    text: str = event.value
    if not event.implicit[0]:
        return text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if len(text) <= _MAX_DIGITS:
        if _INTEGER.fullmatch(text):
            return int(text)
        if _DECIMAL.fullmatch(text):
            return Decimal(text)
    return text


class _Builder:
    """Takes parser events one by one and grows the tree, collecting problems."""

    def __init__(self, name: str) -> None:
        self.tree = Tree(name, None)
        self.problems: list[Problem] = []
        self.documents = 0
        self.line = 1
        """The line of what was taken last."""
        self._parts = 0
        self._open: list[dict[str, object] | list[object]] = []
        self._path: list[Key] = []
        self._key: list[str | None] = []

    def take(self, event: object) -> None:
        self._parts += 1
        self.line = event.start_mark.line + 1  # type: ignore[attr-defined]
        if self._parts > MAX_PARTS:
            raise BadInput([_too_large(self.tree.file, self.line, "more", f"{MAX_PARTS:,} parts")])
        if isinstance(event, AliasEvent):
            self._refuse(event, "an alias (*name) is not allowed here: write the value out")
            self._place(None, event)
        elif isinstance(event, ScalarEvent):
            self._check_tag(event)
            self._place_scalar(event)
        elif isinstance(event, MappingStartEvent | SequenceStartEvent):
            self._check_tag(event)
            self._start(event)
        elif isinstance(event, MappingEndEvent | SequenceEndEvent):
            self._open.pop()
            self._key.pop()
            if self._path:
                self._path.pop()

    def _check_tag(self, event: ScalarEvent | MappingStartEvent | SequenceStartEvent) -> None:
        if event.tag is not None and str(event.tag) not in {"", "!"}:
            self._refuse(event, f"a tag ({shown(str(event.tag), 40)}) is not allowed here")
        if event.anchor is not None:
            self._refuse(event, "an anchor (&name) is not allowed here: write the value out")

    def _refuse(self, event: object, message: str) -> None:
        line = event.start_mark.line + 1  # type: ignore[attr-defined]
        self.problems.append(Problem(self.tree.file, line, path_text(tuple(self._path)), message))
        if len(self.problems) >= 20:
            raise BadInput(self.problems)

    def _start(self, event: MappingStartEvent | SequenceStartEvent) -> None:
        if len(self._open) >= MAX_DEPTH:
            self._refuse(event, f"the file is nested more than {MAX_DEPTH} levels deep")
            raise BadInput(self.problems)
        if self._awaits_key():
            self._refuse(event, "a key must be a plain word")
            raise BadInput(self.problems)
        container: dict[str, object] | list[object]
        container = {} if isinstance(event, MappingStartEvent) else []
        nested = bool(self._open)
        self._place(container, event)
        if nested:
            self._path.append(self._last_key)
        self._open.append(container)
        self._key.append(None)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1], dict) and self._key[-1] is None

    def _place_scalar(self, event: ScalarEvent) -> None:
        if not self._awaits_key():
            self._place(_scalar(event), event)
            return
        key = event.value
        path = (*self._path, key)
        mapping = self._open[-1]
        if key in mapping:
            first = self.tree.key_lines.get(path)
            self._refuse(event, f"the key {shown(key)} is written twice (first on line {first})")
        self.tree.key_lines[path] = event.start_mark.line + 1
        self._key[-1] = key

    def _place(self, value: object, event: object) -> None:
        line = event.start_mark.line + 1  # type: ignore[attr-defined]
        if not self._open:
            self.documents += 1
            if self.documents > 1:
                self._refuse(event, "a second document begins here; one file holds one")
                return
            self.tree.data = value
            self.tree.lines[()] = line
            return
        around = self._open[-1]
        if isinstance(around, list):
            self._last_key: Key = len(around)
            around.append(value)
        elif (key := self._key[-1]) is not None:
            self._last_key = key
            around[key] = value
            self._key[-1] = None
        else:
            self._refuse(event, "a key must be a plain word")
            raise BadInput(self.problems)
        self.tree.lines[(*self._path, self._last_key)] = line
