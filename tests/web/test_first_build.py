"""A database of the first build, brought up to date: texts and schedules become ledgers."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from watchbill.service.sources import gather
from watchbill.store.books import open_book
from watchbill.store.database import SqliteFile
from watchbill.store.database_store import DatabaseStore
from watchbill.store.first_file import read_first_file
from watchbill.store.verify import verify_store

OFFERS = Path(__file__).parents[1] / "ledger" / "first_build" / "offers.jsonl"
MIGRATE = (
    "import sys, django; django.setup(); from django.core.management import call_command;"
    " call_command('migrate', *sys.argv[1:], verbosity=0)"
)


def migrate(home: Path, *target: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "WATCHBILL_HOME": str(home), "WATCHBILL_DATABASE": "",
                   "DJANGO_SETTINGS_MODULE": "watchbill.web.settings"}  # fmt: skip
    return subprocess.run(
        [sys.executable, "-c", MIGRATE, *target],
        env=environment, check=False, capture_output=True, text=True,
    )  # fmt: skip


def fill(home: Path, *, damage: bool = False) -> None:
    """What the first build kept: two services, one with a ledger, one with schedules alone."""
    with sqlite3.connect(home / "watchbill.sqlite3") as database:
        for number, name in enumerate(("hsaa-station", "kamloops-cso"), 1):
            sources = gather(name)
            text = sources.text.replace("platoons:", "platons:") if damage else sources.text
            database.execute("INSERT INTO watchbill_service (id, slug, name, file_name, text)"
                             " VALUES (?, ?, ?, ?, ?)",
                             (number, name, name, sources.name, text))  # fmt: skip
            for named, said in sources.named_texts.items():
                database.execute("INSERT INTO watchbill_sourcefile (service_id, name, text)"
                                 " VALUES (?, ?, ?)", (number, named, said))  # fmt: skip
        for row in read_first_file(OFFERS, "offers").rows:
            database.execute(
                "INSERT INTO watchbill_ledgerrow (service_id, number, text, digest)"
                " VALUES (1, ?, ?, ?)",
                (row.number, row.text, row.digest),
            )
        for first, posted in (("2024-07-01", "2024-05-27 16:00:00"), ("2024-08-26", None)):
            database.execute("INSERT INTO watchbill_schedule (service_id, first, weeks, posted)"
                             " VALUES (2, ?, 8, ?)", (first, posted))  # fmt: skip
    database.close()


@pytest.fixture(scope="module")
def brought_up(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("first-build")
    assert migrate(home, "watchbill", "0005").returncode == 0
    fill(home)
    done = migrate(home)
    assert done.returncode == 0, done.stderr
    return home


def store(home: Path, slug: str) -> DatabaseStore:
    return DatabaseStore(SqliteFile(home / "watchbill.sqlite3"), slug)


def test_every_entry_of_a_ledger_is_in_it_after_the_service(brought_up: Path) -> None:
    book = open_book(store(brought_up, "hsaa-station"))
    old = read_first_file(OFFERS, "offers").rows
    assert [entry.event.name() for entry in book.entries[-len(old):] if entry.event][:3] == [
        "posted", "exchange", "decided",
    ]  # fmt: skip
    assert old[-1].digest in book.entries[0].why
    assert len(book.now.people) == 21


def test_schedules_beside_a_ledger_are_in_it(brought_up: Path) -> None:
    book = open_book(store(brought_up, "kamloops-cso"))
    assert (book.last - book.first + 1, len(book.now.postings)) == (112, 1)


def test_every_seal_holds_and_the_guard_stands(brought_up: Path) -> None:
    for slug in ("hsaa-station", "kamloops-cso"):
        found = verify_store(store(brought_up, slug))
        assert found.holds
        assert found.faults == ()


def test_the_texts_are_no_longer_beside_it(brought_up: Path) -> None:
    with sqlite3.connect(brought_up / "watchbill.sqlite3") as database:
        tables = {name for (name,) in database.execute("SELECT name FROM sqlite_master")}
        fields = [one[1] for one in database.execute("PRAGMA table_info(watchbill_service)")]
    database.close()
    assert not tables & {"watchbill_schedule", "watchbill_sourcefile"}
    assert fields == ["id", "slug", "name"]


def test_where_a_text_cannot_be_read_nothing_is_changed_and_it_is_told(tmp_path: Path) -> None:
    assert migrate(tmp_path, "watchbill", "0005").returncode == 0
    fill(tmp_path, damage=True)
    done = migrate(tmp_path)
    assert done.returncode != 0
    assert "platons" in done.stderr
    with sqlite3.connect(tmp_path / "watchbill.sqlite3") as database:
        assert database.execute("SELECT count(*) FROM watchbill_ledgerrow").fetchone() == (8,)
        with pytest.raises(sqlite3.IntegrityError, match="append-only"):
            database.execute("DELETE FROM watchbill_ledgerrow")
    database.close()
