"""Exchanges judged condition by condition, with coverage and cost worked out and not guessed."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.books import entered, event
from tests.desk.stage import EMPTY, asking
from tests.rules.stage import Story, person
from watchbill.desk.exchange import ExchangeDecision, Verdict, judge
from watchbill.events.base import Event
from watchbill.events.exchange import Exchange
from watchbill.kernel.problems import BadInput

CLEAN: list[str | None] = ["2024-05-24 19:00", "2024-05-24 07:00"]
"""Starts of a night and a day of one date: whoever takes the other's breaks no clause."""


def judged(asked: Event, *before: Event) -> ExchangeDecision:
    assert isinstance(asked, Exchange)
    book = entered(EMPTY, "2024-05-06 08:00", *before)
    return judge(book.agreement, book.now, asked)


def test_an_even_exchange_is_approved_with_its_coverage_and_cost() -> None:
    found = judged(asking("Aitken", "Calloway", CLEAN))
    assert found.verdict is Verdict.APPROVED
    assert found.unmet == ()
    assert {one.clause.number for one in found.conditions} == {"12.05"}
    assert found.cost[0] == found.cost[1] > 0
    assert found.coverage
    assert not any(part.worse for part in found.coverage)


def test_who_works_then_already_cannot_take_a_tour() -> None:
    # Both are on the same platoon's days: Birch works on the 14th as well.
    found = judged(asking("Aitken", "Birch", ["2024-05-14 07:00", None]))
    assert found.verdict is Verdict.REFUSED
    assert "operations" in found.unmet
    evidence = next(one.condition.evidence for one in found.conditions
                    if one.condition.name == "operations")  # fmt: skip
    assert "2024-05-14" in evidence


def test_a_tour_given_to_one_of_another_classification_leaves_its_post_uncovered() -> None:
    found = judged(asking("Aitken", "Desai", ["2024-05-14 07:00", None]))
    assert set(found.unmet) >= {"classification", "operations"}
    worse = [part for part in found.coverage if part.worse]
    assert {part.post.name for part in worse} == {"Advanced care"}
    assert {(part.need, part.before, part.after) for part in worse} == {(1, 1, 0)}


def test_the_cost_is_what_pricing_comes_to_premiums_included() -> None:
    moved = event(
        change={"person": "Aitken", "tour": "2024-05-14 07:00", "to": "2024-05-14 09:00 +12h",
                "told": "2024-05-05 10:00"}
    )  # fmt: skip
    found = judged(asking("Aitken", "Calloway", ["2024-05-22 07:00", "2024-05-25 07:00"]), moved)
    costs = [one.condition for one in found.conditions if one.condition.name == "cost"]
    assert all(one.met == (found.cost[1] <= found.cost[0]) for one in costs)
    assert f"{found.cost[0]:,.2f} before" in costs[0].evidence
    assert (
        found.cost[0] - Decimal("96.00")
        == judged(asking("Aitken", "Calloway", ["2024-05-22 07:00", "2024-05-25 07:00"])).cost[0]
    )


def test_asking_by_word_of_mouth_is_not_enough() -> None:
    found = judged(asking("Aitken", "Calloway", CLEAN, written=["Aitken"]))
    assert found.unmet == ("written",)
    assert "Calloway did not ask in writing." in [
        one.condition.evidence for one in found.conditions
    ]


@pytest.mark.parametrize(
    ("one", "other", "gives", "message"),
    [
        ("Aitken", "Nobody", ["2024-05-14 07:00", None], "nobody on the roster has this name"),
        ("Aitken", "Calloway", [None, None], "neither of the two gives a tour"),
        ("Aitken", "Aitken", ["2024-05-14 07:00", None], "an exchange needs two people"),
    ],
)
def test_what_is_no_exchange_is_told(
    one: str, other: str, gives: list[str | None], message: str
) -> None:
    with pytest.raises(BadInput, match=message):
        judged(asking(one, other, gives))


