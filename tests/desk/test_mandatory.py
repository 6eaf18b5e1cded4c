"""Who may be ordered in: nobody beyond the limit on days against one's will, and why."""

from __future__ import annotations

import pytest

from watchbill.desk.vacancy import OfferOrder, offer_order
from watchbill.events.vacancy import Vacancy
from watchbill.examples.read import parse_examples
from watchbill.examples.stage import set_stage

STORY = """
- example: ordered in already
  agreement: seattle-police
  clause: "5.1.1"
  readings: {{"5.1.1": {reading}}}
  people:
    Ash: {{classification: officer, unit: patrol, watch: 2, serial: 7001}}
    Bell: {{classification: officer, unit: patrol, watch: 2, serial: 6500}}
  roster: {{}}
  events:
    - extra: {{person: Bell, tour: 2024-05-{ordered} 10:00 +10h, list: {list}}}
    {more}
    - vacancy: {{tour: 2024-05-16 10:00 +10h, post: patrol, at: 2024-05-15 09:00{occasion}}}
  expect: {{order: []}}
"""


def opened(
    ordered: str = "14",
    occasion: str = "",
    more: str = "",
    list_: str = "ordered",
    reading: str = "calendar-week",
) -> OfferOrder:
    text = STORY.format(ordered=ordered, occasion=occasion, more=more, list=list_, reading=reading)
    (example,) = parse_examples(text, "mine.yaml")
    stage = set_stage(example)
    asked = stage.events[-1].event
    assert isinstance(asked, Vacancy)
    return offer_order(stage.agreement, stage.before(stage.events[-1].number), asked)


def test_a_second_day_within_the_week_spares_the_person_with_the_clause() -> None:
    found = opened()
    assert [one.person.name for one in found.mandatory] == ["Ash"]
    (spared,) = found.spared
    assert spared.person.name == "Bell"
    assert spared.clause is not None
    assert spared.clause.number == "5.1.1"
    assert "Ordered in already on 2024-05-14." in spared.reason


@pytest.mark.parametrize(("ordered", "spared"), [("09", 0), ("10", 1), ("22", 1), ("23", 0)])
def test_any_seven_days_reach_six_days_either_way(ordered: str, spared: int) -> None:
    assert len(opened(ordered, reading="any-seven-days").spared) == spared


@pytest.mark.parametrize(("ordered", "spared"), [("11", 0), ("12", 1), ("18", 1), ("19", 0)])
def test_the_calendar_s_week_is_from_sunday_to_saturday(ordered: str, spared: int) -> None:
    assert len(opened(ordered).spared) == spared


def test_a_day_that_was_one_s_own_wish_counts_for_nothing() -> None:
    assert not opened(list_="voluntary").spared


@pytest.mark.parametrize("occasion", ["festival", "civil disorder"])
def test_the_limit_does_not_hold_on_the_occasions_that_the_clause_names(occasion: str) -> None:
    assert not opened(occasion=f", occasion: {occasion}").spared
    assert opened(occasion=", occasion: parade").spared


def test_nor_in_a_declared_emergency() -> None:
    during = "- emergency: {from: 2024-05-16 00:00, to: 2024-05-17 00:00}"
    before = "- emergency: {from: 2024-05-14 00:00, to: 2024-05-15 00:00}"
    assert not opened(more=during).spared
    assert opened(more=before).spared


def test_a_day_off_that_the_employer_filled_counts_as_ordered() -> None:
    """Bell is off on the 14th, and the employer puts a tour there."""
    change = (
        "- change: {person: Bell, tour: off 2024-05-14, to: 2024-05-14 10:00 +10h,"
        " told: 2024-05-10 09:00}"
    )
    found = opened(ordered="01", more=change)
    assert [one.person.name for one in found.spared] == ["Bell"]
    own = change.replace("}", ", asked_by: employee}")
    assert not opened(ordered="01", more=own).spared


def test_whoever_refused_an_offer_was_not_ordered() -> None:
    refused = (
        "- vacancy: {tour: 2024-05-15 10:00 +10h, post: patrol, at: 2024-05-12 09:00}\n"
        "    - offer_answer: {person: Ash, vacancy: 2, answer: refused, at: 2024-05-12 10:00}"
    )
    found = opened(ordered="01", more=refused)
    assert {one.person.name for one in found.mandatory} == {"Ash", "Bell"}
    assert not found.spared
