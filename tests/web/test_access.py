"""Who gets in, and who sees what."""

import re
from collections.abc import Callable
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.test import Client

from tests.web.conftest import text
from watchbill.web.demonstration import Account
from watchbill.web.models import Membership

PAGES = (
    "", "findings/", "agreement/", "hours/", "people/Rowe/", "people/Rowe/tours.ics",
    "days/2024-05-24/", "coverage/crew/2024-05-24/",
)  # fmt: skip
API = ("findings", "coverage", "roster")


@pytest.mark.parametrize("page", PAGES)
def test_a_service_hides_from_those_who_are_no_members(steward: Client, page: str) -> None:
    assert steward.get(f"/hsaa-station/{page}").status_code == 200
    Membership.objects.filter(service__slug="hsaa-station").delete()
    assert steward.get(f"/hsaa-station/{page}").status_code == 404


@pytest.mark.parametrize("question", API)
def test_its_data_hides_too(steward: Client, question: str) -> None:
    Membership.objects.filter(service__slug="hsaa-station").delete()
    assert steward.get(f"/api/services/hsaa-station/{question}").status_code == 404
    assert [one["slug"] for one in steward.get("/api/services").json()["services"]] == [
        "kamloops-cso", "foothills-communications", "river-valley"]  # fmt: skip


@pytest.mark.parametrize("page", [f"/hsaa-station/{page}" for page in PAGES] + ["/", "/api/docs"])
def test_a_stranger_is_asked_to_sign_in(client: Client, db: None, page: str) -> None:
    answer = client.get(page)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/login/")


@pytest.mark.parametrize("question", ["/api/services", "/api/services/hsaa-station/roster",
                                      "/api/nothing"])  # fmt: skip
def test_a_stranger_s_program_is_told_as_json(client: Client, db: None, question: str) -> None:
    answer = client.get(question)
    assert (answer.status_code, answer.json()) == (401, {"detail": "Unauthorized"})


@pytest.mark.parametrize(("role", "sees"), [("manager", True), ("steward", True), ("payroll", True),
                                            ("supervisor", False), ("member", False)])  # fmt: skip
def test_rates_and_cost_are_for_both_sides_and_payroll(
    as_role: Callable[[str], Client], role: str, sees: bool
) -> None:
    client, place = as_role(role), "/foothills-communications/"
    hours = client.get(f"{place}hours/")
    assert hours.status_code == (200 if sees else 403)
    assert ("17,136.00" in hours.content.decode()) == sees
    assert client.get(f"/api/services{place}roster").status_code == (200 if sees else 403)
    for page in ("", "findings/", "agreement/", "people/Abbott/", "days/2024-10-01/"):
        sent = text(client, place + page)
        assert (f"{place}hours/" in sent) == sees
        assert "17,136.00" not in sent


def test_nobody_signs_up_or_asks_for_a_letter_that_cannot_be_sent(client: Client, db: None) -> None:
    for page in ("signup/", "password/reset/", "email/"):
        assert client.get(f"/accounts/{page}").status_code in {302, 404}
        assert client.post(f"/accounts/{page}", {"username": "x"}).status_code in {302, 404}
    assert not User.objects.exists()


@pytest.mark.parametrize("there", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_signing_in_leads_nowhere_else(
    client: Client, accounts: dict[str, Account], there: str
) -> None:
    words = {"login": "steward", "password": accounts["steward"].password, "next": there}
    assert client.post("/accounts/login/", words).headers["Location"] == "/"


def test_signing_in_leads_to_the_page_that_was_asked_for(
    client: Client, accounts: dict[str, Account]
) -> None:
    words = {"login": "steward", "password": accounts["steward"].password}
    answer = client.post("/accounts/login/", words | {"next": "/hsaa-station/?from=2024-05-06"})
    assert answer.headers["Location"] == "/hsaa-station/?from=2024-05-06"


def test_guessing_passwords_is_stopped(client: Client, accounts: dict[str, Account]) -> None:
    words = {"login": "steward", "password": "a guess"}
    answers = [client.post("/accounts/login/", words) for _ in range(12)]
    right = {"login": "steward", "password": accounts["steward"].password}
    assert client.post("/accounts/login/", right).status_code != 302
    assert "too many" in answers[-1].content.decode().lower()


def test_a_form_from_elsewhere_is_refused(accounts: dict[str, Account]) -> None:
    strict = Client(enforce_csrf_checks=True)
    words = {"login": "steward", "password": accounts["steward"].password}
    answer = strict.post("/accounts/login/", words)
    assert answer.status_code == 403
    assert "Open the page again" in answer.content.decode()


def test_the_session_s_cookie_is_for_no_script_and_no_other_site(
    client: Client, accounts: dict[str, Account]
) -> None:
    words = {"login": "steward", "password": accounts["steward"].password}
    cookie = client.post("/accounts/login/", words).cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


def test_every_page_carries_the_headers_that_guard_it(steward: Client) -> None:
    for page in ("/", "/hsaa-station/", "/api/services", "/nowhere/", "/accounts/2fa/"):
        headers = steward.get(page).headers
        policy = headers["Content-Security-Policy"]
        assert "script-src 'self'" in policy
        assert "unsafe" not in policy
        assert headers["Cache-Control"] == "no-store, private"
        assert (headers["X-Frame-Options"], headers["X-Content-Type-Options"]) == (
            "DENY",
            "nosniff",
        )


def test_no_page_has_a_style_or_a_script_of_its_own(steward: Client) -> None:
    own = [f"/hsaa-station/{page}" for page in PAGES if not page.endswith(".ics")]
    for page in ("/", "/accounts/2fa/", "/api/docs", *own):
        sent = text(steward, page)
        assert not re.findall(r"<style|<script>|\sstyle=|\son[a-z]+=|javascript:", sent)


def test_a_fault_of_ours_is_a_page_that_says_so(steward: Client) -> None:
    steward.raise_request_exception = False
    for place, address in (("views.services", "/"), ("api", "/api/services")):
        with patch(f"watchbill.web.{place}.memberships_of", side_effect=ZeroDivisionError):
            answer = steward.get(address)
        assert answer.status_code == 500
        assert "fault is ours" in answer.content.decode()
    assert answer.json()["detail"].startswith("the fault is ours")
