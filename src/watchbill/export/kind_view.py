"""A rule kind as its reference page shows it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from watchbill.agreement.load import load_agreement
from watchbill.agreement.model import Agreement, Clause
from watchbill.agreement.shipped import agreement_ids
from watchbill.examples.read import Example
from watchbill.export.clause_view import shipped_examples
from watchbill.kernel.edge import json_schema
from watchbill.rules.base import Rule
from watchbill.rules.registry import kinds

ASKS = {
    "findings": {"check"},
    "pay": {"price", "settle"},
    "no_pay": {"price", "settle"},
    "basic": {"price", "settle"},
    "decision": {"decide"},
    "unmet": {"decide"},
    "order": {"decide"},
}
"""The faces that an expectation of an example asks; any, where it is not named."""
MOST_USES = 3
_WORDS = {
    "string": "text",
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "object": "whom: classification, status, platoon, unit, schedule",
}


@dataclass(frozen=True, slots=True)
class FieldView:
    """A field of a kind: its name in a file, what a person calls it, what may stand there."""

    name: str
    needed: bool
    word: str
    says: str


@dataclass(frozen=True, slots=True)
class Use:
    """A rule of the kind in an agreement that ships, as a person would say it."""

    agreement: str
    clause: str
    says: str


@dataclass(frozen=True, slots=True)
class ExampleView:
    """A worked example, with the clause that it is about."""

    agreement: str
    clause: str
    name: str


@dataclass(frozen=True, slots=True)
class KindView:
    """A kind: its docstring, faces, fields, how agreements use it, examples that exercise it."""

    name: str
    text: str
    faces: tuple[str, ...]
    fields: tuple[FieldView, ...]
    uses: tuple[Use, ...]
    examples: tuple[ExampleView, ...]


@cache
def view_kinds() -> tuple[KindView, ...]:
    """Every kind, in the order of their names."""
    shipped = [(one, shipped_examples(one.id)) for one in map(load_agreement, agreement_ids())]
    return tuple(_view(name, kind, shipped) for name, kind in kinds().items())


def _view(name: str, kind: type[Rule], shipped: list[tuple[Agreement, list[Example]]]) -> KindView:
    faces = kind.faces()
    return KindView(
        name,
        inspect.getdoc(kind) or "",
        faces,
        tuple(_fields(kind)),
        tuple(use for agreement, _ in shipped for use in _uses(agreement, kind))[:MOST_USES],
        tuple(
            one
            for agreement, examples in shipped
            for one in _examples(agreement, examples, kind, set(faces))
        ),
    )


def _fields(kind: type[Rule]) -> Iterator[FieldView]:
    schema = json_schema(kind)
    needed = set(schema.get("required", ()))
    common = {field.name for field in fields(Rule)}
    for name, part in schema["properties"].items():
        if name not in common:
            yield FieldView(name, name in needed, kind.words.get(name, ""), _may_stand(part))


def _uses(agreement: Agreement, kind: type[Rule]) -> Iterator[Use]:
    """The first rule of the kind that the agreement has."""
    for clause in agreement.clauses:
        for rule in _rules(clause):
            if type(rule) is kind:
                yield Use(agreement.id, clause.number, rule.says())
                return


def _examples(
    agreement: Agreement, examples: list[Example], kind: type[Rule], faces: set[str]
) -> Iterator[ExampleView]:
    """Examples of a clause with such a rule that ask what the kind answers."""
    numbers = {
        clause.number
        for clause in agreement.clauses
        if any(type(rule) is kind for rule in _rules(clause))
    }
    for one in examples:
        asked = [ASKS.get(key, faces) for key in one.part.expect.given]
        exercises = not faces or any(wanted & faces for wanted in asked)
        if one.part.clause in numbers and exercises:
            yield ExampleView(agreement.id, one.part.clause or "", one.name)


def _rules(clause: Clause) -> Iterator[Rule]:
    """Its rules by every reading."""
    yield from clause.rules
    for reading in clause.readings:
        yield from reading.rules


def _may_stand(part: dict[str, Any]) -> str:
    """What may be written in a field, in a few words."""
    options = part.get("anyOf", [part])
    words = []
    for option in options:
        if "enum" in option:
            words.append(" | ".join(map(str, option["enum"])))
        elif "const" in option:
            words.append(str(option["const"]))
        elif option.get("type") == "array":
            words.append(f"list of {_may_stand(option.get('items', {})) or 'values'}")
        elif "description" in option:
            words.append(option["description"])
        elif option.get("type") != "null":
            kind = option.get("type", "")
            words.append(_WORDS.get("string" if isinstance(kind, list) else kind, str(kind)))
    return ", or ".join(dict.fromkeys(word for word in words if word))
