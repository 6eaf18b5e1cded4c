"""The other pages, as they are sent."""

import icalendar
import pytest
from django.test import Client

from watchbill.agreement.load import load_agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.export.html import anchor
from watchbill.web.models import Membership, Service

FOOTHILLS = "/foothills-communications"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_findings_lists_clause_person_figures_and_what_was_not_judged(steward: Client) -> None:
    page = text(steward, f"{FOOTHILLS}/findings/")
    for part in ("12.02(a)", "Thibault", "42.13 h/week", "it needs 364 days", "every hour"):
        assert part.lower() in page.lower()


def test_findings_lists_where_coverage_is_short(steward: Client) -> None:
    page = text(steward, "/hsaa-station/findings/")
    assert "Fri 24 May 2024, 07:00" in page
    assert "Ambulance crews" in page


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


@pytest.mark.parametrize("date", ["2024-05-24", "2024-05-06"])
def test_coverage_of_a_day_shows_need_have_and_who_is_on_duty(steward: Client, date: str) -> None:
    page = text(steward, f"/hsaa-station/coverage/crew/{date}/")
    assert "On duty" in page
    assert ("07:00-10:00" in page) == (date == "2024-05-24")


@pytest.mark.parametrize("path", ["crew/2024-01-01", "crew/yesterday", "roof/2024-05-06"])
def test_coverage_of_another_post_or_date_is_not_found(steward: Client, path: str) -> None:
    assert steward.get(f"/hsaa-station/coverage/{path}/").status_code == 404


def test_hours_and_cost_add_up(steward: Client) -> None:
    page = text(steward, "/kamloops-cso/hours/")
    assert "13,776.00" in page
    assert "162,360.00" in page


def test_hours_and_cost_are_not_for_every_member(member: Client) -> None:
    assert member.get("/kamloops-cso/hours/").status_code == 403
    assert "Hours and cost" not in text(member, "/kamloops-cso/")


def test_a_member_finds_their_own_tours(member: Client) -> None:
    own = Membership.objects.get(user__username="member", service__slug="kamloops-cso").person
    assert f"/kamloops-cso/people/{own}/" in text(member, "/kamloops-cso/")
    page = text(member, f"/kamloops-cso/people/{own}/")
    assert page.count('class="date"') == 28
    assert "Mon 1 Jul 2024" in page


def test_a_member_takes_their_tours_to_their_phone(member: Client) -> None:
    answer = member.get("/kamloops-cso/people/Anders/tours.ics")
    assert len(icalendar.Calendar.from_ical(answer.content).walk("VEVENT")) == 28


def test_a_stranger_s_name_is_not_found(member: Client) -> None:
    assert member.get("/kamloops-cso/people/Nobody/").status_code == 404
    assert member.get("/kamloops-cso/people/Nobody/tours.ics").status_code == 404


def test_the_only_service_opens_at_once(member: Client) -> None:
    Service.objects.exclude(slug="kamloops-cso").delete()
    assert member.get("/").headers["Location"] == "/kamloops-cso/"


def test_nobody_signs_up_by_themselves(client: Client, db: None) -> None:
    assert client.post("/accounts/signup/", {"username": "x"}).status_code == 200
    page = client.get("/accounts/signup/").content.decode()
    assert "closed" in page.lower()
