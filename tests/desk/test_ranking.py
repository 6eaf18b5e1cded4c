"""Which order of offer holds, and who is asked before it."""

from __future__ import annotations

from tests.rules.stage import Story, person
from watchbill.desk.vacancy import OfferOrder, offer_order
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import parse_day
from watchbill.ledger.entry import read_event

PART = person("Part", status="casual", seniority=parse_day("2001-01-01"), serial=900)
FULL = person("Full", seniority=parse_day("2019-01-01"), serial=100)
HIGHEST = "offer-order: {steps: [{says: all of them}], first: highest serial}"
FESTIVAL = (
    "offer-order: {steps: [{says: all of them}], first: lowest serial, occasions: [festival]}"
)
FIRST_REFUSAL = "refusal-first: {who: {status: regular full-time}}"


def order(rule: str, *volunteers: str, more: str | None = None, occasion: str = "") -> OfferOrder:
    story = Story(rule, first="2024-05-06", last="2024-06-02", more=more, who=PART,
                  staff=((FULL, ()),))  # fmt: skip
    fields = {"tour": "2024-05-16 10:00 +10h", "post": "crew", "at": "2024-05-10 09:00",
              "volunteers": list(volunteers)}  # fmt: skip
    asked = read_event({"vacancy": fields | ({"occasion": occasion} if occasion else {})}, "test")
    assert isinstance(asked, Vacancy)
    return offer_order(story.agreement, story.schedule_after(), asked)


def test_whoever_has_first_refusal_is_asked_first_under_the_clause_that_gives_it() -> None:
    """Part is senior, and both have put their names down."""
    without = order("rest: {at_least: 8h}", "Part", "Full")
    assert (without.names, without.clause) == (("Part", "Full"), None)
    found = order(FIRST_REFUSAL, "Part", "Full")
    assert found.names == ("Full", "Part")
    assert found.clause is not None
    assert found.clause.number == "1"
    assert found.ranked[0].reason.startswith("first refusal (First refusal of overtime: regular")


def test_first_refusal_comes_before_the_order_of_another_clause() -> None:
    found = order(HIGHEST, more=FIRST_REFUSAL)
    assert found.names == ("Full", "Part")
    assert found.clause is not None
    assert found.clause.number == "1"
    assert order(HIGHEST).names == ("Part", "Full")


def test_the_order_for_the_occasion_comes_before_the_general_one_wherever_it_stands() -> None:
    for rule, more in ((HIGHEST, FESTIVAL), (FESTIVAL, HIGHEST)):
        assert order(rule, more=more, occasion="festival").names == ("Full", "Part")
        assert order(rule, more=more).names == ("Part", "Full")


def test_whoever_may_not_be_on_the_list_is_no_volunteer() -> None:
    listed = "voluntary-list: {who: {status: regular full-time}, work: [parade]}"
    for occasion in ("", "parade"):
        found = order(listed, "Part", occasion=occasion)
        assert "not a volunteer" in {one.person.name: one.reason for one in found.ranked}["Part"]
    assert order(listed, "Part", occasion="flood").ranked[0].reason.startswith("volunteer")
