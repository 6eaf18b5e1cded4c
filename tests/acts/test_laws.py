"""What the audit finds after an act, the act has named before: over every agreement that ships,
with efforts, exchanges, extra tours, changes and leave in play.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.asking.stage import day, event, stood, with_rules
from tests.asking.test_laws import DAYS, OWN, plans, shipped
from watchbill.agreement.model import Agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.audit.audit import Finding, audit
from watchbill.desk.exchange import Verdict, judge
from watchbill.desk.following import following
from watchbill.events.duty import Known
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Wall, length_written, wall_text
from watchbill.kernel.problems import BadInput
from watchbill.ledger.rosters import roster_of
from watchbill.rules.base import Rule, Severity
from watchbill.rules.deciding import DecidesExchange

FIRST = "2024-10-28"
EXCHANGING = [
    name
    for name in agreement_ids()
    if any(isinstance(one.rule, DecidesExchange) for one in shipped(name, False).rules())
]
"""Agreements that have a clause on exchanges."""


def found(text: Agreement, schedule: Schedule) -> list[Finding]:
    """What the audit finds of everybody and of the staff."""
    return list(audit(text, roster_of(schedule)).findings)


def is_new(finding: Finding, before: list[Finding]) -> bool:
    """Whether nothing as grave stood in its place: told apart here without the desk's help."""
    if finding in before:
        return False
    for one in before:
        same = (one.clause.number, one.person and one.person.key, one.limit, one.measured.unit)
        if same != (finding.clause.number, finding.person and finding.person.key, finding.limit,
                    finding.measured.unit):  # fmt: skip
            continue
        apart = one.end <= finding.start or finding.end <= one.start
        beyond = abs(one.measured.amount - one.limit.amount)
        if not apart and beyond >= abs(finding.measured.amount - finding.limit.amount):
            return False
    return True


def drawn(agreement: str, data: st.DataObject) -> tuple[Agreement, Schedule, list[str]]:
    """An agreement with some of its limits efforts, and a plan of two of each classification."""
    soft = data.draw(st.sets(st.integers(0, 30), max_size=6), "efforts")
    places = iter(range(1_000))

    def change(rule: Rule) -> Rule:
        return replace(rule, soft=True) if next(places) in soft else rule

    text = with_rules(shipped(agreement, data.draw(st.booleans(), "nominal")), change)
    text = replace(text, term=replace(text.term, begins=None, ends=None))
    schedule = stood(text, data.draw(plans(text)))
    return text, schedule, list(schedule.people)


def one_tour(data: st.DataObject, schedule: Schedule, key: str) -> Wall:
    starts = sorted(schedule.people[key].held)
    assume(starts)
    return data.draw(st.sampled_from(starts), f"tour of {key}")


def exchanged(data: st.DataObject, schedule: Schedule, one: str, other: str) -> Exchange:
    gives = [wall_text(one_tour(data, schedule, one)), wall_text(one_tour(data, schedule, other))]
    if data.draw(st.booleans(), "a gift"):
        gives = [gives[0], None]  # type: ignore[list-item]
    asked = event(exchange={"between": [one, other], "gives": gives, "written": [one, other],
                            "asked": "2024-10-20 09:00"})  # fmt: skip
    assert isinstance(asked, Exchange)
    return asked


@pytest.mark.parametrize("agreement", EXCHANGING)
@settings(deadline=None, max_examples=10, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_an_exchange_is_approved_only_where_the_audit_finds_nothing_new(
    agreement: str, data: st.DataObject
) -> None:
    text, schedule, names = drawn(agreement, data)
    asked = exchanged(data, schedule, names[0], names[1])
    answer = ExchangeAnswer(exchange=1, answer="approved", at=asked.asked)
    try:
        decision = judge(text, schedule, asked)
        after = schedule.apply_all((Known(1, asked), Known(2, answer)))
    except BadInput:
        assume(False)
    before = found(text, schedule)
    new = {one for one in found(text, after) if is_new(one, before)}
    assert set(decision.following.findings) == new
    broken = {one.clause.number for one in new if one.severity is Severity.BREACH}
    unmet = {one.clause.number for one in decision.conditions
             if one.condition.name == "findings" and not one.condition.met}  # fmt: skip
    assert unmet == broken
    if broken:
        assert decision.verdict is Verdict.REFUSED


@pytest.mark.parametrize("agreement", agreement_ids())
@settings(deadline=None, max_examples=10, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_is_entered_has_named_the_findings_that_the_audit_makes_of_everybody(
    agreement: str, data: st.DataObject
) -> None:
    text, schedule, names = drawn(agreement, data)
    person = data.draw(st.sampled_from(names), "person")
    kind = data.draw(st.sampled_from(tuple(text.tours.values()) or OWN), "kind")
    start = Wall((day(FIRST) + data.draw(st.integers(0, DAYS - 2), "day")) * 1440 + kind.start)
    tour = f"{wall_text(start)} +{length_written(kind.length)}"
    what = data.draw(st.sampled_from(["extra", "change", "leave"]), "what")
    fields: dict[str, Any] = {"person": person}
    if what == "extra":
        fields["tour"] = tour
    else:
        fields["tour"] = wall_text(one_tour(data, schedule, person))
        fields |= {"kind": "sick"} if what == "leave" else {"to": tour, "told": "2024-10-20 09:00"}
    try:
        after = schedule.apply(Known(1, event(**{what: fields})))
    except BadInput:
        assume(False)  # the person works then
    before = found(text, schedule)
    new = {one for one in found(text, after) if is_new(one, before)}
    assert set(following(text, schedule, after, (person,)).findings) == new
