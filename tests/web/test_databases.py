"""The same pages on PostgreSQL, in a process of their own, since settings are read once."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

STORY = """
from watchbill.web.run import build_demonstration
accounts = build_demonstration()
again = build_demonstration()
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from watchbill.web.models import LedgerRow, Service
client = Client(SERVER_NAME="localhost")
passwords = {account.name: account.password for account in again}
assert client.login(username="steward", password=passwords["steward"])
page = client.get("/foothills-communications/").content.decode()
ledgers = LedgerRow.objects.filter(number=1)
kept = Service.objects.count(), ledgers.count()
print(connection.vendor, *kept, page.count('class="mark'))
"""


def told(home: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", STORY],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"WATCHBILL_HOME": str(home)} | environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_demonstration_on_sqlite(tmp_path: Path) -> None:
    assert told(tmp_path) == "sqlite 4 4 7"


def test_the_demonstration_on_postgresql(tmp_path: Path, postgres_url: str) -> None:
    assert told(tmp_path, WATCHBILL_DATABASE=postgres_url) == "postgresql 4 4 7"


def command(home: Path, words: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "watchbill", *words.split()],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"WATCHBILL_HOME": str(home)} | environment,
    )


LOOKS = ["log typo", "verify typo", "members typo", "member typo typo"]


@pytest.mark.parametrize("words", LOOKS)
def test_a_look_where_nothing_is_makes_nothing(tmp_path: Path, words: str) -> None:
    done = command(tmp_path / "home", words)
    assert done.returncode == 2
    assert "there is no database here yet" in done.stderr
    assert "watchbill store" in " ".join(done.stderr.split())
    assert not (tmp_path / "home").exists()


def test_a_look_into_an_empty_postgresql_makes_nothing(tmp_path: Path, postgres_url: str) -> None:
    empty = postgres_url.removesuffix("/postgres") + "/template1"
    done = command(tmp_path / "home", "log typo", WATCHBILL_DATABASE=empty)
    assert done.returncode == 2
    assert "the database is empty, or of another version" in " ".join(done.stderr.split())
    assert not (tmp_path / "home").exists()


@pytest.mark.parametrize("words", ["store hsaa-station", "serve --port 1", "log hsaa-station"])
def test_a_postgresql_that_is_not_there_is_one_sentence(tmp_path: Path, words: str) -> None:
    away = "postgresql://me:secret@127.0.0.1:1/board"
    done = command(tmp_path, words, WATCHBILL_DATABASE=away)
    told = " ".join(done.stderr.split())
    assert done.returncode == 2
    assert "PostgreSQL, board at 127.0.0.1:1: the database cannot be used" in told
    assert "WATCHBILL_DATABASE" in told
    assert "secret" not in told
    assert "Traceback" not in told


def test_a_file_that_is_no_database_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "watchbill.sqlite3").write_text("no database " * 200)
    for words in ("store hsaa-station", "log hsaa-station"):
        done = command(tmp_path, words)
        assert done.returncode == 2
        assert "watchbill.sqlite3: the database cannot be used" in " ".join(done.stderr.split())


def test_storing_says_into_which_database(tmp_path: Path, postgres_url: str) -> None:
    done = command(tmp_path, "store hsaa-station")
    assert f"Database: SQLite, {tmp_path}/watchbill.sqlite3" in done.stdout
    fresh = postgres_url.replace("//watchbill@", "//watchbill:hidden@")
    done = command(tmp_path, "store hsaa-station", WATCHBILL_DATABASE=fresh)
    assert "Database: PostgreSQL, postgres at 127.0.0.1:" in done.stdout
    assert "hidden" not in done.stdout


@pytest.mark.parametrize("vendor", ["sqlite", "postgresql"])
def test_several_that_start_at_once_into_one_empty_home_all_run(
    tmp_path: Path, postgres_url: str, vendor: str
) -> None:
    """Those on PostgreSQL have a home each, as on several machines."""
    place = {"WATCHBILL_DATABASE": fresh_database(postgres_url)} if vendor == "postgresql" else {}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", "from watchbill.web.run import prepare_pages; prepare_pages()"],
            stderr=subprocess.PIPE, text=True,
            env=os.environ | place | {"WATCHBILL_HOME": str(tmp_path / (str(i) if place else ""))},
        )
        for i in range(3)
    ]  # fmt: skip
    told = [one.communicate(timeout=120)[1] for one in started]
    assert [one.returncode for one in started] == [0, 0, 0], told
    done = command(tmp_path, "store hsaa-station", **place)
    assert done.returncode == 0, done.stderr


def fresh_database(postgres_url: str) -> str:
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        connection.execute("CREATE DATABASE at_boot")
    return postgres_url.removesuffix("/postgres") + "/at_boot"


def test_entering_and_looking_touch_neither_static_files_nor_migrations(tmp_path: Path) -> None:
    assert command(tmp_path, "store hsaa-station").returncode == 0
    before = {path.name for path in tmp_path.iterdir()}
    with sqlite3.connect(tmp_path / "watchbill.sqlite3") as connection:
        applied = list(connection.execute("SELECT * FROM django_migrations"))
    event = "{leave: {person: Aitken, tour: 2024-05-06 07:00, kind: sick}}"
    posted = command(tmp_path, "post hsaa-station --from 2024-07-01 --to 2024-08-25")
    assert posted.returncode < 2, posted.stderr
    entered = subprocess.run(
        [sys.executable, "-m", "watchbill", "record", "hsaa-station", event],
        capture_output=True, text=True, check=False,
        env=os.environ | {"WATCHBILL_HOME": str(tmp_path)},
    )  # fmt: skip
    assert entered.returncode < 2, entered.stderr
    assert command(tmp_path, "verify hsaa-station").returncode == 0
    assert {path.name for path in tmp_path.iterdir()} - before <= {
        "watchbill.sqlite3-wal", "watchbill.sqlite3-shm", "cache"}  # fmt: skip
    with sqlite3.connect(tmp_path / "watchbill.sqlite3") as connection:
        assert list(connection.execute("SELECT * FROM django_migrations")) == applied
