"""The lint: what is wrong in real agreements is found, and what is sound is left alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.agreement.load import load_agreement, parse_agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.lint.lint import all_checks, lint
from watchbill.lint.remark import Gravity, Remark
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.figures import figures
from watchbill.rotation.notation import read_pattern

HEAD = """\
agreement: harbour
name: Harbour patrol
parties: {employer: A port, union: A union}
time_zone: America/Halifax
definitions:
  classifications: {deckhand: Works on deck, master: Commands a boat}
  statuses: {regular: In the rotation, casual: Called as needed}
  tours:
    D: {name: Day, start: "07:00", length: 12h, kind: day}
    N: {name: Night, start: "19:00", length: 12h, kind: night}
clauses:
"""
USUAL = """\
  - {clause: "9", heading: Rest, reading: Rest., rules: [rest: {at_least: 8h}]}
  - {clause: "10", heading: Posting, reading: Posting., rules: [posting: {days_ahead: 28}]}
"""
SOUND = "rotation: {pattern: DDNN----, hours_per_week: 42, hours_per_year: 2190}"


def linted(*rules: str, more: str = "", usual: str = USUAL) -> tuple[Remark, ...]:
    clause = '  - clause: "1"\n    heading: Hours\n    reading: Hours.\n    rules:\n'
    listed = "".join(f"      - {rule}\n" for rule in rules)
    return lint(parse_agreement(HEAD + clause + listed + more + usual, "harbour.yaml"))


def said(remarks: tuple[Remark, ...]) -> list[tuple[str, str]]:
    return [(str(one.gravity), one.check) for one in remarks]


def test_there_are_nine_checks() -> None:
    assert len(all_checks()) == 9


def test_a_sound_agreement_gives_nothing() -> None:
    limits = ("average-hours: {at_most: 42}", "annual-hours: {at_most: 2190}",
              "run-of-tours: {at_most: 4}")  # fmt: skip
    assert linted(SOUND, *limits) == ()


@pytest.mark.parametrize(
    ("rule", "check", "part"),
    [
        ("rotation: {pattern: DDNN----, hours_per_week: 40}", "stated hours", "42 h/week"),
        ("rotation: {pattern: DDNN----, cycle_days: 7}", "stated hours", "8 days"),
        ("rotation: {pattern: DDNN----, hours_per_cycle: 44}", "stated hours", "48 h"),
        ("rotation: {hours_per_week: 48, hours_per_year: 2190}", "stated hours", "2,503"),
        ("annual-tours: {tours: 90, tour: 24h, weeks: 52, hours_per_week: 45.7}", "stated hours",
         "41.54"),
        ("average-hours: {at_most: 170, over: 28}", "rules that never apply", "168"),
        ("hours-in-window: {at_most: 60h, hours: 58h}", "rules that never apply", "no longer"),
        ("run-of-tours: {at_most: 5, or_up_to: 4, within: 50h}", "rules that never apply",
         "allowed anyway"),
        ("free-days: {at_least: 30, in_days: 28}", "rules that never apply", "not so many"),
        ("free-run: {days: 8, in_days: 7}", "rules that never apply", "not so many"),
        ('free-evenings: {at_least: 21, in_days: 28, evening_from: "18:00", until: "08:00"}',
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
    assert linted("rotation: {pattern: 24/48 kelly 7}", period) == ()
    (one,) = linted("rotation: {pattern: 24/48}", period)
    assert (one.check, one.gravity) == ("work period", Gravity.WARNING)
    assert one.figures == ("168 h", "159 h")


def test_missing_clauses_are_noted() -> None:
    assert said(linted(SOUND, usual="")) == [("note", "missing clauses")] * 2


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


REAL: dict[str, list[tuple[str, tuple[str, ...], str]]] = {
    "hsaa-ems": [
        ("stated hours", ("12.04",), "2,503"),
        ("contradictions", ("12.04",), "2,190"),
        ("open questions", ("12.04",), "48-hours"),
        ("open questions", ("12.08(d)",), "both"),
        ("open questions", ("12.11",), "rolling"),
        ("missing clauses", (), "rest"),
    ],
    "foothills-2023-2025": [
        ("references", ("12.04(b)",), "12.02(a)"),
        ("references", ("12.07(a)",), "12.07"),
        ("references", ("12.11",), "12.10"),
        ("open questions", ("12.04(a)",), "part-tours"),
        ("own rotation", ("12.02(a)",), "2,190"),
        ("missing clauses", (), "rest"),
    ],
    "seattle-fire-chiefs-2": [
        ("references", ("4.8.4",), "4.5.4"),
        ("references", ("4.8.4",), "4.5.5"),
        ("references", ("4.8.4",), "4.5.6"),
    ],
    "seattle-police": [("open questions", ("5.1 [cycles]",), "officers-b")],
}
UNSOUND = {"hsaa-ems", "foothills-2023-2025", "seattle-fire-chiefs-2"}


@pytest.mark.parametrize("agreement", sorted(REAL))
def test_the_real_defects_are_found(agreement: str) -> None:
    found = lint(load_agreement(agreement))
    for check, clauses, part in REAL[agreement]:
        assert any(
            (one.check, one.clauses) == (check, clauses) and part in one.sentence for one in found
        ), (check, clauses, part)


@pytest.mark.parametrize("agreement", agreement_ids())
def test_the_sound_ones_have_notes_at_most(agreement: str) -> None:
    counted = [one.sentence for one in lint(load_agreement(agreement)) if one.counts]
    assert bool(counted) == (agreement in UNSOUND), counted


def test_what_another_reading_would_bring_has_its_name() -> None:
    found = lint(load_agreement("foothills-2023-2025"))
    (other,) = [one for one in found if one.reading is not None]
    assert other.reading == "12.02(a): calendar-year"
    chosen = lint(load_agreement("foothills-2023-2025", {"12.02(a)": "calendar-year"}))
    assert ("error", "own rotation") in said(chosen)
