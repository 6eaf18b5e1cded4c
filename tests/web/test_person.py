"""A person's page, and their calendar on a phone."""

import re
from urllib.parse import urlsplit

import icalendar
import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.web.conftest import text
from watchbill.web.models import Membership, Service

OWN = "/kamloops-cso/people/Anders/"


def address_of(client: Client) -> str:
    found = re.search(r'id="address" readonly value="([^"]+)"', text(client, OWN))
    assert found is not None
    return urlsplit(found[1]).path


def test_a_member_finds_their_own_tours(member: Client) -> None:
    own = Membership.objects.get(user__username="member", service__slug="kamloops-cso").person
    assert f"/kamloops-cso/people/{own}/" in text(member, "/kamloops-cso/")
    assert f"/kamloops-cso/people/{own}/" in text(member, "/")
    page = text(member, f"/kamloops-cso/people/{own}/")
    assert page.count('class="date"') == 28
    assert "Week of Mon 1 Jul 2024" in page


def test_a_member_takes_their_tours_to_their_phone(member: Client) -> None:
    answer = member.get(f"{OWN}tours.ics")
    assert len(icalendar.Calendar.from_ical(answer.content).walk("VEVENT")) == 28


def test_a_stranger_s_name_is_not_found(member: Client) -> None:
    assert member.get("/kamloops-cso/people/Nobody/").status_code == 404
    assert member.get("/kamloops-cso/people/Nobody/tours.ics").status_code == 404


def test_a_phone_subscribes_without_signing_in(member: Client) -> None:
    answer = Client().get(address_of(member))
    assert answer.headers["Content-Type"].startswith("text/calendar")
    assert len(icalendar.Calendar.from_ical(answer.content).walk("VEVENT")) == 28


def test_an_address_for_a_calendar_is_one_s_own_alone(member: Client) -> None:
    assert 'id="address"' not in text(member, "/kamloops-cso/people/Tremblay/")


def test_an_address_that_was_changed_gives_no_calendar(member: Client) -> None:
    address = address_of(member)
    others = Membership.objects.exclude(user__username="member")
    seal = address.partition(":")[2]
    guesses = [f"/calendars/{one.pk}:{seal}" for one in others]
    guesses += [address.replace(".ics", "x.ics"), "/calendars/1.ics", "/calendars/%C2%B2:x.ics"]
    assert {Client().get(guess).status_code for guess in guesses} == {404}


@pytest.mark.parametrize("how", ["password", "membership", "account"])
def test_a_new_password_or_a_membership_s_end_ends_the_subscription(
    member: Client, how: str
) -> None:
    address, user = address_of(member), User.objects.get(username="member")
    if how == "password":
        user.set_password("another one, and long")
        user.save()
    elif how == "membership":
        Service.objects.get(slug="kamloops-cso").memberships.all().delete()
    else:
        User.objects.update(is_active=False)
    assert Client().get(address).status_code == 404
