"""What is kept of a ledger and brought up to date is what would be made from scratch."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.events.stage import FIRST, HOLDS, STAGE, event, plus
from tests.ledger.drawing import ACTS, Drawing
from tests.ledger.test_fold import NOW, drawn_book
from watchbill.audit.lines import LineJudge, LineJudged
from watchbill.events.agreement_holds import AgreementHolds
from watchbill.kernel.clock import Day, Instant
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book
from watchbill.roster import splice
from watchbill.roster.coverage import Cover, columns_between
from watchbill.roster.model import Roster, RosterLine
from watchbill.store.projections import Projection, Projections, project

LAST = Day(FIRST + 13)
PARTS = ((FIRST, LAST), (Day(FIRST + 3), Day(FIRST + 9)), (Day(FIRST + 12), Day(FIRST + 16)))


def same(one: Projection | None, other: Projection | None) -> bool:
    if one is None or other is None:
        return one is other
    parts = [(each.roster, each.audit, each.seats, each.covers) for each in (one, other)]
    return parts[0] == parts[1]


def judged(
    book: Book, part: tuple[Day, Day], before: Projection | None = None
) -> Projection | None:
    """The part of the book; ``None`` where its texts cannot be in force together."""
    try:
        return project(book, *part, before)
    except BadInput:
        return None


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_after_every_kind_of_event_it_is_as_made_from_scratch(data: st.DataObject) -> None:
    book, kept = STAGE, {part: project(STAGE, *part) for part in PARTS}
    acts = data.draw(st.lists(st.sampled_from(ACTS), min_size=1, max_size=6))
    choose = lambda values: data.draw(st.sampled_from(values))  # noqa: E731
    for kind in (kind for act in acts for kind in act):
        try:
            book = book.with_entry(Drawing(choose, book.now).event(kind), NOW, "office", "drawn")
        except BadInput:
            continue
        for part, before in kept.items():
            scratch, updated = judged(book, part), judged(book, part, before)
            assert same(scratch, updated)
            kept[part] = updated or before


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_it_is_so_from_whatever_other_book_it_is_made(data: st.DataObject) -> None:
    one, other = drawn_book(data), drawn_book(data)
    for part in PARTS:
        assert same(judged(one, part, judged(other, part)), judged(one, part))


SICK = "leave: {person: Ames, tour: 2024-05-07 07:00, kind: sick}"


def test_whoever_no_entry_touched_is_neither_judged_nor_counted_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged: list[str] = []
    counted: list[int] = []
    judge = LineJudge.judge

    def judging(self: LineJudge, line: RosterLine) -> LineJudged:
        judged.append(line.person.key)
        return judge(self, line)

    def counting(roster: Roster, begins: Instant, ends: Instant) -> list[list[Cover]]:
        counted.append(ends - begins)
        return columns_between(roster, begins, ends)

    monkeypatch.setattr(LineJudge, "judge", judging)
    monkeypatch.setattr(splice, "columns_between", counting)
    before = project(STAGE, FIRST, LAST)
    assert sorted(judged) == ["17", "Ames", "Bond"]
    after = project(plus(STAGE, SICK), FIRST, LAST, before)
    assert judged[3:] == ["Ames"]
    assert counted == [12 * 60]
    assert after.covers != before.covers


def test_it_is_kept_by_service_and_dates_and_is_that_of_the_book_asked_for() -> None:
    kept = Projections()
    first = kept.of(STAGE, FIRST, LAST)
    assert kept.of(STAGE, FIRST, LAST) is first
    later = plus(STAGE, SICK)
    assert kept.of(later, FIRST, LAST) is not first
    assert same(kept.of(later, FIRST, LAST), project(later, FIRST, LAST))
    assert same(kept.of(STAGE, FIRST, LAST), first)


def test_other_rules_judge_everybody_again() -> None:
    before = project(STAGE, FIRST, LAST)
    stricter = event(HOLDS.replace("at_least: 8h", "at_least: 13h"))
    entries = [
        replace(entry, event=stricter) if isinstance(entry.event, AgreementHolds) else entry
        for entry in STAGE.entries
    ]
    other = Book.of(entries)
    after = project(other, FIRST, LAST, before)
    assert same(after, project(other, FIRST, LAST))
    assert len(after.audit.findings) > len(before.audit.findings)
