"""Books of stores: folded from snapshots, kept between questions, added to by several at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.books import event
from tests.ledger.plain import plain
from watchbill.kernel.cache import Cache
from watchbill.kernel.clock import Instant, parse_day, wall_text
from watchbill.kernel.problems import BadInput
from watchbill.ledger.beginning import begin
from watchbill.ledger.book import Book
from watchbill.ledger.chain import seal_all
from watchbill.ledger.simulate import simulated
from watchbill.service.load import load_service
from watchbill.store.base import Store
from watchbill.store.books import APART, KeptBook, book_of, enter, open_book
from watchbill.store.file_store import FileStore

STATION = load_service("hsaa-station")
YEAR = simulated(STATION, parse_day("2024-01-01"), parse_day("2024-12-31"), seed=7)
ROWS = seal_all(YEAR.entries)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    filled = FileStore(tmp_path / "year.jsonl")
    filled.append(None, ROWS, together=False)
    return filled


def sick(book: Book, now: Instant) -> Book:
    """The next tour of Aitken's that they still hold is lost to sickness."""
    start = next(iter(sorted(book.now.people["Aitken"].held)))
    happened = event(leave={"person": "Aitken", "tour": wall_text(start), "kind": "sick"})
    return book.with_entry(happened, now, "Pascoe", "called in")


def same(one: Book, other: Book) -> bool:
    """The same schedule, to the last field."""
    return (plain(one.now), one.latest) == (plain(other.now), other.latest)


def test_a_snapshot_and_what_follows_make_the_book_that_all_entries_make(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    for upto in (APART, APART + 1, 2 * APART + 3, len(ROWS)):
        book = book_of(ROWS[:upto], cache=cache)
        assert same(book, YEAR.until(upto))
    assert len(list((tmp_path / "cache").iterdir())) >= 3


def test_a_damaged_snapshot_is_made_again(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    book_of(ROWS, cache=cache)
    (path,) = (tmp_path / "cache").iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[:-1] + b"\x00")
    assert same(book_of(ROWS, cache=cache), YEAR)
    assert len(path.read_bytes()) == len(whole)
    assert same(book_of(ROWS, cache=cache), YEAR)


def test_a_correction_of_what_a_snapshot_holds_is_carried_out(store: Store, tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    _, before = enter(store, sick)
    assert same(book_of(store.rows(), cache=cache), before)
    enter(store, lambda book, now: book.with_correction(len(book.entries), None, now, "P", "no"))
    after = book_of(store.rows(), cache=cache)
    assert len(after.entries) == len(before.entries) + 1
    assert same(after, Book.of(tuple(after.entries)))
    assert after.now.people["Aitken"].held.keys() == YEAR.now.people["Aitken"].held.keys()


def test_a_kept_book_has_what_it_entered_and_what_others_did(store: Store) -> None:
    kept, other = KeptBook(store), KeptBook(FileStore(Path(store.name)))
    assert same(kept.now(), YEAR)
    kept.enter(sick)
    other.enter(sick)
    before, after = kept.enter(sick)
    assert (len(before.entries), len(after.entries)) == (len(ROWS) + 2, len(ROWS) + 3)
    assert kept.now() is kept.now()
    assert same(kept.now(), Book.of(tuple(open_book(store).entries)))


def test_what_cannot_have_happened_adds_nothing_to_store_or_book(store: Store) -> None:
    kept = KeptBook(store)
    strange = event(leave={"person": "Nobody", "tour": "2024-05-06 07:00", "kind": "sick"})
    with pytest.raises(BadInput, match="Nobody"):
        kept.enter(lambda book, now: book.with_entry(strange, now, "P", ""))
    assert len(kept.now().entries) == len(store.rows()) == len(ROWS)


def test_whoever_is_overtaken_judges_again_on_what_stands_now(store: Store) -> None:
    kept, quicker = KeptBook(store), KeptBook(FileStore(Path(store.name)))
    judged: list[int] = []

    def change(book: Book, now: Instant) -> Book:
        if not judged:
            quicker.enter(sick)
        judged.append(len(book.entries))
        return sick(book, now)

    kept.enter(change)
    assert judged == [len(ROWS), len(ROWS) + 1]
    events = [entry.event for entry in kept.now().entries[-2:]]
    assert events[0] != events[1]


def test_a_ledger_is_begun_by_what_is_entered_first(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "new.jsonl")
    _, after = enter(store, lambda _, now: begin(STATION, now, "office", "taken up", now))
    assert open_book(FileStore(tmp_path / "new.jsonl")).now.facts == after.now.facts
