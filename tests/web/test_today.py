"""The pages of a schedule that has today: who is on now, who comes next."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from django.test import Client

from tests.web.conftest import text
from watchbill.events.laid_out import LaidOut
from watchbill.kernel.clock import Day, from_date
from watchbill.web import ledgers
from watchbill.web.models import Service

STATION = "/hsaa-station/"
HERE = ZoneInfo("America/Edmonton")


def with_today() -> datetime:
    """Eight weeks of the station around today; gives the local time."""
    now = datetime.now(UTC).astimezone(HERE)
    service = Service.objects.get(slug="hsaa-station")
    first = from_date(now.date() - timedelta(days=14))
    laid = LaidOut(first=first, last=Day(first + 55))
    ledgers.append(service.slug, laid, "office", "around today")
    return now


def test_the_board_shows_who_is_on_now_and_marks_today(steward: Client) -> None:
    now = with_today()
    page = text(steward, STATION)
    on_now = page[page.index("On now") : page.index('aria-label="Weeks"')]
    night = not 7 <= now.hour < 19
    assert ("Night" in on_now.partition("Next")[0]) == night
    assert "Ambulance crews" in on_now
    assert on_now.count("/hsaa-station/people/") >= 6  # four now, and those who come next
    assert f'id="d{now.date()}" class="' in page
    assert page.count('aria-current="date"') == 1
    # Everybody's cell of today, and both posts'.
    assert page.count(" today") >= 20 + 2


def test_a_schedule_of_another_year_has_no_today(steward: Client) -> None:
    page = text(steward, STATION)
    assert "On now" not in page
    assert 'aria-current="date"' not in page


def test_the_period_that_has_today_opens_and_the_others_are_a_link_away(steward: Client) -> None:
    with_today()
    page = text(steward, STATION)
    assert "?from=2024-05-06" in page
    assert "d2024-05-06" not in page
    before = text(steward, f"{STATION}?from=2024-05-06")
    assert 'id="d2024-05-06"' in before
    assert "On now" not in before
    assert "/hsaa-station/findings/?from=2024-05-06" in before  # and so all that it leads to
    assert "2024-05-24" in text(steward, f"{STATION}coverage/crew/2024-05-24/?from=2024-05-06")
    assert steward.get(f"{STATION}coverage/crew/2024-05-24/").status_code == 404
    for asked in ("2024-05-07", "soon", ""):
        assert steward.get(f"{STATION}?from={asked}").status_code == 404


def test_what_comes_next_stands_first_on_one_s_own_page(member: Client) -> None:
    with_today()
    page = text(member, f"{STATION}people/Aitken/")
    assert "On duty until" in page or "Next: " in page
    assert page.index("Weeks that are over") < page.index("On a phone")
