"""Wrong passwords: counted by address and name, forgotten when they no longer count."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from watchbill.web.demonstration import Account
from watchbill.web.guessing import COUNTED, MOST_OF_ADDRESS, MOST_OF_NAME, is_guessing, note_wrong
from watchbill.web.models import WrongPassword

HERE, THERE = "203.0.113.9", "2001:db8::7"


def guess(times: int, address: str = HERE, name: str = "steward") -> None:
    for _ in range(times):
        note_wrong(address, name)


def test_so_many_wrong_ones_for_a_name_stop_that_name_from_that_address_alone(db: None) -> None:
    guess(MOST_OF_NAME - 1)
    assert not is_guessing(HERE, "steward")
    guess(1)
    assert is_guessing(HERE, "steward")
    assert is_guessing(HERE, "STEWARD")
    assert not is_guessing(THERE, "steward")
    assert not is_guessing(HERE, "manager")


def test_so_many_wrong_ones_for_any_names_stop_the_address(db: None) -> None:
    for number in range(MOST_OF_ADDRESS):
        assert not is_guessing(HERE, "steward")
        note_wrong(HERE, f"name {number}")
    assert is_guessing(HERE, "steward")
    assert not is_guessing(THERE, "steward")


def test_what_no_longer_counts_is_forgotten(db: None) -> None:
    guess(MOST_OF_NAME)
    WrongPassword.objects.update(at=timezone.now() - COUNTED - timedelta(seconds=1))
    assert not is_guessing(HERE, "steward")
    guess(1, THERE)
    assert WrongPassword.objects.count() == 1


def test_no_name_that_was_typed_is_kept(db: None) -> None:
    for typed in ("my secret password", "x" * 100_000, "\ud800", ""):
        note_wrong(HERE, typed)
    kept = set(WrongPassword.objects.values_list("name", flat=True))
    assert all(len(name) == 64 for name in kept)
    assert len(kept) == 4


@pytest.mark.parametrize("wrong", [MOST_OF_NAME - 1, MOST_OF_NAME])
def test_the_right_password_after_wrong_ones(
    client: Client, accounts: dict[str, Account], wrong: int
) -> None:
    words = {"login": "steward", "password": "a guess"}
    for _ in range(wrong):
        client.post("/accounts/login/", words)
    answer = client.post("/accounts/login/", words | {"password": accounts["steward"].password})
    assert (answer.status_code == 302) == (wrong < MOST_OF_NAME)
    assert WrongPassword.objects.count() == wrong


def test_a_right_password_writes_nothing(client: Client, accounts: dict[str, Account]) -> None:
    for _ in range(3 * MOST_OF_NAME):
        words = {"login": "steward", "password": accounts["steward"].password}
        assert client.post("/accounts/login/", words).status_code == 302
    assert not WrongPassword.objects.exists()


def test_who_signs_in_again_to_change_something_is_counted_too(
    client: Client, accounts: dict[str, Account]
) -> None:
    words = {"login": "steward", "password": accounts["steward"].password}
    client.post("/accounts/login/", words)
    for _ in range(2):
        client.post("/accounts/reauthenticate/", {"password": "a guess"})
    assert WrongPassword.objects.count() == 2
