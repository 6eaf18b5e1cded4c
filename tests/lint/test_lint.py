"""The lint: what is wrong in real agreements is found, and what is sound is left alone."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lint.made_up import SOUND, linted, said
from watchbill.agreement.load import load_agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.lint import checks
from watchbill.lint.lint import all_checks
from watchbill.lint.remark import Gravity
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.figures import figures
from watchbill.rotation.notation import read_pattern


def test_every_file_of_a_check_is_found() -> None:
    files = {path.stem for path in Path(checks.__file__).parent.glob("*.py")} - {"__init__"}
    assert {check.__module__.rpartition(".")[2] for check in all_checks()} == files


@pytest.mark.parametrize("agreement", agreement_ids())
def test_checks_that_say_they_have_only_notes_have_only_notes(agreement: str) -> None:
    loaded = load_agreement(agreement)
    notes_only = set(all_checks()) - set(all_checks(but_notes=True))
    assert len(notes_only) == 5
    assert not any(one.counts for check in notes_only for one in check(loaded))


def test_a_sound_agreement_gives_nothing() -> None:
    limits = ("average-hours: {at_most: 42}", "annual-hours: {at_most: 2190}",
              "run-of-tours: {at_most: 4}")  # fmt: skip
    assert linted(SOUND, *limits) == ()


@pytest.mark.parametrize(
    ("rule", "check", "part"),
    [
        ("rotation: {pattern: DDNN----, hours_per_week: 40}", "stated hours", "42 hours a week"),
        ("rotation: {pattern: DDNN----, cycle_days: 7}", "stated hours", "8 days"),
        ("rotation: {pattern: DDNN----, hours_per_cycle: 44}", "stated hours", "48 h"),
        ("rotation: {hours_per_week: 48, hours_per_year: 2190}", "stated hours", "2,503"),
        ("annual-tours: {tours: 90, tour: 24h, weeks: 52, hours_per_week: 45.7}", "stated hours",
         "41.54"),
        ("average-hours: {at_most: 170, period: 28 days}", "rules that never apply", "168"),
        ("hours-in-window: {at_most: 60h, period: any 58h}", "rules that never apply", "no longer"),
        ("run-of-tours: {at_most: 5, or_up_to: 4, within: 50h}", "rules that never apply",
         "allowed anyway"),
        ("free-days: {at_least: 30, period: 28 days}", "rules that never apply", "not so many"),
        ("free-run: {days: 8, period: week}", "rules that never apply", "not so many"),
        ('free-evenings: {at_least: 21, period: 28 days, evening_from: "18:00", until: "08:00"}',
         "rules that never apply", "not so many"),
        ("rest: {at_least: 9h, applies_to: {classification: deckhnd}}", "undefined words",
         "deckhand"),
    ],
)  # fmt: skip
def test_a_defect_is_found_with_its_figures(rule: str, check: str, part: str) -> None:
    found = [one for one in linted(rule) if one.check == check]
    assert found, linted(rule)
    assert part in found[0].sentence
    assert found[0].counts
    assert (found[0].clauses, found[0].line) == (("1",), 12)


def test_a_rotation_breaks_a_limit_of_its_own_agreement() -> None:
    (one,) = linted("rotation: {pattern: DDNN----}", "run-of-tours: {at_most: 3}")
    assert (one.gravity, one.check) == (Gravity.ERROR, "own rotation")
    assert one.figures == ("4 consecutive tours", "3 consecutive tours")


def test_an_effort_that_the_rotation_misses_is_a_note() -> None:
    (one,) = linted("rotation: {pattern: DDNN----}", "rest: {at_least: 14h, soft: true}")
    assert one.gravity is Gravity.NOTE


def test_a_rule_inside_a_clause_for_others_covers_nobody() -> None:
    more = (
        '  - clause: "2"\n    heading: Casuals\n    reading: Casuals.\n'
        "    applies_to: {status: casual}\n    rules:\n"
        "      - rest: {at_least: 8h, applies_to: {status: regular}}\n"
    )
    (one,) = linted(SOUND, more=more)
    assert (one.check, one.clauses) == ("rules that never apply", ("2",))


def test_two_lists_of_tours_with_none_in_common_contradict_each_other() -> None:
    more = (
        '  - clause: "2"\n    heading: Tours\n    reading: Tours.\n'
        "    rules: [tours-allowed: {lengths: [10h]}]\n"
    )
    found = linted("tours-allowed: {lengths: [8h, 12h]}", more=more)
    assert [(one.check, one.clauses) for one in found] == [("contradictions", ("1", "2"))]


def test_they_do_not_where_they_are_for_different_people() -> None:
    more = (
        '  - clause: "2"\n    heading: Tours\n    reading: Tours.\n'
        "    applies_to: {classification: master}\n"
        "    rules: [tours-allowed: {lengths: [10h]}]\n"
    )
    rule = "tours-allowed: {lengths: [8h, 12h], applies_to: {classification: deckhand}}"
    assert linted(rule, more=more) == ()


def test_overtime_that_a_rotation_has_built_in_is_told() -> None:
    period = "work-period: {days: 21, begins: 2024-01-01 08:00, service: fire}"
    tours = "tours-allowed: {lengths: [12h, 24h]}"
    assert linted("rotation: {pattern: 24/48 kelly 7}", period, tours) == ()
    (one,) = linted("rotation: {pattern: 24/48}", period, tours)
    assert (one.check, one.gravity) == ("work period", Gravity.WARNING)
    assert one.figures == ("168 h", "159 h")


def test_missing_clauses_are_noted() -> None:
    assert said(linted(SOUND, usual="")) == [("note", "missing clauses")] * 3


@given(
    pattern=st.text("DN-", min_size=2, max_size=14),
    off_by=st.sampled_from([0, 0, 1, -1, 3]),
)
@settings(max_examples=80, deadline=None)
def test_any_rotation_with_its_own_figures_is_sound_and_with_others_is_not(
    pattern: str, off_by: int
) -> None:
    if not set("DN") & set(pattern):
        return  # nobody works
    cycle = make_rotation(read_pattern(pattern), None, 1)
    week = figures(cycle).hours_per_week.quantize(Decimal("0.01")) + off_by
    found = linted(f"rotation: {{pattern: '{pattern}', hours_per_week: {week}}}")
    assert (
        ("error", "stated hours") in said(found)
        if off_by
        else "stated hours" not in {one.check for one in found}
    )
