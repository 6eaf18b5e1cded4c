"""Sound agreements give no remark at all; damaged in one place, they give exactly that one."""

from __future__ import annotations

import pytest

from tests.lint.sound import AMBULANCE, FIRE, POLICE
from watchbill.agreement.load import parse_agreement
from watchbill.lint.lint import lint
from watchbill.lint.remark import Remark

Told = tuple[str, str, tuple[str, ...], tuple[str, ...]]

STATED, OWN, IDLE = "stated hours", "own rotation", "rules that never apply"


def told(text: str) -> list[Told]:
    return [(str(one.gravity), one.check, one.clauses, one.figures) for one in remarks(text)]


def remarks(text: str) -> tuple[Remark, ...]:
    return lint(parse_agreement(text, "sound.yaml"))


def added(*rules: str, to: str = "{}") -> str:
    """One more clause."""
    listed = "".join(f"      - {rule}\n" for rule in rules)
    return (
        f'  - clause: "99"\n    heading: More\n    reading: More.\n    applies_to: {to}\n'
        f"    rules:\n{listed}"
    )


@pytest.mark.parametrize("text", [AMBULANCE, FIRE, POLICE])
def test_a_sound_agreement_gives_none(text: str) -> None:
    assert remarks(text) == ()


WORK_PERIOD = FIRE[FIRE.index("    rules:\n      - work-period") : FIRE.index('  - clause: "9.3"')]


@pytest.mark.parametrize(
    ("text", "before", "after", "wanted"),
    [
        # stated hours against the rotation, and against each other
        (AMBULANCE, "hours_per_year: 2190", "hours_per_year: 2200",
         ("error", STATED, ("7.1",), ("2,190 h/year", "2,200 h/year"))),
        (AMBULANCE, "hours_per_week: 42, hours_per_year: 2190,", "hours_per_week: 45,",
         ("error", STATED, ("7.1",), ("42 h/week", "45 h/week"))),
        (AMBULANCE, "cycle_days: 8", "cycle_days: 9",
         ("error", STATED, ("7.1",), ("8 days", "9 days"))),
        (AMBULANCE, "hours_per_cycle: 48", "hours_per_cycle: 46",
         ("error", STATED, ("7.1",), ("48 h", "46 h"))),
        # references
        (AMBULANCE, 'refers_to: "7.1"', 'refers_to: "7.11"',
         ("error", "references", ("7.3",), ("7.11",))),
        # words never defined
        (AMBULANCE, "applies_to: {status: casual}", "applies_to: {status: casuals}",
         ("error", "undefined words", ("7.6",), ("casuals",))),
        (AMBULANCE, "DDNN----", "DDXX----", ("error", "undefined words", ("7.1",), ("X",))),
        (POLICE, "who: {status: regular part-time}", "who: {status: part-time}",
         ("error", "undefined words", ("5.8",), ("part-time",))),
        # usual clauses that are missing
        (AMBULANCE, "    rules: [rest: {at_least: 10h}]\n", "",
         ("note", "missing clauses", (), ("rest",))),
        (AMBULANCE, "    rules: [posting: {days_ahead: 28}]\n", "",
         ("note", "missing clauses", (), ("posting",))),
        # a rotation that breaks a limit of its own agreement
        (AMBULANCE, "annual-hours: {at_most: 2190", "annual-hours: {at_most: 2000",
         ("error", OWN, ("7.1",), ("2,190 h/year", "2,000 h/year"))),
        (AMBULANCE, "run-of-tours: {at_most: 4", "run-of-tours: {at_most: 3",
         ("error", OWN, ("7.1",), ("4 consecutive tours", "3 consecutive tours"))),
        (AMBULANCE, "rest: {at_least: 10h", "rest: {at_least: 13h",
         ("error", OWN, ("7.1", "7.2"), ("12 h", "13 h"))),
        (FIRE, "unbroken-duty: {at_most: 48h, then_free: 24h}", "unbroken-duty: {at_most: 12h}",
         ("error", OWN, ("9.1", "9.3"), ("24 h", "12 h"))),
        (POLICE, "free-run: {days: 2", "free-run: {days: 3",
         ("error", OWN, ("5.1", "5.3"), ("2 days", "3 days"))),
        # ceilings of a work period
        (FIRE, "service: fire", "service: police",
         ("warning", "work period", ("9.2", "9.1"), ("144 h", "128 h"))),
        (FIRE, WORK_PERIOD, "",
         ("note", "work period", ("9.1",), ("48 h/week", "40 h/week"))),
        # rules that can never apply
        (AMBULANCE, "tours-allowed: {lengths: [12h]",
         "tours-allowed: {lengths: [12h], applies_to: {status: regular}",
         ("error", IDLE, ("7.6",), ())),
        (POLICE, "percent: 20", "percent: 100", ("warning", IDLE, ("5.8",), ())),
        # days and hours that do not go together
        (AMBULANCE, "days_ahead: 28", "days_ahead: 10",
         ("warning", "notice and posting", ("7.4", "7.3"), ("10 days", "14 days"))),
        (POLICE, "done_by: 6h", "done_by: 3h",
         ("error", "breaks", ("5.5",), ("3 h 30 min", "3 h"))),
        (POLICE, "in_tour: 8h", "in_tour: 12h", ("warning", "breaks", ("5.5",), ())),
        (FIRE, "not_productive: [sick leave]", "not_productive: [vacation]",
         ("error", "leave", ("9.2",), ())),
    ],
)  # fmt: skip
def test_one_damage_gives_one_remark(text: str, before: str, after: str, wanted: Told) -> None:
    assert text.count(before) == 1
    assert told(text.replace(before, after)) == [wanted]


