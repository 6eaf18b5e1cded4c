"""A served demonstration, and somebody signed in to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from django.contrib.auth.models import User
from django.core.management import call_command
from django.db import connection
from django.test import Client, override_settings
from django.test.testcases import _StaticFilesHandler
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from watchbill.web import append_only, ledgers
from watchbill.web.demonstration import Account, build

AXE = Path(__file__).parent / "vendor" / "axe.min.js"


@pytest.fixture(scope="session", autouse=True)
def _passwords() -> Iterator[None]:
    """Passwords are hashed at once: hashing them slowly is Django's to test."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture(scope="session", autouse=True)
def _static_files(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Pages are tested with the files as they are served, hashed names and all.

    The handler that the live server takes by default looks in the sources, where no file has a
    hashed name; Django's own for tests serves what was collected.
    """
    with (
        override_settings(STATIC_ROOT=str(tmp_path_factory.mktemp("static"))),
        patch("django.contrib.staticfiles.handlers.StaticFilesHandler", _StaticFilesHandler),
    ):
        call_command("collectstatic", verbosity=0, interactive=False)
        yield


@pytest.fixture(autouse=True)
def _ledgers_of_one_test(request: pytest.FixtureRequest) -> Iterator[None]:
    """A test's database is taken back at its end: what was read of its ledgers is let go.

    Where tests run outside a transaction Django empties the tables, which the ledger's own guard
    refuses: the ledgers are emptied before.
    """
    marker = request.node.get_closest_marker("django_db")
    outside = "live_server" in request.fixturenames or "transactional_db" in request.fixturenames
    outside = outside or bool(marker and marker.kwargs.get("transaction"))
    if outside:
        request.getfixturevalue("transactional_db")  # so that it ends after this
    yield
    ledgers.forget_all()
    if outside:
        with connection.schema_editor() as editor:
            append_only.remove(editor)
            editor.execute("DELETE FROM watchbill_ledgerrow", params=None)
            append_only.install(editor)


@pytest.fixture
def accounts(db: None) -> dict[str, Account]:
    """The demonstration in the database; its accounts by name."""
    return {account.name: account for account in build()}


@pytest.fixture
def steward(client: Client, accounts: dict[str, Account]) -> Client:
    """The union steward, signed in."""
    client.force_login(User.objects.get(username="steward"))
    return client


@pytest.fixture
def member(client: Client, accounts: dict[str, Account]) -> Client:
    """A member, signed in."""
    client.force_login(User.objects.get(username="member"))
    return client


@pytest.fixture
def as_role(client: Client, accounts: dict[str, Account]) -> Callable[[str], Client]:
    """Signs in whoever has the role."""

    def signed_in(role: str) -> Client:
        client.force_login(User.objects.get(username=role))
        return client

    return signed_in


def text(client: Client, address: str) -> str:
    """The page at that address."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def sign_in(page: Page, server: LiveServer, account: Account) -> None:
    """Signs in as a person does."""
    page.goto(f"{server.url}/accounts/login/")
    page.get_by_label("User name").fill(account.name)
    page.get_by_label("Password").fill(account.password)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Your services").wait_for()


def violations(page: Page) -> list[str]:
    """What axe finds wrong with the page, rule and place."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("async () => (await axe.run()).violations")
    return [f"{one['id']}: {node['target']}" for one in found for node in one["nodes"]]
