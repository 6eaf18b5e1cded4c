"""Two agreements side by side."""

from dataclasses import fields
from itertools import combinations
from pathlib import Path

import pytest

from watchbill.agreement.load import load_agreement, parse_agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.compare.compare import compare
from watchbill.rules.base import Rule
from watchbill.rules.registry import kinds

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
    assert said == [
        "Call-in: 3 h at 1 (worked 2 h or less; above, the hours worked) in one against 2 h at 2"
        " in two.",
        "Better for the employee in two however long it is, by 1 h and more at the basic rate.",
    ]


# By hand, in hours at the basic rate for w hours worked.
@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        # max(w, 4) against 2 max(w, 1): 4 to 2, even at 2 h, then w more
        ("minimum-call: {hours: 4h, multiple: 1}", "minimum-call: {hours: 1h, multiple: 2}",
         ["one below 2 h worked, by up to 2 h at the basic rate",
          "two above 2 h worked, the more, the longer it is"]),
        # 3 up to 2 h, then w, against 4 up to 2 h, then w: one hour, then even
        ("minimum-call: {hours: 3h, multiple: 1, worked_at_most: 2h}",
         "minimum-call: {hours: 2h, multiple: 2, worked_at_most: 2h}",
         ["two up to 2 h worked, by 1 h at the basic rate"]),
        # 3 up to 2 h, then w, against 1.5 max(w + 0.5, 2): even at 3 until 1 h 30, then more
        ("minimum-call: {hours: 3h, multiple: 1, worked_at_most: 2h}",
         "minimum-call: {hours: 2h, multiple: 1.5, paid_before: 0h30}",
         ["two above 1 h 30 min worked, the more, the longer it is"]),
        # 3 max(w, 1) against 4 max(w, 1) up to 2 h, then w
        ("minimum-call: {hours: 1h, multiple: 3}",
         "minimum-call: {hours: 1h, multiple: 4, worked_at_most: 2h}",
         ["two up to 2 h worked, by 1 h to 2 h at the basic rate",
          "one above 2 h worked, by 4.03 h and more at the basic rate"]),
        ("held-over: {at_least: 1h, multiple: 1.5}", "held-over: {at_least: 2h, multiple: 1.5}",
         ["two below 2 h worked, by up to 1.5 h at the basic rate"]),
        ("minimum-call: {hours: 3h, multiple: 1}",
         "minimum-call: {hours: 3h, multiple: 1, worked_at_most: 3h}", []),
    ],
)  # fmt: skip
def test_the_break_even_is_that_by_hand(left: str, right: str, said: list[str]) -> None:
    wanted = [f"Better for the employee in {one}." for one in said]
    found = [one for one in sentences(left, right)[1:] if not one.startswith("Above")]
    assert found == (wanted or ["The same in both, however long it is."])


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        ("rest: {at_least: 8h}", "rest: {at_least: 10h30}",
         ["Free between two tours: 8 h in one, 10 h 30 min in two; 2 h 30 min more in two.",
          "Better for the employee in two."]),
        ("posting: {days_ahead: 84}", "posting: {days_ahead: 28}",
         ["Days ahead: 84 in one, 28 in two; 56 more in one.", "Better for the employee in one."]),
        ("average-hours: {at_most: 42}", "average-hours: {at_most: 42, period: 56 days}",
         ["Averaged over: a cycle of the rotation in one, 56 days in two.",
          "In the long run both come to 42 h a week."]),
        ("rest: {at_least: 8h}", "rest: {at_least: 8h, soft: true}",
         ["A limit in one, an effort in two."]),
        ("rest: {at_least: 8h}", "posting: {days_ahead: 28}",
         ["Only two has it.", "Only one has it."]),
        ('tours-allowed: {starts: ["06:00"]}', 'tours-allowed: {starts: ["07:00", "19:00"]}',
         ["Starts: 06:00 in one, 07:00, 19:00 in two."]),
        ("exchange: {conditions: [written, status]}", "exchange: {conditions: [written, cost]}",
         ["Conditions: only one has status; only two has cost."]),
        ("average-hours: {at_most: 42}", "average-hours: {at_most: 40}",
         ["Hours a week at most: 42 in one, 40 in two; 2 more in one.",
          "Better for the employee in two."]),
        # 140 h in 14 days are 70 a week, fewer than 75 in 7, and leave 140 in 7: both ways
        ("hours-in-window: {at_most: 75h, period: any 7 days}",
         "hours-in-window: {at_most: 140h, period: any 14 days}",
         ["Time on duty at most: 75 h in one, 140 h in two; 65 h more in two.",
          "In: any 7 days in one, any 14 days in two.",
          "In the long run: 75 h a week in one, 70 h a week in two."]),
        # 70 h in 7 days, and 140 in 14: the first is the stricter in every case
        ("hours-in-window: {at_most: 65h, period: any 7 days}",
         "hours-in-window: {at_most: 140h, period: any 14 days}",
         ["Time on duty at most: 65 h in one, 140 h in two; 75 h more in two.",
          "In: any 7 days in one, any 14 days in two.",
          "In the long run: 65 h a week in one, 70 h a week in two.",
          "Better for the employee in one."]),
        # shorter notice is the employer's, any change of kind the employee's
        ("change-notice: {days: 14, change: [kind], kinds: [day to night], multiple: 2}",
         "change-notice: {days: 7, change: [kind], multiple: 2}",
         ["Days' notice: 14 in one, 7 in two; 7 more in one.",
          "From which kind to which: day to night in one, and two names none."]),
        ("change-notice: {days: 14, multiple: 2}", "change-notice: {days: 7, multiple: 3}",
         ["Days' notice: 14 in one, 7 in two; 7 more in one.",
          "Times the basic rate: 2 in one, 3 in two; 1 more in two."]),
        ("annual-hours: {at_most: 2190}", "annual-hours: {at_most: 2184, period: 364 days}",
         ["Hours at most: 2,190 in one, 2,184 in two; 6 more in one.",
          "In a year of: 365 days in one, 364 days in two.",
          "In the long run both come to 42 h a week."]),
        # more days off, and in a longer period: neither is better in every case
        ("free-run: {days: 2, period: week}", "free-run: {days: 3, period: 28 days}",
         ["Free days in a row: 2 in one, 3 in two; 1 more in two.",
          "In each: a week in one, 28 days in two."]),
        ("change-notice: {days: 14, multiple: 2}",
         "change-notice: {days: 14, multiple: 2, pays: hours-moved}",
         ["What is paid more: all hours in one, hours moved in two."]),
    ],
)  # fmt: skip
def test_a_difference_is_said_with_its_figure(left: str, right: str, said: list[str]) -> None:
    assert sorted(sentences(left, right)) == sorted(said)


