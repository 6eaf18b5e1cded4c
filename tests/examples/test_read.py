"""Example files: every mistake at once, each at its line, and never a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.test_commands import watchbill
from tests.damage import damaged
from watchbill.agreement.shipped import agreement_ids
from watchbill.examples.read import parse_examples
from watchbill.examples.run import Result, try_all
from watchbill.examples.shipped import example_path
from watchbill.kernel.problems import BadInput

GOOD = """\
- example: called in
  agreement: hsaa-ems
  clause: "12.06"
  people: {Ames: {classification: PCP, rate: 40.00}}
  roster: {Ames: []}
  events:
    - call_in: {person: Ames, told: 2024-06-05 14:00, report: 2024-06-05 15:00, worked: 1h30}
  expect: {basic: {Ames: 3}}
"""


def mistakes(text: str) -> list[tuple[int | None, str, str | None]]:
    try:
        tried = try_all(parse_examples(text, "mine.yaml"))
    except BadInput as bad:
        problems = bad.problems
    else:
        problems = tuple(problem for one in tried for problem in one.problems)
        assert [one.result for one in tried if one.problems] == [Result.IMPOSSIBLE] * len(tried)
    return [(one.line, one.message, one.suggestion) for one in problems]


def test_a_good_file_is_read_and_tried() -> None:
    (tried,) = try_all(parse_examples(GOOD, "mine.yaml"))
    assert tried.result is Result.AGREED
    assert (tried.example.name, tried.example.line) == ("called in", 1)


@pytest.mark.parametrize(
    ("before", "after", "line", "message", "suggestion"),
    [
        ("clause:", "claus:", 3, "this key is not known here", "clause"),
        ("classification: PCP", "clasification: PCP", 4, "this key is not known here",
         "classification"),
        ("call_in:", "callin:", 7, "no event has this name", "call_in"),
        ("worked: 1h30", "worked: 90", 7, "is not a length", None),
        ("report: 2024-06-05 15:00", "report: 2024-06-31 15:00", 7, "is not a date", None),
        ("person: Ames", "person: Aims", 7, "nobody in the example has this name", "Ames"),
        ("roster: {Ames: []}", "roster: {Amse: []}", 5, "nobody in the example has this name",
         "Ames"),
        ("{basic:", "{basics:", 8, "this key is not known here", "basic"),
        ("{Ames: 3}", "{Ames: three}", 8, "a number is needed here", None),
        ("agreement: hsaa-ems", "agreement: hsaa-em", 1, "no agreement that ships has this id",
         "hsaa-ems"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line(
    before: str, after: str, line: int, message: str, suggestion: str | None
) -> None:
    found = mistakes(GOOD.replace(before, after, 1))
    assert any(one[0] == line and message in one[1] and one[2] == suggestion for one in found), (
        found
    )


def test_all_mistakes_of_all_examples_come_at_once() -> None:
    spoiled = GOOD.replace("clause:", "claus:") + GOOD.replace("call_in:", "callin:")
    lines = {line for line, _, _ in mistakes(spoiled)}
    assert {3, 15} <= lines


def test_a_tour_that_nobody_has_is_told_with_the_example() -> None:
    text = GOOD.replace(
        "call_in: {person: Ames, told: 2024-06-05 14:00, report: 2024-06-05 15:00, worked: 1h30}",
        "no_lunch: {person: Ames, tour: 2024-06-05 07:00}",
    )
    ((line, message, _),) = mistakes(text)
    assert (line, "no tour that starts 2024-06-05 07:00" in message) == (1, True)


def test_one_that_cannot_have_happened_keeps_none_from_its_turn(
    tmp_path: Path,
) -> None:
    impossible = GOOD.replace("example: called in", "example: no tour to lose").replace(
        "call_in: {person: Ames, told: 2024-06-05 14:00, report: 2024-06-05 15:00, worked: 1h30}",
        "no_lunch: {person: Ames, tour: 2024-06-05 07:00}",
    )
    path = tmp_path / "mine.yaml"
    path.write_text(impossible + GOOD, encoding="utf-8")
    done = watchbill("try", str(path), "--plain")
    assert done.returncode == 2
    assert "impossible no tour to lose" in done.stdout
    assert "no tour that starts 2024-06-05 07:00" in done.stdout
    assert "agreed     called in" in done.stdout


def test_lines_alike_are_expected_one_by_one_or_together() -> None:
    two = GOOD.replace(
        "  expect:",
        "    - call_in: {person: Ames, told: 2024-06-06 14:00, report: 2024-06-06 15:00,"
        " worked: 1h}\n"
        "  expect:",
    )
    line = '{person: Ames, clause: "12.06", hours: %s, multiple: 1.0}'
    expected = {"3": True, "6": True, "2": False, "9": False}
    for asked, agrees in expected.items():
        text = two.replace("{basic: {Ames: 3}}", f"{{pay: [{line % asked}]}}")
        (tried,) = try_all(parse_examples(text, "mine.yaml"))
        assert (tried.result is Result.AGREED) == agrees, asked
    text = two.replace("{basic: {Ames: 3}}", f"{{pay: [{line % 3}, {line % 3}, {line % 3}]}}")
    (tried,) = try_all(parse_examples(text, "mine.yaml"))
    assert tried.result is Result.DIFFERS


def test_an_unknown_reading_is_told() -> None:
    text = GOOD.replace("  people:", '  readings: {"12.04": 49-hours}\n  people:', 1)
    assert any("no such reading" in message for _, message, _ in mistakes(text))


@given(data=st.data(), agreement=st.sampled_from(agreement_ids()))
@settings(max_examples=150, deadline=None)
def test_whatever_the_damage_it_is_read_or_told(data: st.DataObject, agreement: str) -> None:
    text = example_path(agreement).read_text(encoding="utf-8")[:3000]
    spoiled = data.draw(damaged(text))
    try:
        tried = try_all(parse_examples(spoiled, "mine.yaml", Path("/")))
    except BadInput as bad:
        assert all(problem.line is not None for problem in bad.problems), bad
    else:
        assert all(one.result in Result for one in tried)
