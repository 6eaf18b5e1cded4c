"""2,000 single changes of a byte, and every cut of an end: each found, or meaning the same."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.store.conftest import Place, file_place, sqlite_place
from tests.store.made_up import make_rows, with_beside
from watchbill.kernel.cache import Cache
from watchbill.kernel.problems import BadInput
from watchbill.ledger.beside import Beside, set_beside
from watchbill.ledger.chain import Row
from watchbill.store.base import Store
from watchbill.store.verify import verify_store
from watchbill.store.witness import against, new_keys, read_private, read_witnesses, witness_line

BESIDE = [set_beside({"telephone": f"403 555 01{number}", "reason": "é"}) for number in range(5)]
PLAIN = make_rows(4)
ROWS = [*PLAIN, *with_beside(BESIDE, PLAIN[-1])]
Meaning = tuple[list[Row], list[Beside]]


def fill(store: Store) -> None:
    store.append(None, PLAIN, together=False)
    store.append(PLAIN[-1].head, ROWS[4:7], BESIDE[:3])
    store.append(ROWS[6].head, ROWS[7:], BESIDE[3:])
    store.erase([BESIDE[3].digest])


def meaning(store: Store) -> Meaning:
    return store.rows(), store.beside()


def is_found(store: Store) -> bool:
    try:
        verified = verify_store(store)
    except BadInput:
        return True
    return not verified.holds


def change(data: bytes, rng: random.Random) -> bytes:
    at = rng.randrange(len(data))
    byte = rng.choice([rng.randrange(256), data[at] ^ 32, data[at] ^ 1, 32, 10])
    return data[:at] + bytes([byte]) + data[at + 1 :]


@pytest.mark.parametrize(("name", "times"), [("summer.jsonl", 800), ("summer.beside.jsonl", 400)])
def test_a_byte_of_a_file(tmp_path: Path, name: str, times: int) -> None:
    place = file_place(tmp_path)
    fill(place.open())
    path, same = tmp_path / name, meaning(place.open())
    whole = path.read_bytes()
    found = tried_out(
        times,
        lambda rng: path.write_bytes(change(whole, rng)),
        lambda: is_found(place.open()),
        lambda: meaning(place.open()) == same,
    )
    assert found > 0.9 * times


def test_a_byte_of_the_database_s_rows(tmp_path: Path, empty_sqlite: Path) -> None:
    place = sqlite_place(tmp_path, empty_sqlite)
    fill(place.open())
    same = meaning(place.open())
    with sqlite3.connect(tmp_path / "watchbill.sqlite3", isolation_level=None) as connection:
        connection.execute("DROP TRIGGER ledger_refuses_update")
        connection.execute("PRAGMA synchronous = OFF")

        def damage(rng: random.Random) -> None:
            table = rng.choice(["watchbill_ledgerrow", "watchbill_beside"])
            columns = ["text", "digest"] + ["number"] * (table == "watchbill_ledgerrow")
            column = rng.choice(columns)
            cells = connection.execute(
                f"SELECT id, CAST({column} AS BLOB) FROM {table} WHERE {column} IS NOT NULL"
            ).fetchall()
            key, data = rng.choice(cells)
            kind = "INTEGER" if column == "number" else "TEXT"
            put = f"UPDATE {table} SET {column} = CAST(? AS {kind}) WHERE id = ?"
            try:
                connection.execute(put, (change(data, rng), key))
            except sqlite3.IntegrityError:
                return  # the number of another row: the database has one row a number
            undo.append((put, data, key))

        def restore() -> None:
            for statement, data, key in undo:
                connection.execute(statement, (data, key))
            undo.clear()

        undo: list[tuple[str, bytes, int]] = []
        found = tried_out(
            500, damage, lambda: rows_found(place), lambda: meaning(place.open()) == same, restore
        )
    connection.close()
    assert found > 400


def rows_found(place: Place) -> bool:
    """Found in the rows themselves: that the guard is gone is told whatever was changed."""
    try:
        verified = verify_store(place.open())
    except BadInput:
        return True
    return verified.broken is not None or len(verified.faults) > 1


def test_a_byte_of_the_cache(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    cache.put("head 12", b"a schedule, as a pickle " * 8)
    (path,) = (tmp_path / "cache").iterdir()
    whole = path.read_bytes()
    found = tried_out(
        300,
        lambda rng: path.write_bytes(change(whole, rng)),
        lambda: cache.get("head 12") is None,
        lambda: cache.get("head 12") == b"a schedule, as a pickle " * 8,
    )
    assert found > 250


def tried_out(
    times: int,
    damage: Callable[[random.Random], object],
    is_found: Callable[[], bool],
    is_same: Callable[[], bool],
    restore: Callable[[], None] = lambda: None,
) -> int:
    """How often damage was found; where it was not, it means the same."""
    rng = random.Random(1)
    found = 0
    for number in range(times):
        damage(rng)
        if is_found():
            found += 1
        else:
            assert is_same(), f"change {number} was not found, and means something else"
        restore()
    return found


def test_every_cut_of_the_end_shows_against_a_witness_line(tmp_path: Path) -> None:
    place = file_place(tmp_path)
    fill(place.open())
    new_keys(tmp_path / "key.pem")
    key = read_private(tmp_path / "key.pem")
    line = witness_line(place.open().sealed()[-1].head, key)
    (tmp_path / "witness").write_text(line)
    (witness,) = read_witnesses(tmp_path / "witness")
    public = key.public_key()
    path = Path(place.where)
    whole = path.read_bytes()
    assert against(witness, place.open().rows(), public) is None
    for cut in range(len(whole) - 1):
        path.write_bytes(whole[:cut])
        rows = place.open().rows()
        assert len(rows) < len(ROWS)
        assert "its end was cut off" in (against(witness, rows, public) or "")
    path.write_bytes(whole[:-1])
    assert place.open().rows() == ROWS


def test_every_byte_of_a_signed_witness_counts(tmp_path: Path) -> None:
    new_keys(tmp_path / "key.pem")
    key = read_private(tmp_path / "key.pem")
    path = tmp_path / "witness"
    whole = witness_line(ROWS[-1].head, key).encode()
    path.write_bytes(whole)
    same = read_witnesses(path)
    rng = random.Random(2)
    for _ in range(300):
        path.write_bytes(change(whole, rng))
        try:
            witnesses = read_witnesses(path)
        except BadInput:
            continue
        spoken = [against(one, ROWS, key.public_key()) for one in witnesses]
        assert any(spoken) or witnesses == same
