"""Two thresholds of overtime need a word on how they stand to each other."""

from __future__ import annotations

import pytest

from tests.lint.made_up import HEAD, NO_CLOCK_CHANGE, SOUND, USUAL, clause, linted
from watchbill.agreement.load import load_agreement, parse_agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.lint.lint import lint
from watchbill.lint.remark import Gravity, Remark

DAILY = "overtime-in-tour: {above: [8h], multiple: 1.5}"
TWELVE = "overtime-in-tour: {above: [12h], multiple: 2}"
WEEKLY = "overtime-above: {hours: 44, period: week, multiple: 1.5}"
LEFT_OUT = WEEKLY.replace("1.5}", "1.5, paid_overtime: left-out}")
CREDITED = WEEKLY.replace("1.5}", "1.5, paid_overtime: credited}")
COUNTED = WEEKLY.replace("1.5}", "1.5, paid_overtime: counted}")


def told(*rules: str, head: str = "", scopes: tuple[str, str] = ("{}", "{}")) -> list[Remark]:
    """What is said of thresholds where each rule is a clause of its own."""
    text = HEAD.replace("ZONE", NO_CLOCK_CHANGE).replace("clauses:\n", f"{head}clauses:\n")
    text += clause("1", SOUND)
    for number, (rule, scope) in enumerate(zip(rules, scopes, strict=False), 2):
        text += clause(str(number), rule, applies_to=scope)
    found = lint(parse_agreement(text + USUAL, "harbour.yaml"))
    return [one for one in found if one.check == "overtime thresholds"]


def test_two_thresholds_without_a_word_are_reported_with_both_clauses() -> None:
    (one,) = told(DAILY, WEEKLY)
    assert (one.gravity, one.clauses) == (Gravity.WARNING, ("2", "3"))
    assert one.sentence == (
        "Both pay overtime above a threshold (2: Hours of one tour above 8 h: 1.5 times the rate;"
        " 3: Hours above 44 hours in a week: 1.5 times the rate), and the file does not say how"
        " they stand to each other: the greatest multiple pays each minute, and one excess may be"
        " paid by both. Say it with resolution, under pay, or with paid_overtime."
    )


@pytest.mark.parametrize("word", ["greatest", "add", "greater-of-totals"])
def test_the_agreements_own_resolution_is_a_word(word: str) -> None:
    assert not told(DAILY, WEEKLY, head=f"pay: {{resolution: {word}}}\n")


@pytest.mark.parametrize("weekly", [LEFT_OUT, CREDITED, COUNTED])
def test_so_is_the_thresholds_own(weekly: str) -> None:
    assert not told(DAILY, weekly)


def test_steps_of_one_threshold_and_thresholds_of_other_people_are_no_two() -> None:
    assert not told(DAILY, TWELVE)
    assert not told(DAILY, WEEKLY, scopes=("{status: regular}", "{status: casual}"))
    assert not told(WEEKLY)


@pytest.mark.parametrize("weekly", [LEFT_OUT, CREDITED])
def test_a_total_made_less_by_what_it_would_take_the_place_of_is_reported(weekly: str) -> None:
    totals = "pay: {resolution: greater-of-totals}\n"
    assert [one.clauses for one in told(DAILY, weekly, head=totals)] == [("3",)]
    assert not told(DAILY, COUNTED, head=totals)


def test_every_agreement_that_ships_states_it() -> None:
    for one in agreement_ids():
        assert not [
            told for told in lint(load_agreement(one)) if told.check == "overtime thresholds"
        ]


def statute(*rules: str) -> list[str]:
    text = HEAD.replace("ZONE", NO_CLOCK_CHANGE).replace("clauses:\n", "statute: true\nclauses:\n")
    found = lint(parse_agreement(text + clause("1", *rules), "act.yaml"))
    return [one.sentence for one in found if one.check == "limits of a statute"]


def test_a_limit_of_a_statute_that_leaves_overtime_out_is_reported() -> None:
    assert statute("hours-in-window: {at_most: 16h, period: any 24h}") == [
        "At most 16 h of duty in any 24 h: extra tours, calls and time held over do not count, and"
        " a limit of a statute counts what is worked (all_duty)."
    ]
    assert (
        len(statute("rest: {at_least: 11h, all_duty: false}", "average-hours: {at_most: 48}")) == 2
    )
    assert not statute("hours-in-window: {at_most: 16h, period: any 24h, all_duty: true}")
    assert not statute("average-hours: {at_most: 48, soft: true}", "rest: {at_least: 11h}", DAILY)


def test_one_of_an_agreement_may() -> None:
    found = linted("hours-in-window: {at_most: 16h, period: any 24h}")
    assert not [one for one in found if one.check == "limits of a statute"]
