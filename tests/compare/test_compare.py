"""Two agreements side by side."""

from itertools import combinations

import pytest

from watchbill.agreement.load import load_agreement, parse_agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.compare.compare import compare

HEAD = """\
agreement: {name}
name: {name}
parties: {{employer: A, union: B}}
time_zone: America/Halifax
definitions: {{classifications: {{all: Everybody}}, statuses: {{regular: Regular}}}}
clauses:
  - clause: "1"
    heading: Rules
    reading: Rules.
    rules:
"""


def sentences(left: str, right: str) -> list[str]:
    one = parse_agreement(HEAD.format(name="one") + f"      - {left}\n", "one.yaml")
    other = parse_agreement(HEAD.format(name="two") + f"      - {right}\n", "two.yaml")
    return [text for row in compare(one, other).rows for text in row.sentences]


def test_call_in_is_compared_by_what_it_brings() -> None:
    said = sentences(
        "minimum-call: {hours: 3h, multiple: 1, worked_at_most: 2h}",
        "minimum-call: {hours: 2h, multiple: 2}",
    )
    assert said[0] == "Call-in: 3 h at 1 in one against 2 h at 2 in two."
    assert said[1].startswith("Better for the employee in two from nothing worked or more")


def test_who_is_better_off_may_change_with_the_time_worked() -> None:
    said = sentences(
        "minimum-call: {hours: 4h, multiple: 1}", "minimum-call: {hours: 1h, multiple: 2}"
    )
    assert said[1].startswith("Better for the employee in one from nothing worked to 1 h 59 min")
    assert said[2].startswith("Better for the employee in two from 2 h 1 min worked or more")


@pytest.mark.parametrize(
    ("left", "right", "sentence"),
    [
        ("rest: {at_least: 8h}", "rest: {at_least: 10h30}",
         "at least: 8 h in one, 10 h 30 min in two; 2 h 30 min more in two."),
        ("posting: {days_ahead: 84}", "posting: {days_ahead: 28}",
         "days ahead: 84 in one, 28 in two; 56 more in one."),
        ("average-hours: {at_most: 42}", "average-hours: {at_most: 42, over: 56}",
         "over: cycle in one, 56 in two."),
        ("rest: {at_least: 8h}", "rest: {at_least: 8h, soft: true}",
         "A limit in one, an effort in two."),
        ("rest: {at_least: 8h}", "posting: {days_ahead: 28}", "Only two has it."),
        ('tours-allowed: {starts: ["06:00"]}', 'tours-allowed: {starts: ["07:00", "19:00"]}',
         "starts: 06:00 in one, 07:00, 19:00 in two."),
    ],
)  # fmt: skip
def test_a_difference_is_said_with_its_figure(left: str, right: str, sentence: str) -> None:
    assert sentence in sentences(left, right)


@pytest.mark.parametrize("agreement", agreement_ids())
def test_an_agreement_does_not_differ_from_itself(agreement: str) -> None:
    loaded = load_agreement(agreement)
    assert compare(loaded, loaded).differences == ()


def test_a_comparison_is_the_same_from_both_sides() -> None:
    loaded = [load_agreement(one) for one in agreement_ids()]
    for one, other in combinations(loaded, 2):
        there = {(row.kind, row.left, row.right) for row in compare(one, other).rows}
        back = {(row.kind, row.right, row.left) for row in compare(other, one).rows}
        assert there == back, (one.id, other.id)
