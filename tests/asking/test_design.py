"""An effort forbids no design: it warns once the design is there."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from watchbill.design.study.brief import brief, most_hours
from watchbill.design.study.study import study
from watchbill.kernel.clock import Minutes
from watchbill.rules.base import Rule
from watchbill.rules.registry import kinds
from watchbill.service.load import load_service
from watchbill.service.model import Service
from watchbill.solve.settings import Settings

TWELVE = Minutes(12 * 60)
AVERAGE = kinds()["average-hours"]


def kamloops(*, soft: bool) -> Service:
    """The officers, with thirty hours a week on average beside their own clauses."""
    service = load_service("kamloops-cso")
    own = service.agreement.by_number["A1"]
    thirty: Rule = AVERAGE(at_most=Decimal(30), soft=soft)  # type: ignore[call-arg]
    added = replace(own, number="A9", heading="Thirty hours", rules=(thirty,))
    clauses = (*service.agreement.clauses, added)
    return replace(service, agreement=replace(service.agreement, clauses=clauses))


def test_an_effort_of_thirty_hours_warns_and_a_design_is_found() -> None:
    service = kamloops(soft=True)
    (twelve,) = study(service, [TWELVE], settings=Settings(effort=0.2), wanted=1).lengths
    assert twelve.designs.candidates
    assert twelve.designs.candidates[0].warned == ("A9",)
    assert most_hours(service.agreement, brief(service, TWELVE).members) == 42


def test_a_limit_of_thirty_hours_forbids_it() -> None:
    service = kamloops(soft=False)
    assert most_hours(service.agreement, brief(service, TWELVE).members) == 30
    (twelve,) = study(service, [TWELVE], least_hours=Decimal(40), settings=Settings(effort=0.2),
                      wanted=1).lengths  # fmt: skip
    assert not twelve.designs.candidates
