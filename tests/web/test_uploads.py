"""Bodies are bounded by the pages themselves too, whatever server stands before them."""

import pytest
from django.test import Client

from watchbill.web.uploads import LARGEST_BODY


@pytest.mark.parametrize("address", ["/accounts/login/", "/nowhere/", "/api/services"])
def test_what_is_too_large_by_its_own_account_is_not_read(
    client: Client, db: None, address: str
) -> None:
    for length in (str(LARGEST_BODY + 1), "1" * 40, "-1", "many"):
        answer = client.post(address, {"login": "x"}, CONTENT_LENGTH=length)
        assert answer.status_code == 413
        assert "at most 5 MB can be sent at once" in answer.content.decode()


def test_what_is_not_too_large_is_read(client: Client, db: None) -> None:
    answer = client.post("/accounts/login/", {"login": "x" * 100_000, "password": "y"})
    assert answer.status_code == 200
