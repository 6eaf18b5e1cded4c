"""Exchanges of tours between two people: each condition, met and not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from tests.rules.stage import person, rule_of
from watchbill.events.exchange import Exchange
from watchbill.kernel.clock import Wall, parse_wall
from watchbill.records.people import Person
from watchbill.rules.deciding import Condition, DecidesExchange

START = parse_wall("2024-05-08 08:00")


@dataclass(frozen=True)
class Asked:
    """What the desk knows of a request, as a rule asks for it."""

    people: tuple[Person, Person] = (person("Ames"), person("Bell"))
    asked: str = "2024-05-06 08:00"
    written: tuple[str, ...] = ("Ames", "Bell")
    part: int | None = None
    gives: tuple[Wall | None, Wall | None] = (START, START)
    worse: tuple[str, ...] = ()
    costs: tuple[Decimal, Decimal] = (Decimal(100), Decimal(100))
    hours: tuple[Decimal, Decimal] = (Decimal(12), Decimal(12))

    @property
    def exchange(self) -> Exchange:
        return Exchange(
            between=(self.people[0].name, self.people[1].name),
            gives=self.gives,
            asked=parse_wall(self.asked),
            written=self.written,
            part=self.part,  # type: ignore[arg-type]
        )

    @property
    def first_start(self) -> Wall:
        return START

    def disruptions(self) -> Sequence[str]:
        return self.worse

    def cost(self) -> tuple[Decimal, Decimal]:
        return self.costs

    def paid_hours(self) -> Sequence[tuple[str, Decimal, Decimal]]:
        return [("Ames", *self.hours), ("Bell", Decimal(12), Decimal(12))]


def conditions(text: str, asked: Asked) -> dict[str, Condition]:
    rule = rule_of(f"exchange: {text}")
    assert isinstance(rule, DecidesExchange)
    return {one.name: one for one in rule.decide(asked)}


def met(name: str, asked: Asked, more: str = "") -> bool:
    return conditions(f"{{conditions: [{name}]{more}}}", asked)[name].met


def test_classification_and_status_are_those_of_both() -> None:
    master = Asked((person("Ames"), person("Bell", classification="master")))
    casual = Asked((person("Ames"), person("Bell", status="casual")))
    assert met("classification", Asked())
    assert not met("classification", master)
    assert met("classification", casual)
    assert met("status", Asked())
    assert not met("status", casual)
    assert met("status", master)


def test_both_ask_in_writing_and_not_one_alone() -> None:
    assert met("written", Asked())
    one = conditions("{conditions: [written]}", Asked(written=("Ames",)))["written"]
    assert not one.met
    assert one.evidence == "Bell did not ask in writing."


def test_forty_eight_hours_of_notice_are_enough_and_a_minute_less_is_not() -> None:
    assert met("notice", Asked(), ", notice: 48h")
    assert not met("notice", Asked(asked="2024-05-06 08:01"), ", notice: 48h")


def test_with_less_notice_it_is_refused_or_needs_consent_as_the_clause_says() -> None:
    late = Asked(asked="2024-05-07 20:00")
    refused = conditions("{conditions: [notice], notice: 24h}", late)["notice"]
    assert (refused.met, refused.consent) == (False, False)
    text = "{conditions: [notice], notice: 24h, short_notice: consent}"
    asks = conditions(text, late)["notice"]
    assert (asks.met, asks.consent) == (False, True)
    assert conditions(text, Asked())["notice"].consent is False


def test_operations_cost_and_pay_administration() -> None:
    assert met("operations", Asked())
    assert not met("operations", Asked(worse=("Crew needs 2: 1 after.",)))
    assert met("cost", Asked(costs=(Decimal(100), Decimal(100))))
    assert met("cost", Asked(costs=(Decimal(100), Decimal(99))))
    assert not met("cost", Asked(costs=(Decimal(100), Decimal("100.01"))))


def test_parts_of_tours_and_days_off_are_provided_for_where_the_clause_says() -> None:
    part = Asked(part=240)
    day_off = Asked(gives=(START, None))
    assert conditions("{conditions: []}", Asked())["provided-for"].met
    assert not conditions("{conditions: []}", part)["provided-for"].met
    assert conditions("{conditions: [], part_tours: true}", part)["provided-for"].met
    assert conditions("{conditions: []}", day_off)["provided-for"].met
    assert not conditions("{conditions: [], days_off: false}", day_off)["provided-for"].met
