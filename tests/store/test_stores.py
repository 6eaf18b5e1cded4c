"""What every store of a ledger does, and all of them alike."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.store.conftest import Place, file_place
from tests.store.made_up import make_rows, with_beside
from watchbill.kernel.problems import BadInput
from watchbill.ledger.beside import named_beside, set_beside
from watchbill.ledger.chain import Row
from watchbill.store.base import Moved, Store, until_added
from watchbill.store.moving import copy_ledger
from watchbill.store.verify import verify_store

ROWS = make_rows(12)


def filled(place: Place, rows: list[Row] = ROWS) -> Store:
    store = place.open()
    store.append(None, rows, together=False)
    return store


def test_a_ledger_is_begun_by_its_first_rows_and_is_none_before(place: Place) -> None:
    store = place.open()
    assert (store.head(), store.rows(), store.sealed()) == (None, [], [])
    store.append(None, ROWS[:1])
    store.append(ROWS[0].head, ROWS[1:5])
    again = place.open()
    assert again.rows() == ROWS[:5]
    assert again.head() == ROWS[4].head
    assert again.rows(after=3) == again.sealed(after=3) == ROWS[3:5]
    assert again.rows(after=5) == again.sealed(after=5) == []


def test_whoever_judged_on_another_head_is_told_and_adds_nothing(place: Place) -> None:
    one, other = place.open(), place.open()
    one.append(None, ROWS[:2])
    with pytest.raises(Moved):
        other.append(None, make_rows(1, why="the quicker"))
    other.sealed()
    one.append(ROWS[1].head, ROWS[2:3])
    with pytest.raises(Moved):
        other.append(ROWS[1].head, make_rows(1, ROWS[1], why="the slower"))
    assert place.open().rows() == ROWS[:3]
    other.append(ROWS[2].head, ROWS[3:4])
    assert one.sealed(after=3) == ROWS[3:4]


def test_rows_of_one_act_are_read_all_or_none(tmp_path: Path) -> None:
    place = file_place(tmp_path)
    filled(place, ROWS[:3])
    place.open().append(ROWS[2].head, ROWS[3:6])
    path = Path(place.where)
    whole = path.read_bytes()
    lines = whole.splitlines(keepends=True)
    for cut in range(len(b"".join(lines[:3])), len(whole)):
        path.write_bytes(whole[:cut])
        expected = 6 if cut == len(whole) - 1 else 3  # the line break alone is no part of a row
        assert len(place.open().sealed()) == expected
    path.write_bytes(b"".join(lines[:5]))
    place.open().append(ROWS[2].head, ROWS[3:4])
    assert place.open().sealed() == ROWS[:4]


def test_rows_that_follow_no_head_are_never_written(place: Place) -> None:
    store = filled(place)
    with pytest.raises(ValueError, match="do not follow"):
        store.append(ROWS[-1].head, ROWS[3:5])
    with pytest.raises(ValueError, match="no row"):
        store.append(ROWS[-1].head, [])
    assert store.rows() == ROWS


def test_what_was_read_once_and_is_gone_is_told(tmp_path: Path) -> None:
    place = file_place(tmp_path)
    store = filled(place)
    store.sealed()
    path = Path(place.where)
    path.write_bytes(b"".join(path.read_bytes().splitlines(keepends=True)[:7]))
    with pytest.raises(BadInput, match="entry 12 is gone or changed since it was read"):
        store.sealed()
    with pytest.raises(BadInput, match="entry 12 is gone or changed"):
        store.append(ROWS[6].head, make_rows(1, ROWS[6], why="on top"))
    place.open().append(ROWS[6].head, ROWS[7:8])


def test_a_file_put_in_the_ledger_s_place_is_looked_at_from_its_beginning(tmp_path: Path) -> None:
    place = file_place(tmp_path)
    store = filled(place)
    store.sealed()
    path = Path(place.where)
    text = path.read_text()
    (tmp_path / "other").write_text(text.replace("late", "soon", 1))
    (tmp_path / "other").replace(path)
    with pytest.raises(BadInput, match="broken at entry"):
        place.open().sealed()
    assert place.open().rows() != ROWS


def test_what_stands_beside_is_kept_erased_and_told_by_verify(place: Place) -> None:
    beside = [set_beside({"telephone": f"403 555 01{number}"}) for number in range(4)]
    rows = with_beside(beside)
    store = place.open()
    store.append(None, rows[:2], beside[:2])
    store.append(rows[1].head, rows[2:], beside[2:])
    assert named_beside(rows) == {one.digest: number for number, one in enumerate(beside, 1)}
    again = place.open()
    assert again.beside() == beside
    assert again.beside([beside[2].digest]) == [beside[2]]
    assert again.beside()[2].data == {"telephone": "403 555 012"}
    assert again.erase([beside[1].digest, "f" * 64]) == 1
    assert again.erase([beside[1].digest]) == 0
    assert [one.text is None for one in place.open().beside()] == [False, True, False, False]
    verified = verify_store(place.open())
    assert verified.holds
    assert verified.erased == (2,)
    assert place.open().rows() == rows


def test_erased_text_is_in_no_file_any_more(tmp_path: Path) -> None:
    beside = [set_beside({"telephone": f"403 555 01{number}"}) for number in range(3)]
    place = file_place(tmp_path)
    store = place.open()
    store.append(None, with_beside(beside), beside)
    store.erase([beside[1].digest])
    texts = "".join(path.read_text() for path in tmp_path.iterdir())
    assert "403 555 011" not in texts
    assert "403 555 012" in texts
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "summer.beside.jsonl",
        "summer.jsonl",
    ]


def test_the_same_data_twice_has_two_digests() -> None:
    assert set_beside({"email": "a@b"}).digest != set_beside({"email": "a@b"}).digest


def test_what_is_lost_or_changed_beside_is_no_erasure(tmp_path: Path) -> None:
    beside = [set_beside({"telephone": f"403 555 01{number}"}) for number in range(3)]
    place = file_place(tmp_path)
    place.open().append(None, with_beside(beside), beside)
    path = tmp_path / "summer.beside.jsonl"
    whole = path.read_text()
    path.write_text(whole.replace("403 555 011", "403 555 019"))
    changed = verify_store(place.open())
    assert changed.faults == ("what stands beside entry 2 is not what was entered",)
    path.write_text("".join(whole.splitlines(keepends=True)[1:]))
    lost = verify_store(place.open())
    assert lost.faults == ("what stood beside entry 1 is gone, and nobody erased it",)


def test_a_ledger_goes_from_any_store_into_a_file_and_back(place: Place, tmp_path: Path) -> None:
    beside = [set_beside({"telephone": "403 555 0100"})]
    rows = ROWS + with_beside(beside, ROWS[-1])
    store = place.open()
    store.append(None, rows, beside)
    out = file_place(tmp_path / "elsewhere")
    Path(out.where).parent.mkdir()
    assert copy_ledger(store, out.open()) == 13
    assert verify_store(out.open()).holds
    assert (out.open().rows(), out.open().beside()) == (rows, beside)
    out.open().append(rows[-1].head, make_rows(2, rows[-1]))
    assert copy_ledger(out.open(), place.open()) == 2
    assert copy_ledger(out.open(), place.open()) == 0
    assert place.open().rows() == out.open().rows()


def test_a_ledger_is_not_put_in_where_another_one_is(place: Place, tmp_path: Path) -> None:
    filled(place, make_rows(3, by="somebody else"))
    other = file_place(tmp_path / "elsewhere")
    Path(other.where).parent.mkdir()
    with pytest.raises(BadInput, match="no entry yet"):
        copy_ledger(other.open(), place.open())
    filled(other)
    with pytest.raises(BadInput, match="from entry 1 on, this ledger is another"):
        copy_ledger(other.open(), place.open())
    assert len(place.open().rows()) == 3


def test_nothing_is_sealed_on_top_of_a_broken_row(place: Place) -> None:
    filled(place)
    break_row(place, 5)
    for store in (place.open(), place.open()):
        with pytest.raises(BadInput, match="broken at entry 5"):
            store.sealed()
        with pytest.raises(BadInput, match="broken at entry 5"):
            store.append(ROWS[-1].head, make_rows(1, ROWS[-1]))
    assert len(place.open().rows()) == 12


def test_that_the_database_s_own_guard_is_gone_is_told(place: Place) -> None:
    filled(place)
    assert place.open().unguarded() == []
    if place.sql is None:
        return
    name = "ledger_refuses_update" if place.kind == "sqlite" else "ledger_refuses"
    drop = f"DROP TRIGGER {name}"
    place.sql(drop if place.kind == "sqlite" else f"{drop} ON watchbill_ledgerrow")
    (sentence,) = place.open().unguarded()
    assert f"own guard {name} is gone" in sentence
    assert not verify_store(place.open()).holds


@pytest.mark.parametrize("place", ["sqlite", "postgresql"], indirect=True)
def test_a_guard_that_refuses_nothing_is_no_guard(place: Place) -> None:
    filled(place)
    assert place.sql is not None
    if place.kind == "sqlite":
        place.sql("DROP TRIGGER ledger_refuses_delete")
        place.sql(
            "CREATE TRIGGER ledger_refuses_delete BEFORE DELETE ON watchbill_ledgerrow"
            " BEGIN SELECT 1; END"
        )
        assert len(place.open().unguarded()) == 1
        return
    place.sql("ALTER TABLE watchbill_ledgerrow DISABLE TRIGGER ledger_next")
    assert len(place.open().unguarded()) == 1
    place.sql(
        "CREATE OR REPLACE FUNCTION ledger_refuses() RETURNS trigger LANGUAGE plpgsql AS"
        " $$ BEGIN RETURN NEW; END $$"
    )
    assert len(place.open().unguarded()) == 3


def test_an_attempt_that_was_overtaken_is_made_again(place: Place) -> None:
    store, quicker = filled(place), place.open()
    attempts: list[int] = []

    def attempt() -> int:
        rows = store.sealed()
        if not attempts:
            quicker.append(ROWS[-1].head, make_rows(1, ROWS[-1], by="the quicker"))
        attempts.append(len(rows))
        store.append(rows[-1].head, make_rows(1, rows[-1]))
        return len(rows) + 1

    assert until_added(attempt) == 14
    assert attempts == [12, 13]
    assert len(place.open().sealed()) == 14


def break_row(place: Place, number: int) -> None:
    """Changes a row behind the store's back."""
    if place.sql is None:
        path = Path(place.where)
        lines = path.read_text().splitlines(keepends=True)
        lines[number - 1] = (
            lines[number - 1].replace("P\\\\u00e9rez", "Nobody").replace("P\\u00e9rez", "Nobody")
        )
        path.write_text("".join(lines))
        return
    off = "DROP TRIGGER ledger_refuses_update"
    if place.kind == "postgresql":
        off = "ALTER TABLE watchbill_ledgerrow DISABLE TRIGGER ledger_refuses"
    place.sql(off)
    place.sql(
        "UPDATE watchbill_ledgerrow SET text = replace(text, 'rez', 'Nobody')"
        f" WHERE number = {number}"
    )
