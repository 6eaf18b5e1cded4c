"""Ledgers on the command line: accidents end in one sentence, and nothing said is lost."""

from __future__ import annotations

import json
import os
import re
import resource
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

AT_ONCE = 20
MOST_SECONDS = 300
NO_WAY_PAST = ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def extra(day: int) -> str:
    return f"extra: {{person: Vance, tour: 2024-06-{day:02d} 07:00 +4h}}"


@dataclass
class Desk:
    """A home folder, and what a ledger in it, or in its database, is called."""

    home: Path
    ledger: str

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-m", "watchbill", *words]

    @property
    def environment(self) -> dict[str, str]:
        told = {"WATCHBILL_HOME": str(self.home), "WATCHBILL_DATABASE": ""}
        return os.environ | told

    def does(
        self,
        *words: str,
        code: int = 0,
        before: Callable[[], None] | None = None,
        unprivileged: bool = False,
    ) -> str:
        prefix = NO_WAY_PAST if unprivileged and os.geteuid() == 0 else []
        done = subprocess.run(
            [*prefix, *self.command(*words)],
            env=self.environment,
            cwd=self.home,
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=before,
        )
        assert done.returncode == code, done.stdout + done.stderr
        assert "Traceback" not in done.stderr
        return done.stdout if code != 2 else done.stderr

    def record(
        self,
        day: int,
        code: int = 0,
        before: Callable[[], None] | None = None,
        unprivileged: bool = False,
    ) -> str:
        words = ("record", self.ledger, extra(day), "--plain")
        return self.does(*words, code=code, before=before, unprivileged=unprivileged)

    def entries(self) -> int:
        return int(json.loads(self.does("verify", self.ledger, "--json"))["entries"])


@pytest.fixture(scope="session")
def stored_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("stored")
    desk = Desk(home, "hsaa-station")
    desk.does("store", "hsaa-station")
    desk.does("take-out", "hsaa-station", "station.jsonl")
    return home


@pytest.fixture(params=["file", "database"])
def desk(request: pytest.FixtureRequest, tmp_path: Path, stored_home: Path) -> Desk:
    """The station's ledger, in a file or in a database of its own."""
    for name in ("station.jsonl", "watchbill.sqlite3"):
        shutil.copy(stored_home / name, tmp_path)
    return Desk(tmp_path, "station.jsonl" if request.param == "file" else "hsaa-station")


def kept_in(desk: Desk) -> Path:
    name = "station.jsonl" if desk.ledger == "station.jsonl" else "watchbill.sqlite3"
    return desk.home / name


