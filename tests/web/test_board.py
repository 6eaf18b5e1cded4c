"""The roster board, as it is sent."""

import re

from django.test import Client

from watchbill.web.models import Service

BOARD = "/foothills-communications/"


def test_it_shows_people_by_platoon_and_a_letter_a_tour(steward: Client) -> None:
    page = steward.get(BOARD).content.decode()
    assert page.count('scope="rowgroup"') == 5  # four platoons, and have and need
    assert page.count('scope="row"') == 24 + 2
    assert page.count(">D</td>") + page.count(">N</td>") == 24 * 28 - 6 - 6
    assert page.count(">L</td>") == 6


def test_the_last_tour_of_the_period_carries_the_mark(steward: Client) -> None:
    page = steward.get(BOARD).content.decode()
    marks = re.findall(r'class="mark breach" href="([^"]+)"', page)
    assert len(marks) == len(set(marks)) == 6
    assert steward.get(marks[0]).status_code == 200


def test_need_and_have_stand_for_every_post_and_day(steward: Client) -> None:
    page = steward.get("/hsaa-station/").content.decode()
    assert page.count('hx-target="#panel-body" title="') == 2 * 56
    assert page.count('<td class="short') == 1
    assert "short by 1 07:00-10:00" in page


def test_it_is_small_and_asks_the_database_little(
    steward: Client, django_assert_max_num_queries: object
) -> None:
    steward.get(BOARD)
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        answer = steward.get(BOARD, headers={"Accept-Encoding": "gzip"})
    assert len(answer.content) < 40_000


def test_a_service_hides_from_those_who_are_no_members(steward: Client) -> None:
    Service.objects.get(slug="hsaa-station").memberships.all().delete()
    for page in ("", "findings/", "agreement/", "hours/", "people/Rowe/"):
        assert steward.get(f"/hsaa-station/{page}").status_code == 404


def test_it_asks_a_stranger_to_sign_in(client: Client, db: None) -> None:
    answer = client.get(BOARD)
    assert answer.status_code == 302
    assert answer.headers["Location"].startswith("/accounts/login/")


def test_a_foreign_script_may_not_run(steward: Client) -> None:
    policy = steward.get(BOARD).headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
