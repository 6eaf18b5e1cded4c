"""Which rules are asked: on which dates, for whom, how firmly, on which clock, of which text."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.asking.stage import day, event, nominal, rewritten, roster, stood, with_rules
from watchbill.agreement.load import load_agreement, parse_agreement
from watchbill.agreement.succession import Succession, Text, TextKind
from watchbill.asking.asking import Texts, ask, ask_throughout
from watchbill.audit.audit import audit
from watchbill.desk.vacancy import offer_order
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Day, day_of, day_text
from watchbill.kernel.problems import BadInput
from watchbill.ledger.rosters import roster_of
from watchbill.pay.pricing import Pricing, price_all
from watchbill.records.people import Person
from watchbill.roster.build import build_roster
from watchbill.rules.base import ChecksPerson, Rule, Severity
from watchbill.rules.registry import kinds
from watchbill.service.load import load_service

KAMLOOPS = load_service("kamloops-cso")
REST = kinds()["rest"]


def kamloops(rest: str = "11h", **fields: object) -> Text:
    """The officers' agreement with so much rest between tours."""
    agreement = rewritten("kamloops-cso", ("rest: {at_least: 11h}", f"rest: {{at_least: {rest}}}"))
    term = replace(agreement.term, **fields)  # type: ignore[arg-type]
    name = f"rest-of-{rest}"
    return Text(name, agreement=replace(agreement, id=name, term=term))


SHORT = kamloops("11h", ends=day("2024-07-28"))
LONG = kamloops("13h", begins=day("2024-07-29"))


def test_a_rule_is_asked_for_the_dates_of_its_text_and_names_it() -> None:
    asking = ask(Succession((SHORT, LONG)), day("2024-07-01"), day("2024-08-25"))
    rests = [(one.text, day_text(one.first), day_text(one.last), rule.says())
             for one, rule in asking.having(REST)]  # fmt: skip
    assert rests == [
        ("rest-of-11h", "2024-07-01", "2024-07-28", "At least 11 h free between two tours."),
        ("rest-of-13h", "2024-07-29", "2024-08-25", "At least 13 h free between two tours."),
    ]


CHANGING = """
agreement: changing
name: Changing
parties: {employer: A, union: B}
time_zone: America/Edmonton
definitions: {classifications: {medic: Medic}, statuses: {regular full-time: Full}}
parameters:
  most:
    says: The most hours of a week.
    default: 40
    figures:
      - {begins: 2024-07-15, value: 38, source: Memorandum 3}
clauses:
  - clause: "1"
    heading: Hours
    reading: So many hours, and so much rest.
    rules:
      - average-hours: {at_most: $most, period: week}
      - rest: {at_least: 8h}
"""


def test_a_rule_that_stands_while_a_figure_beside_it_changes_is_one_over_all_dates() -> None:
    agreement = parse_agreement(CHANGING, "changing.yaml")
    asking = ask(agreement, day("2024-07-01"), day("2024-07-28"))
    asked = [(one.rule.kind(), day_text(one.first), day_text(one.last)) for one in asking.rules]
    assert asked == [
        ("average-hours", "2024-07-01", "2024-07-14"),
        ("rest", "2024-07-01", "2024-07-28"),
        ("average-hours", "2024-07-15", "2024-07-28"),
    ]
    says = [one.rule.says() for one in asking.rules if one.rule.kind() == "average-hours"]
    assert [text.partition(" hours")[0] for text in says] == ["At most 40", "At most 38"]


def test_a_rule_is_asked_anew_where_the_clock_changes_by_which_hours_count() -> None:
    figures = "[{begins: 2024-07-15, value: nominal, source: Memorandum 4}]"
    open_ = (
        "parameters:\n  clock-change-nights:\n    says: Nights.\n    default: hours-worked\n"
        f"    figures: {figures}\n"
    )
    agreement = parse_agreement(CHANGING.replace("parameters:\n", open_, 1), "changing.yaml")
    asking = ask(agreement, day("2024-07-01"), day("2024-07-28"))
    rests = [(one.nominal, day_text(one.first)) for one, _ in asking.having(REST)]
    assert rests == [(False, "2024-07-01"), (True, "2024-07-15")]


