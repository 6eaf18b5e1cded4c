"""Decisions as records of the contract."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.audit.contract import finding_records
from watchbill.contract.decision import (
    BeforeAfterRecord,
    CautionRecord,
    ConditionRecord,
    ExchangeAskedRecord,
    ExchangeDecisionRecord,
    LeftOutRecord,
    OfferDecisionRecord,
    PlaceRecord,
    TouchedRecord,
    VacancyAskedRecord,
)
from watchbill.desk.able import LeftOut
from watchbill.desk.caution import Caution
from watchbill.desk.effect import Touched
from watchbill.desk.exchange import ExchangeDecision
from watchbill.desk.vacancy import OfferOrder
from watchbill.kernel.clock import Zone
from watchbill.records.people import Person
from watchbill.rules.deciding import Ranked


def offer_record(order: OfferOrder) -> OfferDecisionRecord:
    """The order of offer, with those left out and spared, and why."""
    asked = order.vacancy
    return OfferDecisionRecord(
        asked=VacancyAskedRecord(
            tour=asked.tour,
            post=asked.post,
            at=asked.at,
            volunteers=asked.volunteers,
            occasion=asked.occasion,
        ),
        clause=order.clause.number if order.clause else None,
        order=_places(order.ranked),
        left_out=_left_out(order.left_out),
        mandatory=_places(order.mandatory),
        spared=_left_out(order.spared),
    )


def _places(ranked: Iterable[Ranked]) -> tuple[PlaceRecord, ...]:
    return tuple(
        PlaceRecord(person=one.person.key, step=one.step, reason=one.reason, name=_name(one.person))
        for one in ranked
    )


def _left_out(people: Iterable[LeftOut]) -> tuple[LeftOutRecord, ...]:
    return tuple(
        LeftOutRecord(
            person=one.person.key,
            reason=one.reason,
            clause=one.clause.number if one.clause else None,
            name=_name(one.person),
        )
        for one in people
    )


def _name(person: Person) -> str | None:
    return None if person.number is None else person.name


def exchange_record(zone: Zone, decision: ExchangeDecision) -> ExchangeDecisionRecord:
    """The verdict on an exchange, with its conditions, coverage and cost."""
    asked = decision.exchange
    before, after = decision.cost
    return ExchangeDecisionRecord(
        asked=ExchangeAskedRecord(
            between=asked.between,
            gives=asked.gives,
            asked=asked.asked,
            written=asked.written,
            part=asked.part,
        ),
        verdict=decision.verdict.value,
        conditions=tuple(
            ConditionRecord(
                clause=one.clause.number,
                condition=one.condition.name,
                met=one.condition.met,
                evidence=one.condition.evidence,
                consent=one.condition.consent,
            )
            for one in decision.conditions
        ),
        coverage=touched_records(zone, decision.coverage),
        cost=BeforeAfterRecord(before=before, after=after),
        findings=finding_records(decision.following.findings),
        remarks=remark_records(decision.following.remarks),
    )


def remark_records(remarks: Iterable[Caution]) -> tuple[CautionRecord, ...]:
    """Remarks, in the order given."""
    return tuple(
        CautionRecord(person=one.person, sentence=one.sentence, source=one.source)
        for one in remarks
    )


def touched_records(zone: Zone, parts: Iterable[Touched]) -> tuple[TouchedRecord, ...]:
    """Stretches of coverage, in the order given."""
    return tuple(
        TouchedRecord(
            post=part.post.name,
            start=zone.wall(part.start),
            end=zone.wall(part.end),
            need=part.need,
            before=part.before,
            after=part.after,
        )
        for part in parts
    )
