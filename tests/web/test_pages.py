"""The other pages, as they are sent."""

import re

import pytest
from django.test import Client

from tests.web.conftest import text
from watchbill.agreement.load import load_agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.export.html import anchor
from watchbill.web.models import Membership

FOOTHILLS = "/foothills-communications"


def test_findings_lists_clause_person_figures_and_what_was_not_judged(steward: Client) -> None:
    page = text(steward, f"{FOOTHILLS}/findings/")
    for part in ("12.02(a)", "Thibault", "42.13 h/week", "it needs 364 days", "every hour"):
        assert part.lower() in page.lower()


def test_findings_lists_where_coverage_is_short(steward: Client) -> None:
    page = text(steward, "/hsaa-station/findings/")
    assert "Fri 24 May 2024" in page
    assert "07:00-10:00: 2 of the 3 that are needed" in page
    assert "Ambulance crews" in page
    assert "/hsaa-station/coverage/crew/2024-05-24/" in page


def test_a_finding_that_is_gone_is_not_found(steward: Client) -> None:
    assert steward.get(f"{FOOTHILLS}/findings/000000000000/").status_code == 404


def test_the_agreement_shows_readings_rules_and_assumptions(steward: Client) -> None:
    page = text(steward, f"{FOOTHILLS}/agreement/")
    assert "At most 42 hours a week, averaged over 56 days." in page
    assert "calendar-year" in page
    assert "in force" in page
    assert "Assumed: " in text(steward, "/kamloops-cso/agreement/")


@pytest.mark.parametrize("agreement", agreement_ids())
def test_every_agreement_that_ships_has_its_page(steward: Client, agreement: str) -> None:
    page = text(steward, f"/agreements/{agreement}/")
    loaded = load_agreement(agreement)
    for clause in loaded.clauses:
        assert f'id="{anchor(clause.number)}"' in page
    assert f'href="/agreements/{agreement}/"' in text(steward, "/agreements/")


def test_the_rule_kinds_link_to_agreements(steward: Client) -> None:
    page = text(steward, "/rule-kinds/")
    assert 'href="/agreements/hsaa-ems/#clause-12-06"' in page
    assert steward.get("/agreements/nowhere/").status_code == 404


def test_hours_and_cost_add_up(steward: Client) -> None:
    page = text(steward, "/kamloops-cso/hours/")
    assert "13,776.00" in page
    assert "165,312.00" in page


def test_the_only_service_opens_at_once(member: Client) -> None:
    Membership.objects.exclude(service__slug="kamloops-cso").delete()
    assert member.get("/").headers["Location"] == "/kamloops-cso/"


def test_every_clause_of_the_agreement_has_a_place_of_its_own(steward: Client) -> None:
    for service in ("foothills-communications", "hsaa-station", "kamloops-cso"):
        places = re.findall(r'id="(clause-[^"]+)"', text(steward, f"/{service}/agreement/"))
        assert len(places) == len(set(places)) > 3


def test_a_finding_leads_to_the_place_of_its_clause(steward: Client) -> None:
    key = re.findall(r"/findings/([0-9a-f]{12})/", text(steward, f"{FOOTHILLS}/findings/"))[0]
    place = re.findall(r'agreement/#([^"]+)"', text(steward, f"{FOOTHILLS}/findings/{key}/"))[0]
    assert f'id="{place}"' in text(steward, f"{FOOTHILLS}/agreement/")


def test_what_programs_may_ask_is_a_page_that_needs_nobody_else_s_server(steward: Client) -> None:
    page = text(steward, "/api/docs")
    assert "GET /api/services/{slug}/findings" in page
    assert "not_judged" in page
    assert not re.findall(r"(?:src|href)=\"(?:https?:)?//", page)