def test_dates_outside_every_term_have_no_rules_and_say_so() -> None:
    asking = ask(Succession((SHORT,)), day("2024-07-22"), day("2024-08-04"))
    assert [str(one) for one in asking.outside] == ["2024-07-29 to 2024-08-04"]
    assert {one.last for one in asking.rules} == {day("2024-07-28")}
    assert "rest-of-11h ended on 2024-07-28" in asking.notes[0]
    with pytest.raises(BadInput, match="no agreement is in force then"):
        ask_throughout(Succession((SHORT,)), day("2024-07-28"), day("2024-07-29"))


def test_the_audit_judges_each_date_by_its_own_text() -> None:
    assert LONG.agreement is not None
    plan = build_roster(KAMLOOPS, day("2024-07-15"), weeks=4)
    found = audit(Succession((SHORT, LONG)), plan)
    assert found.findings
    assert {one.clause.number for one in found.findings} == {"A3"}
    assert min(one.first for one in found.findings) >= day("2024-07-28")
    assert max(one.first for one in audit(LONG.agreement, plan).findings) == max(
        one.first for one in found.findings
    )
    assert audit(Succession((SHORT,)), plan).findings == ()
    assert "Not computed: 2024-07-29 to 2024-08-11" in audit(Succession((SHORT,)), plan).notes[0]


def four_times(rule: Rule) -> Rule:
    return replace(rule, multiple=Decimal(4)) if rule.kind() == "minimum-call" else rule  # type: ignore[call-arg]


def test_pay_is_that_of_the_text_in_force_on_the_date_of_the_line() -> None:
    station = load_service("hsaa-station")
    plan = build_roster(station, day("2024-05-06"), weeks=4)
    early = Text("early", agreement=station.agreement, ends=day("2024-05-19"))
    late = Text("late", agreement=with_rules(station.agreement, four_times),
                begins=day("2024-05-20"))  # fmt: skip
    calls = [
        event(
            call_in={
                "person": "Aitken",
                "told": f"{on} 13:00",
                "report": f"{on} 14:00",
                "worked": "1h",
            }
        )
        for on in ("2024-05-10", "2024-05-26")
    ]

    def multiples(texts: Texts) -> list[tuple[str, Decimal]]:
        lines = price_all(texts, stood(station.agreement, plan, *calls))
        return [(day_text(day_of(one.start)), one.multiple) for one in lines
                if one.clause_number == "12.06"]  # fmt: skip

    assert multiples(Succession((early, late))) == [
        ("2024-05-10", Decimal(1)),
        ("2024-05-26", Decimal(4)),
    ]
    assert multiples(Succession((early,))) == [("2024-05-10", Decimal(1))]
    pricing = Pricing(Succession((early,)), stood(station.agreement, plan, *calls))
    assert "Not computed: 2024-05-20 to 2024-06-02" in pricing.notes[0]
    assert {day_of(one.start) for one in pricing.all_lines()} <= set(
        range(plan.first, day("2024-05-20"))
    )


def test_the_rules_of_a_statute_beneath_are_asked_too() -> None:
    stricter = rewritten("kamloops-cso", ("at_least: 11h", "at_least: 13h"), id="law")
    law = Text("law", TextKind.STATUTE, stricter)
    held = Succession((Text("own", agreement=KAMLOOPS.agreement), law))
    plan = build_roster(KAMLOOPS, day("2024-07-15"), weeks=2)
    assert audit(KAMLOOPS.agreement, plan).findings == ()
    assert {one.clause.number for one in audit(held, plan).findings} == {"A3"}
    texts = {one.text for one, _ in ask(held, plan.first, plan.last).having(REST)}
    assert texts == {"own", "law"}


def test_who_is_not_judged_is_named_and_the_others_are_judged() -> None:
    """Two casuals follow no rotation: an average over a cycle is judged of everybody else."""
    two = [one.name for one in KAMLOOPS.people[:2]]
    loose = replace(
        KAMLOOPS,
        people=tuple(
            replace(one, platoon=None) if one.name in two else one for one in KAMLOOPS.people
        ),
    )
    (told,) = [one for one in audit(KAMLOOPS.agreement, build_roster(loose, weeks=8)).not_judged
               if one.clause.number == "A1"]  # fmt: skip
    assert [one.name for one in told.people] == two
    assert not told.everybody
    assert str(told).startswith(f"Not judged for {two[0]}, {two[1]}: A1 (At most 42 hours a week")
    everybody = audit(KAMLOOPS.agreement, build_roster(KAMLOOPS, weeks=8)).not_judged
    assert "A1" not in {one.clause.number for one in everybody}
    assert all(str(one).startswith("Not judged: ") for one in everybody)


