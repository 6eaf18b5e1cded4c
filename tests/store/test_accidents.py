"""Kills, crowds, full disks and what may not be written: nothing lost, nothing twice."""

from __future__ import annotations

import fcntl
import json
import os
import resource
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.store.conftest import Place, file_place, sqlite_place
from tests.store.made_up import make_rows, with_beside
from watchbill.kernel.problems import BadInput
from watchbill.ledger.beside import set_beside
from watchbill.store.database import Postgres, SqliteFile
from watchbill.store.database_store import DatabaseStore
from watchbill.store.verify import verify_store

ROWS = make_rows(12)
KILLS = {"file": 300, "sqlite": 200, "postgresql": 100}
WRITERS = 20


def test_a_writer_killed_at_any_moment_loses_nothing_that_it_said(place: Place) -> None:
    points = KILLS[place.kind]
    done = python(place, "-m", "tests.store.killing", place.where, str(points))
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["points"] == points
    assert told["acknowledged"] > points / 2
    assert told["cut short"] > points / 2


def test_of_twenty_writers_at_once_twenty_are_in(place: Place) -> None:
    done = python(place, "-m", "tests.store.writing", place.where, str(WRITERS), "3")
    assert (done.returncode, done.stderr) == (0, "")
    rows = place.open().sealed()
    by = Counter(json.loads(row.text)["by"] for row in rows)
    assert by == {f"writer {number}": 3 for number in range(WRITERS)}


def test_a_writer_of_a_file_waits_for_the_others_at_it(tmp_path: Path) -> None:
    place = file_place(tmp_path)
    place.open().append(None, ROWS)
    with Path(place.where).open("rb") as other:
        fcntl.flock(other, fcntl.LOCK_SH)
        waiting = subprocess.Popen(
            [sys.executable, "-m", "tests.store.writing", place.where, "1", "1"]
        )
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(timeout=3)
        assert Path(place.where).read_bytes().count(b"\n") == len(ROWS)
    assert waiting.wait(timeout=60) == 0
    assert len(place.open().sealed()) == len(ROWS) + 1


def test_a_disk_that_is_full_is_told_and_nothing_half_written_is_left(tmp_path: Path) -> None:
    place = file_place(tmp_path)
    beside = [set_beside({"reason": "x" * 40}) for _ in range(2)]
    rows = with_beside(beside)
    more = with_beside([set_beside({"reason": "y" * 900})], rows[-1])
    beside_more = [set_beside({"reason": "y" * 900})]
    for limit in (0, 100, 350):
        with_limit(limit, lambda: refused(lambda: place.open().append(None, rows, beside)))
        assert not Path(place.where).exists()  # a ledger whose first write failed is none
    place.open().append(None, rows, beside)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    for limit in (400, 600, 700):
        with_limit(
            limit, lambda: refused(lambda: place.open().append(rows[-1].head, more, beside_more))
        )
        assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert place.open().sealed() == rows


def test_a_database_on_a_full_disk_takes_nothing_and_says_so(
    tmp_path: Path, empty_sqlite: Path
) -> None:
    place = sqlite_place(tmp_path, empty_sqlite)
    place.open().append(None, ROWS)
    much = make_rows(1, ROWS[-1], why="x" * 3_000_000)

    def attempt() -> None:
        refused(lambda: place.open().append(ROWS[-1].head, much), "full|disk I/O")

    with_limit(1_000_000, attempt)
    assert place.open().sealed() == ROWS
    place.open().append(ROWS[-1].head, much)


