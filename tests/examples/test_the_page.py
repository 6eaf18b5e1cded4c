"""The page on worked examples: every block of it runs, and nothing of the format is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from watchbill.events.registry import event_kinds
from watchbill.examples.file import ExamplePart, ExpectPart
from watchbill.examples.read import Example, parse_examples
from watchbill.examples.run import Result, try_one
from watchbill.kernel.edge import json_schema

PAGE = Path("docs/examples.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.DOTALL | re.MULTILINE)
BY_THE_PROGRAM = {"posted", "decided"}
"""Entries of a ledger that an example has no need to write."""


def examples() -> list[Example]:
    return [one for block in BLOCKS for one in parse_examples(block, "examples.md")]


@pytest.mark.parametrize("example", examples(), ids=lambda one: one.name)
def test_an_example_of_the_page_agrees(example: Example) -> None:
    tried = try_one(example)
    assert tried.result is Result.AGREED, tried.parts


def test_every_key_event_and_expectation_is_on_the_page() -> None:
    for name in (*ExamplePart.model_fields, *ExpectPart.model_fields):
        assert re.search(rf"\b{name}\b", PAGE), name
    for name, kind in event_kinds().items():
        if name in BY_THE_PROGRAM or kind.is_fact:
            continue
        row = next((line for line in PAGE.splitlines() if f"| `{name}` |" in line), "")
        for field in json_schema(kind)["properties"]:
            assert re.search(rf"\b{field}\b", row), (name, field)


def test_every_expectation_has_an_example_on_the_page() -> None:
    given = {key for one in examples() for key in one.part.expect.given}
    assert given == set(ExpectPart.model_fields)
