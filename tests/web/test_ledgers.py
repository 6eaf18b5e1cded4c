"""The ledger in the database: one after another, sealed, and never changed. On both databases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

PROGRAM = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "watchbill.web.settings"
from watchbill.web.run import prepare
prepare()
from django.db import connection, transaction, utils
from watchbill.kernel.problems import BadInput
from watchbill.ledger.chain import first_broken
from watchbill.ledger.entry import read_event
from watchbill.web import ledgers, models
from watchbill.web.demonstration import build
"""
SLUG = "hsaa-station"
ASK = {"between": ["Aitken", "Calloway"], "gives": ["2024-05-14 07:00", "2024-05-17 07:00"],
       "asked": "2024-05-06 09:00", "written": ["Aitken", "Calloway"]}  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def environment(
    request: pytest.FixtureRequest, tmp_path: Path, postgres_url: str
) -> Iterator[dict[str, str]]:
    """A database of its own, with the demonstration in it."""
    place = os.environ | {"WATCHBILL_HOME": str(tmp_path)}
    place.pop("WATCHBILL_DATABASE", None)
    if request.param == "postgresql":
        name = f"ledger_{os.getpid()}"
        admin = "import psycopg, sys; c = psycopg.connect(sys.argv[1], autocommit=True);"
        admin += " c.execute(sys.argv[2])"
        subprocess.run([sys.executable, "-c", admin, postgres_url, f"CREATE DATABASE {name}"],
                       check=True)  # fmt: skip
        place["WATCHBILL_DATABASE"] = postgres_url.rsplit("/", 1)[0] + f"/{name}"
        yield _built(place)
        subprocess.run(
            [sys.executable, "-c", admin, postgres_url, f"DROP DATABASE {name} WITH (FORCE)"],
            check=True,
        )
    else:
        yield _built(place)


def _built(place: dict[str, str]) -> dict[str, str]:
    assert run(place, "build()") == []
    return place


def run(place: dict[str, str], code: str) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM + code], env=place, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def start(place: dict[str, str], code: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", PROGRAM + code], env=place, stdout=subprocess.PIPE, text=True
    )


ATTACKS = """
row = ("service_id, number, text, digest", "service_id, number, 'x', digest")
table = "watchbill_ledgerrow"
raw = [
    f"UPDATE {table} SET text = 'x'",
    f"DELETE FROM {table} WHERE number = 1",
    f"INSERT INTO {table} ({row[0]}) SELECT {row[1]} FROM {table} WHERE number = 1"
    " ON CONFLICT (service_id, number) DO UPDATE SET text = 'x'",
    f"INSERT INTO {table} ({row[0]}) SELECT service_id, 9, text, digest FROM {table}"
    " WHERE number = 2",
]
raw += {
    "sqlite": [
        f"REPLACE INTO {table} ({row[0]}) SELECT {row[1]} FROM {table} WHERE number = 1",
        f"INSERT OR REPLACE INTO {table} (id, {row[0]})"
        f" SELECT id, service_id, 3, 'x', digest FROM {table} WHERE number = 1",
    ],
    "postgresql": [
        f"TRUNCATE {table}",
        f"SET session_replication_role = replica; DELETE FROM {table}",
    ],
}[connection.vendor]
def sql(text):
    with connection.cursor() as cursor:
        cursor.execute(text)
    return True
attempts = {text: (lambda text=text: sql(text)) for text in raw} | {
    "update": lambda: models.LedgerRow.objects.update(text="x"),
    "delete": lambda: models.LedgerRow.objects.all().delete(),
    "row": lambda: models.LedgerRow.objects.first().delete(),
    "save": lambda: setattr(one := models.LedgerRow.objects.first(), "text", "x") or one.save(),
    "bulk update": lambda: models.LedgerRow.objects.bulk_update(
        [models.LedgerRow(pk=one.pk, text="x") for one in models.LedgerRow.objects.all()], ["text"]
    ),
    "upsert": lambda: models.LedgerRow.objects.bulk_create(
        [models.LedgerRow(service_id=one.service_id, number=1, text="x", digest=one.digest)
         for one in models.LedgerRow.objects.filter(number=1)],
        update_conflicts=True, unique_fields=["service", "number"], update_fields=["text"],
    ),
}
for name, attempt in attempts.items():
    try:
        with transaction.atomic():
            attempt()
        print("was done:", name)
    except utils.DatabaseError as error:
        if "append-only" not in str(error) and "next number" not in str(error):
            print(name, error)
"""


def test_rows_are_added_and_the_database_refuses_to_change_replace_or_delete_one(
    environment: dict[str, str],
) -> None:
    code = f"""
event = read_event({{"exchange": {ASK!r}}}, "test")
begun = len(ledgers.book_of({SLUG!r}).entries)
for number in (1, 2):
    book, entry = ledgers.append({SLUG!r}, event, "Aitken", "asked together")
    print(entry.number - begun, len(book.entries) - begun)
store = ledgers.store_of({SLUG!r})
before = store.rows()
{ATTACKS}
print(first_broken(store.rows()), store.rows() == before)
"""
    assert run(environment, code) == ["1 1", "2 2", "None True"]


def test_of_two_approvals_at_once_one_wins_and_the_other_is_told(
    environment: dict[str, str],
) -> None:
    ask = f"""
_, asked = ledgers.append({SLUG!r}, read_event({{"exchange": {ASK!r}}}, "test"), "Aitken", "asked")
print(asked.number)
"""
    (number,) = run(environment, ask)
    approve = f"""
answer = {{"exchange": {number}, "answer": "approved", "at": "2024-05-06 10:00"}}
try:
    ledgers.append({SLUG!r}, read_event({{"exchange_answer": answer}}, "test"), "s", "met")
    print("approved")
except BadInput as bad:
    print(bad.problems[0].message)
"""
    both = [start(environment, approve) for _ in range(2)]
    told = sorted(one.communicate(timeout=120)[0].strip() for one in both)
    assert told == ["approved", f"the exchange of entry {number} was approved already"]
    count = f"print(ledgers.stored_service({SLUG!r}).ledger.count())"
    assert run(environment, count) == [str(int(number) + 1)]


def test_a_writer_killed_at_200_points_loses_nothing_it_acknowledged(
    environment: dict[str, str],
) -> None:
    kill_at_200_points(SLUG, environment)


def test_nor_does_one_that_writes_a_file(tmp_path: Path) -> None:
    kill_at_200_points(str(tmp_path / "ledger.jsonl"), dict(os.environ))


def kill_at_200_points(where: str, environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.web.killing", where, "200"],
        env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["points"] == 200
    assert told["acknowledged"] > 100
    assert told["cut short"] > 100