def test_a_clause_that_covers_one_of_the_two_judges_the_exchange() -> None:
    """Its conditions say that the other may not: it is refused, and not unprovided for."""
    rule = "exchange: {conditions: [status], applies_to: {status: regular full-time}}"
    story = Story(rule, ("2024-05-14 07:00 +12h",), first="2024-05-06", last="2024-05-19",
                  staff=((person("Bell", status="casual"), ()),))  # fmt: skip
    asked = asking("Ames", "Bell", ["2024-05-14 07:00", None])
    assert isinstance(asked, Exchange)
    found = judge(story.agreement, story.schedule_after(), asked)
    assert (found.verdict, found.unmet) == (Verdict.REFUSED, ("status",))
    neither = story.but(who=person(status="casual"))
    with pytest.raises(BadInput, match="no clause of the agreement provides"):
        judge(neither.agreement, neither.schedule_after(), asked)


def test_less_notice_needs_consent_and_another_condition_unmet_refuses_all_the_same() -> None:
    rule = "exchange: {conditions: [notice, written], notice: 24h, short_notice: consent}"
    story = Story(rule, ("2024-05-14 07:00 +12h",), first="2024-05-06", last="2024-05-19",
                  staff=((person("Bell"), ()),))  # fmt: skip

    def verdict(asked_at: str, *written: str) -> Verdict:
        asked = asking("Ames", "Bell", ["2024-05-14 07:00", None], asked=asked_at,
                       written=list(written))  # fmt: skip
        assert isinstance(asked, Exchange)
        return judge(story.agreement, story.schedule_after(), asked).verdict

    assert verdict("2024-05-13 07:00", "Ames", "Bell") is Verdict.APPROVED
    assert verdict("2024-05-13 20:00", "Ames", "Bell") is Verdict.NEEDS_CONSENT
    assert verdict("2024-05-13 20:00", "Ames") is Verdict.REFUSED


def test_what_would_break_a_clause_is_refused_with_the_clause_named() -> None:
    found = judged(asking("Aitken", "Calloway", ["2024-05-22 07:00", "2024-05-25 07:00"]))
    assert (found.verdict, found.unmet) == (Verdict.REFUSED, ("findings",))
    (broken,) = [one for one in found.conditions if not one.condition.met]
    assert broken.clause.number == "12.02"
    assert "Calloway: 4 tours on consecutive days, and of the next 4 days 3 are free" in (
        broken.condition.evidence
    )
    assert {one.person and one.person.key for one in found.following.breaches} == {"Calloway"}


def test_what_stood_before_or_gets_better_is_no_finding_of_the_exchange() -> None:
    """Six tours in a row that become five are as much too many as they were, and not new."""
    rule = "exchange: {conditions: [written]}"
    days = [f"2024-05-{day:02d} 07:00 +8h" for day in range(6, 12)]
    story = Story(rule, tuple(days), first="2024-05-06", last="2024-05-19",
                  more="run-of-tours: {at_most: 4}", staff=((person("Bell"), ()),))  # fmt: skip
    asked = asking("Ames", "Bell", ["2024-05-11 07:00", None])
    assert isinstance(asked, Exchange)
    found = judge(story.agreement, story.schedule_after(), asked)
    assert (found.verdict, found.following.findings) == (Verdict.APPROVED, ())
    back = asking("Bell", "Ames", ["2024-05-12 07:00", None])
    assert isinstance(back, Exchange)
    more = story.but(staff=((person("Bell"), ("2024-05-12 07:00 +8h",)),))
    assert judge(more.agreement, more.schedule_after(), back).unmet == ("findings",)


def test_an_effort_is_told_and_refuses_nothing() -> None:
    story = Story("exchange: {conditions: [written]}", ("2024-05-14 07:00 +8h",),
                  first="2024-05-06", last="2024-05-19",
                  more="run-of-tours: {at_most: 1, soft: true}",
                  staff=((person("Bell"), ("2024-05-15 07:00 +8h",)),))  # fmt: skip
    asked = asking("Bell", "Ames", ["2024-05-15 07:00", None])
    assert isinstance(asked, Exchange)
    found = judge(story.agreement, story.schedule_after(), asked)
    assert found.verdict is Verdict.APPROVED
    assert [one.severity.value for one in found.following.findings] == ["warning"]


def test_a_day_on_duty_through_an_exchange_is_remarked_on_with_its_source() -> None:
    found = judged(asking("Aitken", "Calloway", CLEAN))
    (remark,) = found.following.remarks
    assert remark.sentence == "24 h on duty without a break from 2024-05-24 19:00."
    assert "Prehospital Emergency Care" in remark.source
