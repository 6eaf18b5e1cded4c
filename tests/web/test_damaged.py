"""Stored texts that cannot be read: the page says so, with the line, and no page falls over."""

import pytest
from django.test import Client

from watchbill.web.models import Service, SourceFile

PAGES = (
    "", "findings/", "agreement/", "hours/", "people/Rowe/", "people/Rowe/tours.ics",
    "days/2024-05-24/", "coverage/crew/2024-05-24/", "findings/000000000000/",
)  # fmt: skip


@pytest.fixture
def damaged(steward: Client) -> Client:
    service = Service.objects.get(slug="hsaa-station")
    service.text = service.text.replace("platoons:", "platons:")
    service.save()
    return steward


@pytest.mark.parametrize("page", PAGES)
def test_a_damaged_service_is_told_with_file_line_and_suggestion(
    damaged: Client, page: str
) -> None:
    answer = damaged.get(f"/hsaa-station/{page}")
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "hsaa-station" in told
    assert "platons" in told
    assert "did you mean platoons?" in told


def test_the_other_services_are_as_they_were(damaged: Client) -> None:
    assert damaged.get("/").status_code == 200
    assert damaged.get("/kamloops-cso/").status_code == 200


def test_programs_are_told_as_json(damaged: Client) -> None:
    answer = damaged.get("/api/services/hsaa-station/findings")
    assert answer.status_code == 422
    assert any("platons" in str(one) for one in answer.json()["detail"])


def test_people_that_cannot_be_read_are_told_too(steward: Client) -> None:
    people = SourceFile.objects.filter(service__slug="hsaa-station", name__endswith=".csv")
    for one in people:
        one.text = one.text.replace("2", "two")
        one.save()
    answer = steward.get("/hsaa-station/")
    assert people.exists()
    assert answer.status_code == 422
    assert ".csv:" in answer.content.decode()
