"""The schemas by which an editor completes files."""

from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from watchbill.agreement.schema import agreement_schema, proposal_schema
from watchbill.agreement.shipped import agreement_path
from watchbill.kernel.yamltree import parse_tree
from watchbill.service.schema import service_schema
from watchbill.service.shipped import service_path

SCHEMAS = {
    "agreement": agreement_schema(),
    "proposal": proposal_schema(),
    "service": service_schema(),
}


def fields(schema: dict[str, Any], path: str = "") -> Iterator[tuple[str, dict[str, Any]]]:
    """Every field of every part, with its place."""
    for name, field in schema.get("properties", {}).items():
        yield f"{path}.{name}", field
        yield from fields(field, f"{path}.{name}")
    for name, part in schema.get("$defs", {}).items():
        yield from fields(part, name)


@pytest.mark.parametrize("file", SCHEMAS)
def test_every_field_of_a_file_says_what_it_is(file: str) -> None:
    schema = SCHEMAS[file]
    parts = [one for one in fields(schema) if not one[0].startswith("Step")]
    assert len(parts) > 20
    silent = [place for place, field in parts if not {"description", "$ref"} & field.keys()]
    assert silent == []


def test_every_rule_kind_is_described_and_so_are_most_of_its_fields() -> None:
    rules = SCHEMAS["agreement"]["$defs"]["Rule"]["oneOf"]
    assert len(rules) > 40
    assert all(rule["description"] for rule in rules)
    (average,) = [rule for rule in rules if "average-hours" in rule["properties"]]
    most = average["properties"]["average-hours"]["properties"]["at_most"]
    assert most["anyOf"][0]["description"]


def errors(schema: str, text: str) -> list[str]:
    data = parse_tree(text, "f.yaml").data
    return [
        one.message for one in jsonschema.Draft202012Validator(SCHEMAS[schema]).iter_errors(data)
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("time_zone:", "timezone:"),
        ("week_start: monday", "week_start: mondey"),
        ("begins: 2023-01-01", "begins: [2023]"),
        ("at_most: 42", "at_mots: 42"),
        ("at_most: 42", "at_most: -42"),
        ("average-hours", "averge-hours"),
        ("length: 12h", "length: 12"),
        ("agreement: foothills-2023-2025", "agreement: Foothills 2023"),
    ],
)
def test_a_damaged_agreement_does_not_fit(old: str, new: str) -> None:
    text = agreement_path("foothills-2023-2025").read_text().replace("default: 1.5", "default: 2")
    assert old in text
    assert errors("agreement", text) == []
    assert errors("agreement", text.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("weeks: 8", "weeks: 0"),
        ("weeks: 8", "weeks: 999"),
        ("posts:", "postz:"),
        ("offset: 2", "offset: -2"),
        ("[1 at all times]", "[]"),
        ("service: kamloops-cso", "service: Kamloops"),
    ],
)
def test_a_damaged_service_does_not_fit(old: str, new: str) -> None:
    text = service_path("kamloops-cso").read_text()
    assert old in text
    assert errors("service", text) == []
    assert errors("service", text.replace(old, new, 1))
