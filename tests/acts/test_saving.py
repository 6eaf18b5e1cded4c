"""What was shown is worked out again when it is entered, on what the ledger has by then."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.acts.stage import OFFICER, POSTED
from watchbill.acts.base import Act
from watchbill.acts.outcome import MOVED, ActOutcome, carry_out, work_out
from watchbill.acts.registry import read_act
from watchbill.kernel.clock import this_minute
from watchbill.kernel.problems import BadInput
from watchbill.ledger.chain import seal_all
from watchbill.store.base import Store
from watchbill.store.books import open_book
from watchbill.store.opening import new_file


@pytest.fixture
def store(tmp_path: Path) -> Store:
    made = new_file(str(tmp_path / "summer.jsonl"))
    made.append(None, seal_all(POSTED.entries), ())
    return made


def change(to: str, person: str = "Aitken", tour: str = "2024-05-14 07:00") -> Act:
    fields: dict[str, Any] = {"person": person, "tour": tour, "to": to, "known": "2024-05-10 15:00"}
    return read_act("change", fields, "the test")


def shown(store: Store, act: Act) -> ActOutcome:
    return work_out(act, OFFICER, open_book(store), this_minute())


def test_an_outcome_that_is_only_shown_enters_nothing(store: Store) -> None:
    outcome = shown(store, change("2024-05-14 09:00 +12h"))
    assert (len(outcome.added), outcome.entered) == (1, False)
    assert len(open_book(store).entries) == len(POSTED.entries)
    assert outcome.head == POSTED.head()


def test_it_is_entered_as_it_was_seen(store: Store) -> None:
    act = change("2024-05-14 09:00 +12h")
    outcome = carry_out(store, act, OFFICER, seen=shown(store, act).seen)
    assert outcome.entered
    assert open_book(store).entries[-1] == outcome.added[0]
    assert outcome.added[0].by == "Officer Reid"


def test_where_another_was_quicker_and_it_comes_to_the_same_it_is_entered(store: Store) -> None:
    act = change("2024-05-14 09:00 +12h")
    seen = shown(store, act).seen
    carry_out(store, change("off", "Birch", "2024-06-07 07:00"), OFFICER)
    assert carry_out(store, act, OFFICER, seen=seen).entered


def test_where_another_was_quicker_and_it_comes_to_something_else_it_is_shown_again(
    store: Store,
) -> None:
    """Both seats of a day: whoever is second leaves the post empty that the first left short."""
    act = change("off", "Birch")
    seen = shown(store, act).seen
    sick = {"person": "Irwin", "tour": "2024-05-14 07:00", "kind": "sick"}
    leave: dict[str, Any] = {"event": {"leave": sick}, "known": "2024-05-10 15:00"}
    assert carry_out(store, read_act("record", leave, "the test"), OFFICER).entered
    before = len(open_book(store).entries)
    outcome = carry_out(store, act, OFFICER, seen=seen)
    assert outcome.held_back == (MOVED,)
    assert len(open_book(store).entries) == before
    assert carry_out(store, act, OFFICER, seen=outcome.seen).entered


def test_what_can_no_longer_be_is_refused_when_it_is_entered(store: Store) -> None:
    act = change("2024-05-14 09:00 +12h")
    seen = shown(store, act).seen
    carry_out(store, change("off"), OFFICER)
    with pytest.raises(BadInput, match=r"entry \d+ changed it into a day off"):
        carry_out(store, act, OFFICER, seen=seen)


def test_nothing_is_known_in_the_future(store: Store) -> None:
    act = read_act("change", {"person": "Aitken", "tour": "2024-05-14 07:00", "to": "off",
                              "known": "2299-05-10 15:00"}, "the test")  # fmt: skip
    with pytest.raises(BadInput, match="nothing is known in the future"):
        carry_out(store, act, OFFICER)
