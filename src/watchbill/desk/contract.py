"""Decisions and what follows from entries, as records of the contract."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.audit.contract import finding_records
from watchbill.contract.decision import (
    BeforeAfterRecord,
    ConditionRecord,
    ExchangeAskedRecord,
    ExchangeDecisionRecord,
    LeftOutRecord,
    OfferDecisionRecord,
    PlaceRecord,
    TouchedRecord,
    VacancyAskedRecord,
)
from watchbill.contract.entry import OutcomeRecord
from watchbill.desk.able import LeftOut
from watchbill.desk.consequences import Consequences
from watchbill.desk.exchange import ExchangeDecision
from watchbill.desk.vacancy import OfferOrder
from watchbill.kernel.clock import Zone
from watchbill.ledger.book import Book
from watchbill.ledger.contract import entry_record
from watchbill.ledger.entry import Entry
from watchbill.pay.contract import line_records
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
        coverage=tuple(
            TouchedRecord(
                post=part.post.name,
                start=zone.wall(part.start),
                end=zone.wall(part.end),
                need=part.need,
                before=part.before,
                after=part.after,
            )
            for part in decision.coverage
        ),
        cost=BeforeAfterRecord(before=before, after=after),
    )


def outcome_record(book: Book, added: Iterable[Entry], found: Consequences) -> OutcomeRecord:
    """Entries just made and what follows from them; ``book`` has them already."""
    zone = book.now.facts.zone
    return OutcomeRecord(
        entries=tuple(entry_record(zone, entry) for entry in added),
        cost=found.cost,
        currency=book.service.currency,
        lines=line_records(found.lines),
        findings=finding_records(found.findings),
        coverage=found.short,
    )
