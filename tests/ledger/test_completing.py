"""What an event is to say of the service, where nobody said it."""

from __future__ import annotations

import pytest

from tests.books import book_of, event
from watchbill.agreement.model import Agreement
from watchbill.kernel.problems import BadInput
from watchbill.ledger.completing import completed


@pytest.mark.parametrize("last", ["2124-05-01", "2034-06-01", "2024-05-01"])
def test_dates_that_are_refused_are_not_worked_out_first(last: str) -> None:
    def unasked() -> Agreement:
        raise AssertionError("the tours of these dates are being worked out")

    book = book_of("kamloops-cso", "2024-04-29", "2024-05-12")
    at = "2024-05-05 09:00"
    posting = event(posted={"at": at, "from": "2024-05-13", "to": last})
    assert completed(posting, book.now, unasked) == posting
    with pytest.raises(BadInput, match=r"no schedule is longer|lies before the first date"):
        book.with_entry(posting, book.entries[-1].known, "office", "")