def test_limits_on_tours_and_on_nights_are_not_set_against_each_other() -> None:
    found = compare(load_agreement("hsaa-ems"), load_agreement("wa-medical-2013"))
    runs = [row for row in found.rows if row.kind == "run-of-tours"]
    assert all(row.left is None or row.right is None for row in runs)


def test_rules_for_other_people_are_not_set_against_each_other() -> None:
    found = compare(load_agreement("hsaa-ems"), load_agreement("north-bay-police"))
    (full,) = [row for row in found.rows if row.kind == "annual-hours" and row.right is not None]
    assert full.left is None  # that of part-time members


def test_a_proposal_is_set_against_the_clauses_that_it_changes() -> None:
    proposal = load_agreement("docs/proposals/seven-days-notice.yaml")
    found = compare(load_agreement("hsaa-ems"), proposal)
    apart = [(row.left and row.left.clause, row.right and row.right.clause, row.better)
             for row in found.differences]  # fmt: skip
    assert apart == [("12.08(b)", "12.08(b)", "hsaa-ems"), ("12.08(c)", "12.08(c)", "hsaa-ems")]
    assert found.summary.endswith("Better for the employee: 2 in hsaa-ems, 0 in seven-days-notice.")


def test_two_readings_of_one_agreement_are_compared() -> None:
    other = load_agreement("hsaa-ems", {"12.04": "48-hours"})
    found = compare(load_agreement("hsaa-ems"), other)
    assert found.names == ("hsaa-ems (12.04: 2190-hours)", "hsaa-ems (12.04: 48-hours)")
    assert [row.kind for row in found.differences] == ["annual-hours", "average-hours"]


def test_every_field_of_every_kind_has_a_word_that_a_person_says() -> None:
    for name, kind in kinds().items():
        own = {field.name for field in fields(kind)} - {field.name for field in fields(Rule)}
        assert set(kind.words) == own, name
        assert {*kind.about, *kind.more_is_for} <= own, name


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


def test_what_is_not_computed_is_said_and_never_the_same(tmp_path: Path) -> None:
    file = tmp_path / "proposal.yaml"
    file.write_text(
        "proposal: words\non: hsaa-ems\nname: Words\nclauses:\n"
        "  - clause: '12.01'\n    heading: Structures of hours\n    reading: Others.\n"
    )
    base = load_agreement("hsaa-ems")
    found = compare(base, load_agreement(file))
    assert found.differences == ()
    assert found.unknown == (
        "12.01 says something else, and nothing is computed of the difference.",
    )
    assert compare(base, base).unknown == ()
    apart = compare(base, load_agreement("foothills-2023-2025")).unknown
    assert [one.partition(" (")[0] for one in apart] == [
        "Not compared, since hsaa-ems does not compute it: 12.07",
        "Not compared, since foothills-2023-2025 does not compute it: 12.03",
    ]