def people(*names: str, of: str = "firefighter") -> list[Person]:
    return [Person(name, of) for name in names]


def test_the_desk_counts_a_tour_through_a_clock_change_as_the_audit_does() -> None:
    """Forty-eight hours by the wall, forty-nine as worked, where the agreement counts the wall."""
    for agreement, found in (
        (nominal("fire-48-hour"), False),
        (load_agreement("fire-48-hour"), True),
    ):
        (one,) = people("Ash")
        plan = roster(agreement, "2024-10-28", "2024-11-10", [(one, ())])
        asked = event(vacancy={"tour": "2024-11-02 08:00 +48h", "post": "any",
                               "at": "2024-10-30 09:00"})  # fmt: skip
        assert isinstance(asked, Vacancy)
        order = offer_order(agreement, stood(agreement, plan), asked)
        out = [left.clause.number for left in order.left_out if left.clause is not None]
        assert out == (["I"] if found else [])
        extra = event(extra={"person": "Ash", "tour": "2024-11-02 08:00 +48h"})
        result = audit(agreement, roster_of(stood(agreement, plan, extra)))
        assert [one.clause.number for one in result.findings] == (["I"] if found else [])


def softened(rule: Rule) -> Rule:
    return replace(rule, soft=True)


def test_a_soft_rule_warns_and_forbids_nobody() -> None:
    agreement = load_agreement("fire-48-hour")
    (one,) = people("Ash")
    tours = [agreement.tours["T"].on(Day(day("2024-06-03") + offset), agreement.zone)
             for offset in (0, 1)]  # fmt: skip
    plan = roster(agreement, "2024-06-03", "2024-06-16", [(one, tours)])
    asked = event(vacancy={"tour": "2024-06-05 08:00 +24h", "post": "any",
                           "at": "2024-06-04 09:00"})  # fmt: skip
    assert isinstance(asked, Vacancy)
    soft = with_rules(agreement, softened)
    assert offer_order(agreement, stood(agreement, plan), asked).names == ()
    assert offer_order(soft, stood(soft, plan), asked).names == ("Ash",)
    extra = event(extra={"person": "Ash", "tour": "2024-06-05 08:00 +24h"})
    result = audit(soft, roster_of(stood(soft, plan, extra)))
    assert {one.severity for one in result.findings} == {Severity.WARNING}
    assert result.breaches == ()
    assert not list(ask(soft, plan.first, plan.last).binding(ChecksPerson))


def test_what_a_declared_emergency_lifts_forbids_nobody_at_the_desk_either() -> None:
    agreement = load_agreement("fire-48-hour")
    (one,) = people("Ash")
    tours = [agreement.tours["T"].on(Day(day("2024-06-03") + offset), agreement.zone)
             for offset in (0, 1)]  # fmt: skip
    plan = roster(agreement, "2024-06-03", "2024-06-16", [(one, tours)])
    asked = event(vacancy={"tour": "2024-06-05 08:00 +24h", "post": "any",
                           "at": "2024-06-04 09:00"})  # fmt: skip
    assert isinstance(asked, Vacancy)
    flood = event(emergency={"from": "2024-06-05 06:00", "to": "2024-06-06 08:00"})
    assert offer_order(agreement, stood(agreement, plan), asked).names == ()
    assert offer_order(agreement, stood(agreement, plan, flood), asked).names == ("Ash",)
    extra = event(extra={"person": "Ash", "tour": "2024-06-05 08:00 +24h"})
    assert audit(agreement, roster_of(stood(agreement, plan, flood, extra))).findings == ()


def test_what_happened_is_judged_by_the_text_of_its_date_alone() -> None:
    agreement = load_agreement("north-bay-police")
    (one,) = people("Ash", of="constable")
    tours = [agreement.tours["D"].on(day("2024-06-05"), agreement.zone)]
    plan = roster(agreement, "2024-06-03", "2024-06-16", [(one, tours)])
    missed = event(no_lunch={"person": "Ash", "tour": "2024-06-05 07:00"})
    before = Text("before", agreement=agreement, ends=day("2024-06-09"))
    after = Text("after", agreement=agreement, begins=day("2024-06-10"))
    seen = roster_of(stood(agreement, plan, missed))
    lunches = [found for found in audit(Succession((before, after)), seen).findings
               if found.clause.number == "5.04"]  # fmt: skip
    assert len(lunches) == 1
