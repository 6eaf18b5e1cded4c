"""The examples that ship: each agreement has some, each agrees, and each can fail."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from watchbill.agreement.shipped import agreement_ids
from watchbill.examples.judges import judges
from watchbill.examples.read import Example, parse_examples, read_examples
from watchbill.examples.run import Result, try_one
from watchbill.examples.shipped import example_path
from watchbill.examples.stage import set_stage
from watchbill.kernel.clock import Day


def shipped() -> Iterator[Example]:
    for agreement in agreement_ids():
        yield from read_examples(example_path(agreement))


EXAMPLES = list(shipped())


def test_every_agreement_has_at_least_five_examples_and_they_are_its_own() -> None:
    counts = dict.fromkeys(agreement_ids(), 0)
    for example in EXAMPLES:
        counts[example.part.agreement] += 1
    assert min(counts.values()) >= 5, counts
    for agreement in agreement_ids():
        own = read_examples(example_path(agreement))
        assert {one.part.agreement for one in own} == {agreement}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.part.agreement}: {one.name}")
def test_it_agrees(example: Example) -> None:
    tried = try_one(example)
    assert tried.result is Result.AGREED, "\n".join(
        line for part in tried.parts for line in part.working
    )


SPOILED_APART = {"no_pay", "no_findings", "nothing_else"}
"""What is not there is spoiled by asking for what is, in tests of their own below."""


def spoiled(key: str, expected: Any) -> Any:
    """The expectation with an answer that is not true."""
    if key == "pay":
        first = expected[0].model_copy(update={"hours": expected[0].hours + Decimal("0.5")})
        return [first, *expected[1:]]
    if key in SPOILED_APART:
        return None
    if key == "basic":
        return {name: value + 1 for name, value in expected.items()}
    if key == "findings":
        return [*expected, ("no such clause", None)] if expected else [("no such clause", None)]
    if key == "decision":
        return "refused" if expected == "approved" else "approved"
    if key == "unmet":
        return (*expected, "weather")
    if key == "order":
        return tuple(reversed(expected))
    if key == "ends":
        return Day(expected + 1)
    if key == "coverage":
        return {when: number + 1 for when, number in expected.items()}
    (name, value), *_ = ((name, value) for name, value in expected if value is not None)
    return expected.model_copy(update={name: value + Decimal("0.01")})


@pytest.mark.parametrize("key", sorted(judges()))
def test_a_wrong_answer_differs(key: str) -> None:
    tried = 0
    for example in EXAMPLES:
        expected = example.part.expect.given.get(key)
        if expected is None:
            continue
        wrong = spoiled(key, expected)
        if wrong is None:
            continue
        tried += 1
        assert not judges()[key](set_stage(example), wrong).agreed, example.name
    assert tried or key in SPOILED_APART


def test_a_clause_that_pays_is_not_without_a_line() -> None:
    for example in EXAMPLES:
        pay = example.part.expect.pay
        if pay:
            assert not judges()["no_pay"](set_stage(example), [pay[0].clause]).agreed


def test_a_finding_is_not_nothing() -> None:
    for example in EXAMPLES:
        if example.part.expect.findings:
            assert not judges()["findings"](set_stage(example), []).agreed


def test_a_clause_with_a_finding_is_not_without_one() -> None:
    for example in EXAMPLES:
        for clause, _ in example.part.expect.findings or ():
            assert not judges()["no_findings"](set_stage(example), [clause]).agreed


def test_what_is_not_named_is_something_else() -> None:
    for example in EXAMPLES:
        expect = example.part.expect
        if not expect.nothing_else:
            continue
        assert judges()["nothing_else"](set_stage(example), True).agreed
        for named in ("findings", "pay"):
            if getattr(expect, named):
                unnamed = expect.model_copy(update={named: None})
                part = example.part.model_copy(update={"expect": unnamed})
                stage = set_stage(replace(example, part=part))
                assert not judges()["nothing_else"](stage, True).agreed, example.name


def test_who_is_not_named_under_a_clause_that_is_named_differs() -> None:
    story = """
- example: two on ten hours, and one named
  agreement: hsaa-ems
  people: {Ada: {classification: ACP}, Ben: {classification: ACP}}
  roster: {Ada: [2024-06-03 07:00 +10h], Ben: [2024-06-03 07:00 +10h]}
  expect: {findings: [["12.02", Ada]]}
"""
    (example,) = parse_examples(story, "made up")
    assert try_one(example).result is Result.DIFFERS
