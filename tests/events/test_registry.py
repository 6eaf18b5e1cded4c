"""A kind of event is one file: dropped in it is found, taken away it is missed."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import watchbill.events
from tests.events.stage import NEXT, STAGE, event, plus, refused, standing
from watchbill.events.registry import event_kinds
from watchbill.export.entry_text import entry_text
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book
from watchbill.ledger.entry import read_entry, written

DRILL = '''\
"""A drill."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.events.base import Event
from watchbill.events.draft import Draft
from watchbill.events.held import Held
from watchbill.kernel.fields import Text
from watchbill.records.local_tour import TourField


@dataclass(frozen=True, kw_only=True)
class FireDrill(Event):
    """A drill that a person was at."""

    person: Text
    tour: TourField

    def effect(self, schedule: Draft, number: int) -> None:
        schedule.give(self.person, Held(schedule.placed(self.tour), False, number))
'''
TEXT = "fire_drill: {person: Ames, tour: 2024-05-12 10:00 +2h}"
MODULE = "watchbill.events.fire_drill"


@pytest.fixture
def drill(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The room of events has one more file."""
    (tmp_path / "fire_drill.py").write_text(DRILL, encoding="utf-8")
    path = [*watchbill.events.__path__, str(tmp_path)]
    monkeypatch.setattr(watchbill.events, "__path__", path)
    event_kinds.cache_clear()
    yield
    monkeypatch.undo()
    sys.modules.pop(MODULE, None)
    vars(watchbill.events).pop("fire_drill", None)
    event_kinds.cache_clear()


@pytest.mark.usefixtures("drill")
def test_a_kind_dropped_in_is_found_written_read_folded_refused_and_told() -> None:
    assert "fire_drill" in event_kinds()
    book = plus(STAGE, TEXT)
    entry = book.entries[-1]
    assert read_entry(written(entry), "test") == entry
    assert [one.number for one in standing(book.now, "Ames").held.values()].count(NEXT) == 1
    assert standing(Book.of(book.entries).now, "Ames").events[-1].event == event(TEXT)
    assert "Ames works 2024-05-14 07:00" in refused(TEXT.replace("05-12", "05-14"))
    assert "nobody has this name; found Amos" in refused(TEXT.replace("Ames", "Amos"))
    told = entry_text(book, entry)
    assert "fire drill: person Ames, tour 2024-05-12 10:00 +2h" in told


def test_a_ledger_with_a_kind_that_is_gone_is_not_read_as_if_nothing_were(
    request: pytest.FixtureRequest,
) -> None:
    request.getfixturevalue("drill")
    row = written(plus(STAGE, TEXT).entries[-1])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(watchbill.events, "__path__", list(watchbill.events.__path__)[:1])
        event_kinds.cache_clear()
        with pytest.raises(BadInput, match="no event has this name; found fire_drill"):
            read_entry(row, "entry 16")
    event_kinds.cache_clear()


def test_every_kind_is_named_once_and_has_its_tests() -> None:
    folder = Path(__file__).parent
    for name, kind in event_kinds().items():
        assert kind.name() == name
        assert (folder / f"test_{name}.py").exists(), name
        assert kind.__doc__, name