def test_a_database_that_somebody_keeps_locked_is_told(tmp_path: Path, empty_sqlite: Path) -> None:
    sqlite_place(tmp_path, empty_sqlite)
    path = tmp_path / "watchbill.sqlite3"
    store = DatabaseStore(SqliteFile(path, wait=0.2), "hsaa-station")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        refused(lambda: store.append(None, ROWS), "database is locked by another program")
        assert store.rows() == []
        other.execute("ROLLBACK")
    store.append(None, ROWS)


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
def test_so_is_one_of_postgresql(place: Place) -> None:
    import psycopg

    address = place.environment["WATCHBILL_DATABASE"]
    store = DatabaseStore(Postgres(address, wait=0.2), "hsaa-station")
    with psycopg.connect(address) as other:
        other.execute("SELECT id FROM watchbill_service FOR UPDATE")
        refused(lambda: store.append(None, ROWS), "lock timeout")
    store.append(None, ROWS)
    gone = address.rsplit("/", 1)[0] + "/nowhere"
    refused(lambda: DatabaseStore(Postgres(gone), "hsaa-station"), "empty, or of another version")
    nobody = "postgresql://watchbill@127.0.0.1:9/x"
    refused(lambda: DatabaseStore(Postgres(nobody), "hsaa-station"), "connection")


def test_a_database_of_another_version_or_none_is_told_and_none_is_made(tmp_path: Path) -> None:
    path = tmp_path / "watchbill.sqlite3"
    refused(lambda: DatabaseStore(SqliteFile(path), "x"), "there is no database here yet")
    assert not list(tmp_path.iterdir())
    path.write_bytes(b"")
    refused(lambda: DatabaseStore(SqliteFile(path), "x"), "empty, or of another version")
    path.write_bytes(b"no database" * 200)
    refused(lambda: DatabaseStore(SqliteFile(path), "x"), "not a database")


@pytest.mark.parametrize("place", ["file", "sqlite"], indirect=True)
def test_what_may_only_be_read_can_be_read_and_verified_and_not_written(place: Place) -> None:
    place.open().append(None, ROWS)
    folder = Path(place.environment.get("WATCHBILL_HOME") or Path(place.where).parent)
    (path,) = (one for one in folder.iterdir() if one.suffix in (".jsonl", ".sqlite3"))
    path.chmod(0o444)
    told = python(place, "-c", READ_ONLY, place.where, without_root=True)
    assert told.returncode == 0, told.stderr
    count, sentence = told.stdout.splitlines()
    assert count == "12"
    assert "Permission denied" in sentence or "readonly" in sentence
    path.chmod(0o644)
    assert place.open().sealed() == ROWS


@pytest.mark.parametrize("place", ["postgresql"], indirect=True)
def test_nor_in_a_postgresql_that_only_reads(place: Place) -> None:
    place.open().append(None, ROWS)
    address = place.environment["WATCHBILL_DATABASE"]
    reading = f"{address}?options=-c%20default_transaction_read_only%3Don"
    store = DatabaseStore(Postgres(reading), "hsaa-station")
    refused(lambda: store.append(ROWS[-1].head, make_rows(1, ROWS[-1])), "read-only")
    assert verify_store(store).holds


READ_ONLY = """
import sys
from tests.store.made_up import make_rows
from tests.store.killing import opened
from watchbill.kernel.problems import BadInput
store = opened(sys.argv[1])
rows = store.sealed()
print(len(rows))
try:
    store.append(rows[-1].head, make_rows(1, rows[-1]))
except BadInput as bad:
    (problem,) = bad.problems
    print(problem)
"""


def refused(attempt: Callable[[], object], sentence: str = "cannot be") -> None:
    with pytest.raises(BadInput, match=sentence) as caught:
        attempt()
    (problem,) = caught.value.problems
    assert "\n" not in str(problem)


def with_limit(bytes_most: int, attempt: Callable[[], None]) -> None:
    """Runs it where no file can grow beyond so many bytes: as on a disk that is full."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_most, before[1]))
    try:
        attempt()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def python(
    place: Place, *words: str, without_root: bool = False
) -> subprocess.CompletedProcess[str]:
    """A program in another process; one that root's way past permissions is closed to."""
    powers = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]
    prefix = powers if without_root and os.geteuid() == 0 else []
    return subprocess.run(
        [*prefix, sys.executable, *words],
        env=os.environ | place.environment,
        capture_output=True,
        text=True,
        check=False,
    )
