"""What a record of the contract is: a frozen dataclass that is written and read back exactly.

Each field has a docstring with its unit, which becomes its description in the JSON Schema. The
writer sorts keys, so that the same record always has the same text.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import Annotated, Any, Literal, TypeVar, cast, dataclass_transform

from pydantic import ConfigDict, Field

from watchbill.kernel.edge import JSON_SCHEMA_DIALECT, Schema, adapter, check
from watchbill.kernel.problems import BadInput, Problem
from watchbill.kernel.yamltree import Tree

T = TypeVar("T")

VERSION: Literal[0] = 0
"""Of the whole contract. Nought: names and shapes may still change."""
Version = Annotated[
    Literal[0],
    Field(description="Version of the contract; 0 says that names and shapes may still change."),
]

_CONFIG = ConfigDict(
    extra="forbid",
    use_attribute_docstrings=True,
    json_schema_serialization_defaults_required=True,
)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(kind: type[T]) -> type[T]:
    """Makes a class a record of the contract."""
    kind.__pydantic_config__ = _CONFIG  # type: ignore[attr-defined]
    return dataclass(frozen=True, kw_only=True, slots=True)(kind)


def plain(value: object) -> Any:
    """The record as JSON has it: figures that are exact and times are texts."""
    return adapter(cast(Any, type(value))).dump_python(value, mode="json", by_alias=True)


def canonical(value: object) -> str:
    """The record on one line of JSON, its keys sorted: the same record, the same text."""
    return json.dumps(plain(value), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def read_record(kind: Any, text: str, where: str) -> Any:
    """The record of type ``kind`` that :func:`canonical` wrote.

    Raises :class:`BadInput` with ``where`` for what is no JSON or no such record.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise BadInput([Problem(where, None, "", f"this is not JSON: {error}")]) from error
    return record_of(kind, data, where)


def record_of(kind: Any, data: object, where: str) -> Any:
    """The record of type ``kind`` that :func:`plain` made. Raises :class:`BadInput`."""
    value, problems = check(kind, Tree(where, data))
    if problems:
        raise BadInput(replace(problem, line=None) for problem in problems)
    return value


def schema_of(name: str, kind: Any) -> Schema:
    """The JSON Schema of what :func:`plain` makes of records of that type."""
    made = adapter(kind).json_schema(mode="serialization", by_alias=True)
    head = {
        "$schema": JSON_SCHEMA_DIALECT,
        "$id": f"urn:watchbill:contract:{VERSION}:{name}",
        "title": name,
    }
    return {**made, **head}