@pytest.mark.parametrize(
    ("text", "more", "wanted"),
    [
        # rules that contradict each other, with the fewest that do
        (AMBULANCE, added("tours-allowed: {lengths: [8h]}", to="{status: casual}"),
         ("error", "contradictions", ("7.6", "99"), ())),
        (POLICE, added("rotation: {hours_per_week: 30}", to="{status: regular part-time}"),
         ("error", "contradictions", ("99", "5.2"), ("30 h/week", "19.18 h/week"))),
        (AMBULANCE, added("exchange: {conditions: [written]}", "exchange: {conditions: [status]}"),
         ("error", "contradictions", ("99",), ())),
        (POLICE, added("exchange: {conditions: [written]}"),
         ("error", "contradictions", ("5.7", "99"), ())),
        (POLICE, added("meal-break: {length: 0h30, in_tour: 8h, paid: false}"),
         ("error", "contradictions", ("5.5", "99"), ())),
        (AMBULANCE, added("deemed-hours: {hours_per_week: 42}", "deemed-hours: {hours_per_week: 9}",
                          to="{status: casual}"),
         ("error", "contradictions", ("99",), ())),
        (AMBULANCE, added("rotation: {hours_per_week: 36}", to="{status: regular}"),
         ("error", "accounts of hours", ("99", "7.1"), ("42 h/week", "36 h/week"))),
        # rules that another one leaves nothing to do
        (AMBULANCE, added("average-hours: {at_most: 170}", to="{status: casual}"),
         ("warning", IDLE, ("99",), ())),
        (AMBULANCE, added("posting: {days_ahead: 14}"), ("warning", IDLE, ("99", "7.3"), ())),
        (AMBULANCE, added("minimum-call: {hours: 2h, multiple: 1}"),
         ("warning", IDLE, ("99", "7.5"), ())),
        (AMBULANCE, added("minimum-call: {hours: 2h, multiple: 3}"),
         ("warning", IDLE, ("7.5", "99"), ())),
        (AMBULANCE, added("change-notice: {days: 7, multiple: 1.5}", to="{status: regular}"),
         ("warning", IDLE, ("99", "7.4"), ())),
        (POLICE, added("rest: {at_least: 7h}"), ("warning", IDLE, ("99", "5.4"), ())),
        (POLICE, added("permanent-exchange: {ends_after_days: 30, may_end: [employer],"
                       ' reverts_to: "5.99"}'),
         ("error", "references", ("99",), ("5.99",))),
    ],
)  # fmt: skip
def test_one_clause_too_many_gives_one_remark(text: str, more: str, wanted: Told) -> None:
    assert told(text + more) == [wanted]


@pytest.mark.parametrize(
    "more",
    [
        # less notice paid more, a longer minimum paid less: each pays where the other does not
        added("change-notice: {days: 7, multiple: 3}", to="{status: regular}"),
        added("minimum-call: {hours: 5h, multiple: 1}"),
        # for others
        added("change-notice: {days: 7, multiple: 1.5}", to="{status: casual}"),
    ],
)
def test_rules_that_pay_beside_each_other_give_none(more: str) -> None:
    assert told(AMBULANCE + more) == []
