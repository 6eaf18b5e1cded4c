"""From a tree of plain data to a checked record, with every error at its line."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, TypeVar, cast

from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from watchbill.kernel.problems import Problem, nearest, shown
from watchbill.kernel.yamltree import Path_, Tree, path_text

T = TypeVar("T")
Schema = dict[str, Any]

JSON_SCHEMA_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_PLAIN = {
    "string_type": "a text",
    "int_type": "a whole number",
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "decimal_type": "a number",
    "decimal_parsing": "a number",
    "bool_type": "true or false",
    "bool_parsing": "true or false",
    "list_type": "a list",
    "tuple_type": "a list",
    "set_type": "a list",
    "frozen_set_type": "a list",
    "dict_type": "keys with values",
    "dataclass_type": "keys with values",
    "model_type": "keys with values",
    "mapping_type": "keys with values",
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
        schema = json_schema(kind)
        details = error.errors(include_url=False, include_context=True)
        return None, [_problem(detail, tree, path, schema) for detail in details]


def _problem(detail: ErrorDetails, tree: Tree, path: Path_, schema: Schema) -> Problem:
    inner: Path_ = detail["loc"]
    kind = detail["type"]
    if inner and inner[-1] == "[key]":
        inner = inner[:-1]
    place = path + inner
    line = tree.line_of(place)
    found = shown(detail["input"])
    where = path_text(place)
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
        allowed = str(detail.get("ctx", {}).get("expected", ""))
        words = [word.strip(" '") for word in allowed.replace(" or ", ",").split(",")]
        near = nearest(str(detail["input"]), words)
        message = "this is not one of the words allowed here"
        return Problem(tree.file, line, where, message, found, ", ".join(words), near)
    if kind in _PLAIN:
        return Problem(tree.file, line, where, f"{_PLAIN[kind]} is needed here", found)
    message = detail["msg"].removeprefix("Value error, ")
    return Problem(tree.file, line, where, message[:1].lower() + message[1:], found)


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
