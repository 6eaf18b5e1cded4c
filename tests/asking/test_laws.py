"""What the desk offers or orders, the audit finds nothing new against: for every agreement that
ships, with efforts, occasions, emergencies, clock changes and nominal hours in play.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.asking.stage import day, event, roster, stood, with_rules
from watchbill.agreement.load import load_agreement
from watchbill.agreement.model import Agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.audit.audit import Finding, audit
from watchbill.desk.vacancy import offer_order
from watchbill.events.base import Event
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Day, Minutes, Wall, length_written, wall_text
from watchbill.ledger.rosters import roster_of
from watchbill.records.people import Person
from watchbill.records.tours import Tour, TourKind, TourType
from watchbill.roster.model import Roster
from watchbill.rules.base import Rule

FIRST, LAST = "2024-10-28", "2024-11-17"
"""Three weeks with the clock change of North America in them."""
DAYS = 21
OWN = (
    TourType("D", "Day", 7 * 60, Minutes(10 * 60), TourKind.DAY),
    TourType("N", "Night", 21 * 60, Minutes(10 * 60), TourKind.NIGHT),
)


@cache
def shipped(agreement: str, nominal: bool) -> Agreement:
    chosen = {"clock-change-nights": "nominal"} if nominal else {}
    return load_agreement(agreement, settings=chosen)


@st.composite
def plans(draw: st.DrawFn, agreement: Agreement) -> Roster:
    """Two people of each classification with a free choice of the agreement's tours."""
    types = tuple(agreement.tours.values()) or OWN
    status = next(iter(agreement.statuses))
    lines = []
    for classification in agreement.classifications:
        for number in (1, 2):
            person = Person(f"{classification} {number}", classification, status,
                            unit=draw(st.sampled_from([None, "patrol"])),
                            seniority=Day(18_000 + number))  # fmt: skip
            tours: list[Tour] = []
            for place in range(DAYS):
                kind = draw(st.sampled_from([None, None, *types]))
                tour = kind and kind.on(Day(day(FIRST) + place), agreement.zone)
                if tour and (not tours or tours[-1].end <= tour.start):
                    tours.append(tour)
            lines.append((person, tours))
    return roster(agreement, FIRST, LAST, lines)


def breaches(agreement: Agreement, plan: Roster, *events: Event) -> set[Finding]:
    return set(audit(agreement, roster_of(stood(agreement, plan, *events))).breaches)


@pytest.mark.parametrize("agreement", agreement_ids())
@settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_what_the_desk_offers_or_orders_breaks_no_limit(
    agreement: str, data: st.DataObject
) -> None:
    soft = data.draw(st.sets(st.integers(0, 30), max_size=6), "efforts")
    places = iter(range(1_000))

    def change(rule: Rule) -> Rule:
        return replace(rule, soft=True) if next(places) in soft else rule

    text = with_rules(shipped(agreement, data.draw(st.booleans(), "nominal")), change)
    text = replace(text, term=replace(text.term, begins=None, ends=None))
    plan = data.draw(plans(text))
    types = tuple(text.tours.values()) or OWN
    kind = data.draw(st.sampled_from(types))
    start = Wall((day(FIRST) + data.draw(st.integers(0, DAYS - 2))) * 1440 + kind.start)
    tour = f"{wall_text(start)} +{length_written(kind.length)}"
    occasion = data.draw(st.sampled_from([None, "festival"]), "occasion")
    events: list[Event] = []
    if data.draw(st.booleans(), "emergency"):
        until = Wall(start + 24 * 60)
        events.append(event(emergency={"from": wall_text(start), "to": wall_text(until)}))
    asked = event(vacancy={"tour": tour, "post": "any", "at": "2024-10-27 09:00"}
                  | ({"occasion": occasion} if occasion else {}))  # fmt: skip
    assert isinstance(asked, Vacancy)
    order = offer_order(text, stood(text, plan, *events), asked)
    before = breaches(text, plan, *events)
    ways = ((order.ranked, "voluntary"), (order.mandatory, "ordered"))
    for ranked, which in ways:
        for one in ranked[:3]:
            extra = event(extra={"person": one.person.name, "tour": tour, "list": which}
                          | ({"occasion": occasion} if occasion else {}))  # fmt: skip
            new = breaches(text, plan, *events, extra) - before
            assert not new, (one.person.name, which, [item.sentence for item in new])
