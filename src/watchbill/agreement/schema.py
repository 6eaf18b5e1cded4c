"""The JSON Schema of the agreement file, so that an editor completes it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from watchbill.agreement.file import AgreementPart, Part, ProposalPart
from watchbill.kernel.edge import JSON_SCHEMA_DIALECT, json_schema
from watchbill.rules.registry import kinds

_PARAMETER = {"type": "string", "pattern": r"^\$[a-z][a-z0-9-]*$"}
"""What stands in a file where a parameter of the agreement is meant."""


def agreement_schema() -> dict[str, Any]:
    """The schema of an agreement file, every rule kind included."""
    return _with_rules(AgreementPart)


def proposal_schema() -> dict[str, Any]:
    """The schema of a proposal's file: the clauses that it changes."""
    return _with_rules(ProposalPart)


def _with_rules(part_type: type[Part]) -> dict[str, Any]:
    schema = json_schema(part_type)
    definitions: dict[str, Any] = dict(schema.pop("$defs"))
    rules = []
    for name, kind in kinds().items():
        fields = json_schema(kind)
        definitions |= fields.pop("$defs", {})
        fields["description"] = kind.summary()
        rules.append(
            {
                "type": "object",
                "properties": {name: _with_parameters(_described(fields, kind.words))},
                "required": [name],
                "additionalProperties": False,
                "description": kind.summary(),
            }
        )
    definitions["Rule"] = {"oneOf": rules}
    for part in ("ClausePart", "ReadingPart"):
        definitions[part]["properties"]["rules"]["items"] = {"$ref": "#/$defs/Rule"}
    return {"$schema": JSON_SCHEMA_DIALECT, **schema, "$defs": definitions}


def _described(schema: dict[str, Any], words: Mapping[str, str]) -> dict[str, Any]:
    """What each field of a rule is, in the words that a comparison calls it by."""
    properties = {
        name: {**field, "description": f"{words[name]}: {field['description']}"
               if "description" in field else words[name]} if name in words else field
        for name, field in schema.get("properties", {}).items()
    }  # fmt: skip
    return {**schema, "properties": properties}


def _with_parameters(schema: dict[str, Any]) -> dict[str, Any]:
    """Every field, and every part of one that is a list, may be a ``$parameter``."""
    properties = {
        name: {"anyOf": [_with_parameter_items(field), _PARAMETER]}
        for name, field in schema.get("properties", {}).items()
    }
    return {**schema, "properties": properties}


def _with_parameter_items(field: dict[str, Any]) -> dict[str, Any]:
    if "items" not in field:
        return field
    return {**field, "items": {"anyOf": [field["items"], _PARAMETER]}}