def test_of_twenty_who_enter_at_once_twenty_are_in(desk: Desk) -> None:
    before = desk.entries()
    static = sorted(path.name for path in desk.home.iterdir())
    writers = [
        subprocess.Popen(
            desk.command("record", desk.ledger, extra(day), "--plain"),
            env=desk.environment, cwd=desk.home, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            text=True,
        )
        for day in range(1, AT_ONCE + 1)
    ]  # fmt: skip
    said = [writer.communicate(timeout=MOST_SECONDS) for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * AT_ONCE, said
    numbers = sorted(int(re.match(r"Entry (\d+),", out)[1]) for out, _ in said)  # type: ignore[index]
    assert numbers == list(range(before + 1, before + AT_ONCE + 1))
    assert desk.entries() == before + AT_ONCE
    made = {path.name for path in desk.home.iterdir()} - set(static)
    assert made <= {"cache", "watchbill.sqlite3-shm", "watchbill.sqlite3-wal"}


def test_what_may_only_be_read_is_told_in_a_sentence(desk: Desk) -> None:
    kept_in(desk).chmod(0o444)
    told = desk.record(3, code=2, unprivileged=True)
    assert "Permission denied" in told or "readonly database" in told
    assert "1 problem" in told
    assert "every seal holds" in desk.does("verify", desk.ledger)


def test_so_is_a_full_disk_and_the_next_try_goes_through(desk: Desk) -> None:
    before = desk.entries()
    most = kept_in(desk).stat().st_size if desk.ledger == "station.jsonl" else 4_096
    told = desk.record(3, code=2, before=limit(most + 100))
    assert "File too large" in told or "full" in told or "disk I/O error" in told
    assert desk.entries() == before
    desk.record(3)
    assert desk.entries() == before + 1


def limit(most: int) -> Callable[[], None]:
    """No file of the process may grow beyond so many bytes."""
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def test_a_ledger_whose_first_write_failed_is_none_and_the_next_try_makes_it(
    tmp_path: Path,
) -> None:
    desk = Desk(tmp_path, "new.jsonl")
    begin = ("post", "new.jsonl", "--service", "hsaa-station", "--from", "2024-05-06", "--to",
             "2024-06-30")  # fmt: skip
    told = desk.does(*begin, code=2, before=limit(3_000))
    assert "File too large" in told
    assert not (tmp_path / "new.jsonl").exists()
    desk.does(*begin)
    assert desk.entries() > 40


def test_a_broken_chain_takes_no_entry(desk: Desk) -> None:
    if desk.ledger == "station.jsonl":
        path = kept_in(desk)
        path.write_text(path.read_text().replace("48.00", "96.00", 1))
    else:
        with sqlite3.connect(kept_in(desk)) as connection:
            connection.execute("DROP TRIGGER ledger_refuses_update")
            connection.execute(
                "UPDATE watchbill_ledgerrow SET text = replace(text, '48.00', '96.00')"
            )
        connection.close()
    assert "the ledger is broken at entry" in desk.record(3, code=2)
    told = desk.does("verify", desk.ledger, code=1)
    assert "Broken at entry" in told
    assert ("own guard ledger_refuses_update is gone" in told) == (desk.ledger == "hsaa-station")


def test_verifying_what_is_nowhere_makes_nothing(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "typo")
    assert "there is no database here yet" in desk.does("verify", "typo", code=2)
    assert "no ledger file is here" in desk.does("verify", "typo.jsonl", code=2)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_is_nearly_a_service_s_is_asked_back(desk: Desk) -> None:
    told = desk.does("verify", "hsaa-staton", code=2)
    assert "did you mean: hsaa-station" in told


def test_a_witness_shows_a_ledger_whose_end_was_cut_off(desk: Desk) -> None:
    desk.record(2)
    line = desk.does("witness", desk.ledger, "--new-key", "union.pem")
    (desk.home / "witnesses").write_text(line)
    against = ("verify", desk.ledger, "--witness", "witnesses", "--public", "union.public.pem")
    assert "is met and signed by" in desk.does(*against)
    if desk.ledger == "station.jsonl":
        path = kept_in(desk)
        path.write_text("".join(path.read_text().splitlines(keepends=True)[:-1]))
    else:
        with sqlite3.connect(kept_in(desk)) as connection:
            connection.execute("DROP TRIGGER ledger_refuses_delete")
            connection.execute("DELETE FROM watchbill_ledgerrow WHERE number = 43")
            connection.execute(guard_again())
        connection.close()
    assert "every seal holds" in desk.does("verify", desk.ledger)
    assert "its end was cut off" in desk.does(*against, code=1)
    heard = json.loads(desk.does(*against, "--json", code=1))["witnesses"]
    assert [(one["entry"], "cut off" in one["against"]) for one in heard] == [(43, True)]


def guard_again() -> str:
    from watchbill.store.guard import making

    return next(text for text in making("sqlite") if "CREATE TRIGGER ledger_refuses_delete" in text)


def test_a_ledger_taken_out_is_verified_elsewhere_and_put_in_again(
    stored_home: Path, tmp_path: Path
) -> None:
    shutil.copy(stored_home / "station.jsonl", tmp_path)
    desk = Desk(tmp_path, "station.jsonl")
    desk.record(2)
    assert "Put in as hsaa-station: 43 entries" in desk.does("put-in", "station.jsonl")
    desk.record(3)
    assert "Put in as hsaa-station: 1 entries" in desk.does("put-in", "station.jsonl")
    file, database = (desk.does("log", name) for name in ("station.jsonl", "hsaa-station"))
    assert file == database
    desk.does("take-out", "hsaa-station", "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == (tmp_path / "station.jsonl").read_bytes()
    lines = (tmp_path / "station.jsonl").read_text().splitlines(keepends=True)
    (tmp_path / "other.jsonl").write_text("".join(lines[:42]))
    Desk(tmp_path, "other.jsonl").record(9)
    told = desk.does("put-in", "other.jsonl", code=2)
    assert "from entry 43 on, this ledger is another" in told
