"""The law of the ledger: however its events are folded, the schedule is the same."""

from __future__ import annotations

import pickle
import random
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.stage import STAGE, ZONE
from tests.ledger.drawing import ACTS, KINDS, Drawing
from tests.ledger.plain import plain
from watchbill.events.duty import Known
from watchbill.events.registry import event_kinds
from watchbill.kernel.clock import parse_wall
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book
from watchbill.ledger.chain import seal_all
from watchbill.ledger.entry import as_of, read_entry, read_event, written

NOW = ZONE.instant(parse_wall("2024-05-20 09:00"))
BEGAN = len(STAGE.entries)
MAY_ALWAYS_BE = {
    "agreement_holds", "decided", "end_permanent_exchange", "leave_kind_set", "service_renamed",
    "station_opened", "tour_defined",
}  # fmt: skip
"""Kinds of which nothing is drawn that cannot be."""


def drawn_book(data: st.DataObject, most: int = 8) -> Book:
    """The small station's book with events drawn for it, of so many acts at most."""
    acts = data.draw(st.lists(st.sampled_from(ACTS), min_size=1, max_size=most))
    choose = lambda values: data.draw(st.sampled_from(values))  # noqa: E731
    book, _, _ = with_acts(acts, choose)
    return book


def with_acts(
    acts: Iterable[tuple[str, ...]], choose: Callable[[Sequence[Any]], Any]
) -> tuple[Book, set[str], set[str]]:
    """The small station's book after these acts, and the kinds that were taken and refused.

    What is refused must change nothing, and what is taken no schedule that there was before.
    """
    book, taken, refused = STAGE, set[str](), set[str]()
    for kind in (kind for act in acts for kind in act):
        event = Drawing(choose, book.now).event(kind)
        earlier, before = book.now, plain(book.now)
        try:
            book = book.with_entry(event, NOW, "office", "drawn")
            taken.add(kind)
        except BadInput:
            refused.add(kind)
        assert plain(earlier) == before
    return book, taken, refused


def test_every_kind_of_event_is_drawn() -> None:
    assert KINDS.keys() == event_kinds().keys()


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_one_by_one_all_at_once_and_read_back_come_to_the_same_schedule(
    data: st.DataObject,
) -> None:
    book = drawn_book(data)
    expected = plain(book.now)
    assert plain(Book.of(book.entries).now) == expected
    added = as_of(book.entries[BEGAN:])
    assert plain(STAGE.now.apply_all(added)) == expected
    place = data.draw(st.integers(0, len(added)))
    parted = STAGE.now.apply_all(added[:place]).apply_all(added[place:])
    assert plain(parted) == expected
    back = [read_entry(row.text, "test") for row in seal_all(book.entries)]
    assert back == list(book.entries)
    assert [written(one) for one in back] == [written(one) for one in book.entries]
    assert plain(Book.of(back).now) == expected


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_schedule_kept_and_taken_out_again_goes_on_the_same(data: st.DataObject) -> None:
    book = drawn_book(data)
    added = as_of(book.entries[BEGAN:])
    place = data.draw(st.integers(0, len(added)))
    kept = STAGE.now.apply_all(added[:place])
    taken_out = pickle.loads(pickle.dumps(kept, protocol=5))
    assert plain(taken_out) == plain(kept)
    for one in added[place:]:
        taken_out = taken_out.apply(one)
    assert plain(taken_out) == plain(book.now)


@given(st.data())
@settings(max_examples=40, deadline=None)
def test_what_is_folded_at_once_with_an_event_that_cannot_be_is_refused_whole(
    data: st.DataObject,
) -> None:
    book = drawn_book(data, most=5)
    added = as_of(book.entries[BEGAN:])
    sick = event_of_nobody(book)
    try:
        STAGE.now.apply_all([*added, *sick])
    except BadInput as bad:
        assert [one.message for one in bad.problems] == ["nobody has this name"]
    else:
        raise AssertionError("leave of nobody was taken")


def event_of_nobody(book: Book) -> list[Known]:
    event = read_event({"leave": {"person": "Zed", "tour": "2024-05-14 07:00", "kind": "sick"}}, "")
    return [Known(len(book.entries) + 1, event)]


def test_what_is_drawn_can_happen_and_cannot_for_every_kind() -> None:
    """A law over events that are all refused would say nothing."""
    rng = random.Random(1)
    taken, refused = set[str](), set[str]()
    for _ in range(60):
        _, more, fewer = with_acts(rng.choices(ACTS, k=16), rng.choice)
        taken |= more
        refused |= fewer
    assert KINDS.keys() - taken == {"began"}
    assert KINDS.keys() - refused <= MAY_ALWAYS_BE
