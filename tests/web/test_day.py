"""A date's page and a post's hours on it: who works, who is away, where it is short."""

import pytest
from django.test import Client

from tests.web.conftest import text

STATION = "/hsaa-station"


@pytest.mark.parametrize("date", ["2024-05-24", "2024-05-06"])
def test_coverage_of_a_day_shows_need_have_and_who_is_on_duty(steward: Client, date: str) -> None:
    page = text(steward, f"{STATION}/coverage/crew/{date}/")
    assert "On duty" in page
    assert ("07:00-10:00" in page) == (date == "2024-05-24")


@pytest.mark.parametrize("path", ["coverage/crew/2024-01-01", "coverage/crew/yesterday",
                                  "coverage/roof/2024-05-06", "days/2024-01-01", "days/2024-13-01",
                                  "days/%D9%A2"])  # fmt: skip
def test_another_post_or_date_is_not_found(steward: Client, path: str) -> None:
    assert steward.get(f"{STATION}/{path}/").status_code == 404


def test_a_day_shows_its_crews_the_night_before_included(steward: Client) -> None:
    page = text(steward, f"{STATION}/days/2024-05-24/")
    order = [
        "Thu 23 May, 19:00-07:00", ">Gupta<", "Fri 24 May, 07:00-19:00", ">Calloway<",
        "Fri 24 May, 10:00-18:24", ">Rowe<", "Fri 24 May, 19:00-07:00", ">Aitken<",
    ]  # fmt: skip
    places = [page.index(part) for part in order]
    assert places == sorted(places)
    assert "Lomax (vacation)" in page
    assert page.count('<tr class="short">') == 2


def test_a_day_leads_to_the_day_before_and_after_within_the_schedule(steward: Client) -> None:
    first = text(steward, f"{STATION}/days/2024-05-06/")
    assert f"{STATION}/days/2024-05-07/" in first
    assert f"{STATION}/days/2024-05-05/" not in first


def test_the_board_gets_a_panel_and_everybody_else_a_page(steward: Client) -> None:
    address = f"{STATION}/days/2024-05-24/"
    panel = steward.get(address, headers={"HX-Request": "true"}).content.decode()
    assert "<header" not in panel
    assert "<header" in text(steward, address)
