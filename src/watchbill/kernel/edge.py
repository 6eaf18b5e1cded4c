"""From a tree of plain data to a checked record, with every error at its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from watchbill.kernel.fields import SLIP
from watchbill.kernel.problems import Problem, nearest, shown
from watchbill.kernel.yamltree import Path_, Tree

T = TypeVar("T")
Schema = dict[str, Any]

JSON_SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {
    "string_type": "a text is",
    "int_type": "a whole number is",
    "int_parsing": "a whole number is",
    "int_parsing_size": "a whole number is",
    "int_from_float": "a whole number is",
    "decimal_type": "a number is",
    "decimal_parsing": "a number is",
    "finite_number": "a number is",
    "bool_type": "true or false is",
    "bool_parsing": "true or false is",
    "list_type": "a list is",
    "tuple_type": "a list is",
    "set_type": "a list is",
    "frozen_set_type": "a list is",
    "dict_type": "keys with values are",
    "dataclass_type": "keys with values are",
    "model_type": "keys with values are",
    "mapping_type": "keys with values are",
    "too_short": "at least one is",
}
_BOUNDS = {
    # what is wrong, the key of pydantic's bound, and how the bound is said
    "greater_than_equal": ("this is too small", "ge", "at least"),
    "greater_than": ("this is too small", "gt", "more than"),
    "less_than_equal": ("this is too large", "le", "at most"),
    "less_than": ("this is too large", "lt", "less than"),
}


@lru_cache(maxsize=256)
def adapter(kind: Any) -> TypeAdapter[Any]:
    """Pydantic's reader of that type, made once."""
    return TypeAdapter(kind)


def json_schema(kind: Any) -> Schema:
    """The JSON Schema of what :func:`check` accepts for that type."""
    return adapter(kind).json_schema(mode="validation")


def check(
    kind: type[T], tree: Tree, path: Path_ = (), data: object = ...
) -> tuple[T | None, list[Problem]]:
    """The record of type ``kind`` that stands at ``path`` of the tree, and every problem in it.

    ``data`` is what stands there where it is not the tree's own (a parameter filled in). The
    record is ``None`` exactly when there are problems.
    """
    if data is ...:
        data = tree.data
        for part in path:
            data = cast(Any, data)[part]
    try:
        return cast(T, adapter(cast(Any, kind)).validate_python(data)), []
    except ValidationError as error:
        return None, _problems(error, tree, path, data, json_schema(kind))


def _problems(
    error: ValidationError, tree: Tree, path: Path_, data: object, schema: Schema
) -> list[Problem]:
    """Every problem; what each branch of a union has to say of one value is one."""
    problems: list[Problem] = []
    branches: dict[Path_, list[ErrorDetails]] = {}
    for detail in error.errors(include_url=False, include_context=True):
        place = _as_written(detail["loc"], data)
        in_branch = isinstance(next(iter(detail["loc"][len(place) :]), 0), str)
        detail = {**detail, "loc": place}
        if in_branch:
            branches.setdefault(place, []).append(detail)
        else:
            problems.append(_problem(detail, tree, path, schema))
    for details in branches.values():
        told = [_problem(detail, tree, path, schema) for detail in details]
        allowed = "; or ".join(one.allowed or one.message for one in told)
        problems.append(replace(told[0], message="this is none of what may stand here",
                                allowed=allowed))  # fmt: skip
    return problems


def _as_written(place: Path_, data: object) -> Path_:
    """The place as far as the file has it: without the branch of a union, which pydantic gives a
    name, and without the number of an element that alone stands for a list.
    """
    here = data
    for count, part in enumerate(place):
        if isinstance(here, Mapping):
            here = here.get(part)
        elif isinstance(here, list) and isinstance(part, int) and part < len(here):
            here = here[part]
        else:
            return place[:count]
    return place


def _problem(detail: ErrorDetails, tree: Tree, path: Path_, schema: Schema) -> Problem:
    inner: Path_ = detail["loc"]
    kind, context = detail["type"], detail.get("ctx", {})
    if inner and inner[-1] == "[key]":
        inner = inner[:-1]
    place = path + inner
    line = tree.line_of(place)
    found = shown(detail["input"])
    where = tree.where(place)
    if kind in {"extra_forbidden", "unexpected_keyword_argument"}:
        known = sorted(_keys_at(schema, inner[:-1]))
        key = str(inner[-1])
        return Problem(
            tree.file,
            tree.key_line_of(place),
            where,
            "this key is not known here",
            found=key,
            allowed=", ".join(known) or None,
            suggestion=nearest(key, known),
        )
    if kind in {"missing", "missing_argument"}:
        return Problem(tree.file, line, where, "this key is needed and is missing")
    if kind in {"literal_error", "enum"}:
        allowed = str(context.get("expected", ""))
        words = [word.strip(" '") for word in allowed.replace(" or ", ",").split(",")]
        near = nearest(str(detail["input"]), words)
        message = "this is not one of the words allowed here"
        return Problem(tree.file, line, where, message, found, ", ".join(words), near)
    if kind in _BOUNDS:
        message, key, allowed = _BOUNDS[kind]
        return Problem(tree.file, line, where, message, found, f"{allowed} {context[key]:,}")
    if kind in _PLAIN:
        return Problem(tree.file, line, where, f"{_PLAIN[kind]} needed here", found)
    near = context.get("suggestion") if kind == SLIP else None
    message = detail["msg"].removeprefix("Value error, ")
    message = message[:1].lower() + message[1:]
    return Problem(tree.file, line, where, message, found, None, near)


def _keys_at(schema: Schema, path: Path_) -> set[str]:
    """The keys that the schema allows at ``path``."""
    here = _resolve(schema, schema)
    for part in path:
        options = here.get("anyOf", [here])
        options = [_resolve(option, schema) for option in options]
        here = next((found for option in options if (found := _step(option, part))), {})
        here = _resolve(here, schema)
    options = [_resolve(option, schema) for option in here.get("anyOf", [here])]
    return {key for option in options for key in option.get("properties", {})}


def _step(schema: Schema, part: str | int) -> Schema:
    if isinstance(part, int):
        return cast(Schema, schema.get("items", {}))
    properties = schema.get("properties", {})
    if part in properties:
        return cast(Schema, properties[part])
    rest = schema.get("additionalProperties", {})
    return rest if isinstance(rest, Mapping) else {}  # type: ignore[return-value]


def _resolve(schema: Schema, root: Schema) -> Schema:
    while "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rsplit("/", 1)[-1]]
    return schema
