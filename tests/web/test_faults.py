"""A fault of the program: a number on the page and in the log, and the traceback beside it."""

import logging
import re
from unittest.mock import patch

import pytest
from django.test import Client

from watchbill.web.faults import NotTwice

NUMBER = r"\b[2-9A-Z]{6}\b"


@pytest.mark.parametrize(("place", "address"), [("views.services", "/"), ("api", "/api/services")])
def test_the_number_on_the_page_is_that_of_the_traceback_in_the_log(
    steward: Client, caplog: pytest.LogCaptureFixture, place: str, address: str
) -> None:
    steward.raise_request_exception = False
    numbers = set()
    for _ in range(3):
        caplog.clear()
        with patch(f"watchbill.web.{place}.memberships_of", side_effect=ZeroDivisionError("so")):
            answer = steward.get(address)
        number = re.findall(NUMBER, answer.content.decode())[0]
        written = [one for one in caplog.records if one.name == "watchbill.web.faults"]
        assert [one.getMessage() for one in written] == [f"fault {number} at GET {address}"]
        assert written[0].exc_info
        assert "ZeroDivisionError: so" in caplog.text
        numbers.add(number)
    assert len(numbers) == 3


def test_the_page_says_whom_to_give_the_number_and_offers_the_same_page_again(
    steward: Client,
) -> None:
    steward.raise_request_exception = False
    with patch("watchbill.web.views.services.memberships_of", side_effect=ZeroDivisionError):
        page = steward.get("/?from=2024-05-06").content.decode()
    assert "to whoever runs this server" in page
    assert 'href="/?from=2024-05-06">Try again' in page


def test_a_fault_is_not_written_twice_and_all_else_once() -> None:
    record = logging.LogRecord("django.request", logging.ERROR, "", 1, "x", None, None)
    assert NotTwice().filter(record)
    for status, kept in ((500, False), (503, True), (400, True)):
        record.status_code = status
        assert NotTwice().filter(record) is kept
