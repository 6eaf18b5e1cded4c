"""No room above the rules names a kind of rule: what is known of a kind stands in its file."""

import ast
import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import watchbill.rules
from watchbill.rules.base import Rule

SOURCE = Path(watchbill.rules.__path__[0]).parent
BESIDE_THE_HOUSE = {"bench"}
"""Rooms that do the same once more in a plain way, to measure it and hold it against the rules."""


def modules_of_kinds() -> set[str]:
    names = set()
    for found in pkgutil.iter_modules(watchbill.rules.__path__):
        module = importlib.import_module(f"watchbill.rules.{found.name}")
        for _, member in inspect.getmembers(module, inspect.isclass):
            if issubclass(member, Rule) and member is not Rule:
                names.add(member.__module__)
    return names


def imported(text: str) -> Iterator[str]:
    """Every module that the text may import, by ``import`` or by ``from``."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def naming(text: str, kinds: set[str]) -> set[str]:
    return kinds & set(imported(text))


def test_no_room_above_the_rules_names_a_kind() -> None:
    kinds = modules_of_kinds()
    assert len(kinds) > 40
    found = {
        str(path.relative_to(SOURCE)): names
        for path in SOURCE.rglob("*.py")
        if path.relative_to(SOURCE).parts[0] not in {"rules", *BESIDE_THE_HOUSE}
        and (names := naming(path.read_text(), kinds))
    }
    assert found == {}


def test_a_kind_that_is_named_is_found_however_it_is_imported() -> None:
    kinds = modules_of_kinds()
    for text in (
        "from watchbill.rules.rest import Rest",
        "from watchbill.rules import rest as clause",
        "import watchbill.rules.rest",
        "def late():\n    from watchbill.rules.rest import Rest",
    ):
        assert naming(text, kinds) == {"watchbill.rules.rest"}
    assert naming("from watchbill.rules.base import Rule", kinds) == set()
