"""The ledger of a service begins."""

from tests.events.stage import STAGE, dates, refused, sentence
from watchbill.kernel.clock import parse_day

BEGAN = (
    "began: {service: small, called: Small station, time_zone: America/Edmonton, currency: CAD,"
    " anchor: 2024-05-06}"
)


def test_the_schedule_has_the_service_s_id_name_zone_currency_and_anchor() -> None:
    facts = STAGE.now.facts
    assert (facts.id, facts.name, facts.zone.name, facts.currency, facts.anchor) == (
        "small", "Small station", "America/Edmonton", "CAD", parse_day("2024-05-06"),
    )  # fmt: skip


def test_a_ledger_begins_once() -> None:
    assert "the ledger began already" in refused(BEGAN)


def test_it_is_told() -> None:
    assert dates(BEGAN) == ["2024-05-06"]
    assert sentence(BEGAN).startswith("began: service small, called Small station")
