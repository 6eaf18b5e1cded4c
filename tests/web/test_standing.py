"""The pages show the schedule as it stands: what the ledger says has happened."""

import pytest
from django.db import connection
from django.test import Client

from tests.web.conftest import text
from watchbill.ledger.entry import read_event
from watchbill.web import ledgers
from watchbill.web.models import LedgerRow, Service

STATION = "/hsaa-station/"


def enter(what: str, **fields: object) -> None:
    ledgers.append("hsaa-station", read_event({what: fields}, "test"), "Pascoe", "as told")


def test_leave_that_was_entered_stands_on_the_board_and_opens_a_hole(steward: Client) -> None:
    before = text(steward, STATION).count('class="leave')
    for name in ("Aitken", "Birch"):
        enter("leave", person=name, tour="2024-05-06 07:00", kind="sick")
    page = text(steward, STATION)
    assert page.count('class="leave') == before + 2
    assert "Aitken, Mon 6 May, leave: sick" in page
    count = LedgerRow.objects.filter(service__slug="hsaa-station").count()
    assert f"as it stands after {count} entries in the ledger" in page
    assert "Ambulance crews, Mon 6 May: 2/3, short by 1" in page
    assert "Aitken (sick)" in text(steward, f"{STATION}days/2024-05-06/")


def test_a_tour_of_no_letter_of_the_service_is_shown_by_its_kind(steward: Client) -> None:
    enter("extra", person="Aitken", tour="2024-05-12 15:00 +4h")
    page = text(steward, STATION)
    assert "Aitken, Sun 12 May, Evening 15:00-19:00, 4 hours" in page
    assert steward.get(f"{STATION}people/Aitken/tours.ics").status_code == 200


def test_a_posting_makes_a_period(steward: Client) -> None:
    enter("posted", at="2024-06-01 09:00", **{"from": "2024-07-01", "to": "2024-08-25"})
    page = text(steward, STATION)
    assert "Mon 1 Jul 2024 to Sun 25 Aug 2024" in page
    assert "posted Sat 1 Jun 2024, 09:00" in page
    assert "?from=2024-05-06" in page


def test_a_ledger_that_was_tampered_with_is_told_and_not_shown(steward: Client) -> None:
    enter("extra", person="Aitken", tour="2024-05-12 15:00 +4h")
    row = LedgerRow.objects.filter(service__slug="hsaa-station").last()
    assert row is not None
    ledgers.forget_all()
    with connection.cursor() as cursor:
        cursor.execute("DROP TRIGGER IF EXISTS ledger_refuses_update")
        cursor.execute(
            "UPDATE watchbill_ledgerrow SET digest = %s WHERE id = %s", ["0" * 64, row.pk]
        )
    answer = steward.get(STATION)
    assert answer.status_code == 422
    assert f"the ledger is broken at entry {row.number}" in answer.content.decode()
    assert row.service == Service.objects.get(slug="hsaa-station")


@pytest.mark.parametrize("role", ["steward", "member"])
def test_what_kind_of_leave_others_are_on_is_not_for_every_member(
    as_role: object, role: str
) -> None:
    client = as_role(role)  # type: ignore[operator]
    enter("leave", person="Birch", tour="2024-05-06 07:00", kind="sick")
    pages = ("", "days/2024-05-06/", "people/Birch/")
    told = ["sick" in text(client, STATION + page) for page in pages]
    assert told == [role == "steward"] * 3
    enter("leave", person="Aitken", tour="2024-05-06 07:00", kind="funeral")
    assert "funeral" in text(client, f"{STATION}people/Aitken/")
