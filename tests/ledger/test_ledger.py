"""The ledger: sealed entries, what was known when, and the schedule that follows."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import books
from tests.books import book_of, event
from watchbill.events.base import Event
from watchbill.events.call_in import CallIn
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.events.held import Held
from watchbill.kernel.clock import Instant, parse_day, wall_text
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book
from watchbill.ledger.chain import Row, first_broken, seal_all
from watchbill.ledger.entry import as_of, read_entry, written
from watchbill.ledger.rosters import roster_of
from watchbill.ledger.simulate import Rates, simulate
from watchbill.pay.pricing import price_all

EMPTY = book_of("hsaa-station", "2024-05-06", "2024-06-30")
ZONE = EMPTY.now.facts.zone
LAID_OUT = roster_of(EMPTY.now)
YEAR = simulate(LAID_OUT, seed=7, after=len(EMPTY.entries))
WHOLE = (*EMPTY.entries, *YEAR)
NEXT = len(EMPTY.entries) + 1
"""The number of the first entry that a test makes."""


def known(text: str) -> Instant:
    return books.known(ZONE, text)


def book(*events: tuple[str, Event]) -> Book:
    made = EMPTY
    for told, one in events:
        made = books.entered(made, told, one)
    return made


def held(made: Book, person: str, instant: Instant | None = None) -> list[Held]:
    return list(made.schedule(instant).people[person].held.values())


def tours(made: Book, person: str, instant: Instant | None = None) -> list[str]:
    return sorted(wall_text(one.tour.wall_start) for one in held(made, person, instant))


def test_a_year_of_events_can_all_have_happened_and_is_the_same_from_the_same_seed() -> None:
    assert len(YEAR) > 40
    assert {one.event.name() for one in YEAR if one.event} >= {"leave", "change", "posted"}
    assert simulate(LAID_OUT, seed=7, after=len(EMPTY.entries)) == YEAR
    assert simulate(LAID_OUT, seed=8, after=len(EMPTY.entries)) != YEAR
    full = Book.of(WHOLE)
    assert full.now.people.keys() == {line.person.key for line in LAID_OUT.lines}
    assert price_all(full.agreement, full.now)


def test_an_entry_is_read_back_as_it_was_written() -> None:
    for entry in WHOLE:
        assert read_entry(written(entry), "test") == entry


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_is_done_to_a_row_shows_from_there_on(data: st.DataObject) -> None:
    rows = seal_all(WHOLE)
    assert first_broken(rows) is None
    place = data.draw(st.integers(0, len(rows) - 1))
    row = rows[place]
    change = data.draw(st.sampled_from(["text", "digest", "gone", "twice", "swapped"]))
    if change == "text":
        at = data.draw(st.integers(0, len(row.text) - 1))
        rows[place] = replace(row, text=row.text[:at] + "#" + row.text[at + 1 :])
    elif change == "digest":
        rows[place] = replace(row, digest="f" * 64)
    elif change == "gone":
        del rows[place]
    elif change == "twice":
        rows.insert(place, row)
    else:
        other = (place + 1) % len(rows)
        rows[place], rows[other] = rows[other], rows[place]
    broken = first_broken(rows)
    if change == "gone" and place == len(rows):
        assert broken is None  # the last row alone may be missing: its digest is kept elsewhere
    else:
        assert broken is not None
        assert broken.number <= place + 2


@given(moment=st.integers(0, len(YEAR)))
@settings(max_examples=40, deadline=None)
def test_what_becomes_known_later_changes_nothing_that_was_known_before(moment: int) -> None:
    instant = YEAR[moment - 1].known if moment else Instant(YEAR[0].known - 1)
    early = [entry for entry in YEAR if entry.known <= instant]
    assert as_of(YEAR, instant) == as_of(early)
    before = Book.of((*EMPTY.entries, *early)).now
    later = Book.of(WHOLE).schedule(instant)
    assert {name: one.held for name, one in before.people.items()} == {
        name: one.held for name, one in later.people.items()
    }


def test_the_schedule_as_it_stood_is_a_query() -> None:
    change = event(
        change={"person": "Aitken", "tour": "2024-05-14 07:00", "to": "2024-05-14 19:00 +12h night",
                "told": "2024-05-08 10:00"}
    )  # fmt: skip
    made = book(("2024-05-08 10:00", change))
    assert "2024-05-14 07:00" in tours(made, "Aitken", known("2024-05-08 09:59"))
    assert "2024-05-14 19:00" in tours(made, "Aitken")


def test_a_correction_names_what_it_corrects_and_holds_from_when_it_is_known() -> None:
    sick = event(leave={"person": "Aitken", "tour": "2024-05-14 07:00", "kind": "sick"})
    right = event(leave={"person": "Birch", "tour": "2024-05-14 07:00", "kind": "sick"})
    made = book(("2024-05-14 06:00", sick))
    made = made.with_correction(NEXT, right, known("2024-05-15 09:00"), "office", "wrong name")
    assert "2024-05-14 07:00" not in tours(made, "Aitken", known("2024-05-14 12:00"))
    assert "2024-05-14 07:00" in tours(made, "Aitken")
    assert "2024-05-14 07:00" not in tours(made, "Birch")
    taken_back = made.with_correction(NEXT + 1, None, known("2024-05-16 09:00"), "office", "nobody")
    assert "2024-05-14 07:00" in tours(taken_back, "Birch")
    with pytest.raises(BadInput, match="no entry 999"):
        made.with_correction(999, None, known("2024-05-16 09:00"), "office", "nobody")


def exchange(one: str, other: str, gives: list[str | None]) -> Event:
    return event(
        exchange={"between": [one, other], "gives": gives, "asked": "2024-05-06 09:00",
                  "written": [one, other]}
    )  # fmt: skip


def answer(place: int, word: str) -> ExchangeAnswer:
    """An answer to the exchange that the test entered in that place, from 0 on."""
    found = event(
        exchange_answer={"exchange": NEXT + place, "answer": word, "at": "2024-05-06 10:00"}
    )
    assert isinstance(found, ExchangeAnswer)
    return found


def test_an_exchange_moves_tours_once_it_is_approved_and_back_when_it_is_undone() -> None:
    ask = exchange("Aitken", "Calloway", ["2024-05-14 07:00", "2024-05-17 07:00"])
    asked = book(("2024-05-06 09:00", ask))
    assert "2024-05-14 07:00" in tours(asked, "Aitken")
    done = asked.with_entry(answer(0, "approved"), known("2024-05-06 10:00"), "s", "met")
    assert "2024-05-14 07:00" not in tours(done, "Aitken")
    assert "2024-05-17 07:00" in tours(done, "Aitken")
    assert "2024-05-14 07:00" in tours(done, "Calloway")
    back = done.with_entry(answer(0, "undone"), known("2024-05-06 11:00"), "s", "asked")
    assert tours(back, "Aitken") == tours(EMPTY, "Aitken")
    assert tours(back, "Calloway") == tours(EMPTY, "Calloway")


def test_an_exchange_is_answered_once() -> None:
    ask = exchange("Aitken", "Calloway", ["2024-05-14 07:00", None])
    made = book(("2024-05-06 09:00", ask), ("2024-05-06 10:00", answer(0, "approved")))
    with pytest.raises(BadInput, match="was approved already"):
        made.with_entry(answer(0, "refused"), known("2024-05-06 11:00"), "s", "no")


def test_what_later_exchanges_rest_on_is_not_undone_and_the_chain_is_named() -> None:
    made = book(
        ("2024-05-06 09:00", exchange("Aitken", "Calloway", ["2024-05-14 07:00", None])),
        ("2024-05-06 10:00", answer(0, "approved")),
        ("2024-05-07 09:00", exchange("Calloway", "Desai", ["2024-05-14 07:00", None])),
        ("2024-05-07 10:00", answer(2, "approved")),
        ("2024-05-08 09:00", exchange("Desai", "Farrow", ["2024-05-14 07:00", None])),
        ("2024-05-08 10:00", answer(4, "approved")),
    )
    assert made.resting_on(NEXT) == [NEXT + 2, NEXT + 4]
    with pytest.raises(BadInput, match=f"entries {NEXT + 2}, {NEXT + 4}"):
        made.with_entry(answer(0, "undone"), known("2024-05-09 09:00"), "s", "asked")
    for place in (4, 2, 0):
        made = made.with_entry(answer(place, "undone"), known("2024-05-09 09:00"), "s", "asked")
    for person in ("Aitken", "Calloway", "Desai", "Farrow"):
        assert tours(made, person) == tours(EMPTY, person)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"leave": {"person": "Aitken", "tour": "2024-05-12 07:00", "kind": "sick"}},
         "no tour that starts 2024-05-12 07:00"),
        ({"leave": {"person": "Nobody", "tour": "2024-05-14 07:00", "kind": "sick"}},
         "nobody has this name; found Nobody"),
        ({"extra": {"person": "Aitken", "tour": "2024-05-14 10:00 +8h"}}, "works 2024-05-14 07:00"),
        ({"change": {"person": "Aitken", "tour": "off 2024-05-14", "to": "off",
                     "told": "2024-05-10 09:00"}}, "it is no day off"),
        ({"held_over": {"person": "Aitken", "tour": "2024-05-14 07:00",
                        "until": "2024-05-14 18:00"}}, "nobody is held over"),
        ({"interrupted": {"person": "Aitken", "tour": "2024-05-06 07:00",
                          "stopped": "2024-05-06 12:00", "resumed": "2024-05-06 11:00"}},
         "not in their order"),
        ({"exchange_answer": {"exchange": 4, "answer": "approved", "at": "2024-05-10 09:00"}},
         "asks for no exchange"),
    ],
)  # fmt: skip
def test_what_cannot_have_happened_is_not_taken(data: dict[str, object], message: str) -> None:
    with pytest.raises(BadInput, match=message):
        book(("2024-05-10 09:00", event(**data)))


def test_what_became_known_earlier_and_is_entered_later_stands_as_that() -> None:
    sick = event(leave={"person": "Aitken", "tour": "2024-05-14 07:00", "kind": "sick"})
    over = event(held_over={"person": "Birch", "tour": "2024-05-06 07:00",
                            "until": "2024-05-06 20:00"})  # fmt: skip
    made = EMPTY.with_entry(over, known("2024-05-14 07:00"), "day", "as told")
    made = made.with_entry(
        sick, known("2024-05-14 03:05"), "night", "by telephone", entered=known("2024-05-14 07:30")
    )
    last = made.entries[-1]
    assert (last.known, last.entered) == (known("2024-05-14 03:05"), known("2024-05-14 07:30"))
    assert read_entry(written(last), "test") == last
    assert "2024-05-14 07:00" in tours(made, "Aitken", known("2024-05-14 03:04"))
    assert "2024-05-14 07:00" not in tours(made, "Aitken", known("2024-05-14 03:05"))
    assert not any(one.over for one in held(made, "Birch", known("2024-05-14 03:05")))
    assert any(one.over for one in held(made, "Birch"))
    assert Book.of(made.entries).latest == made.latest == known("2024-05-14 07:00")


def test_what_became_known_earlier_must_have_been_possible_then() -> None:
    extra = event(extra={"person": "Aitken", "tour": "2024-05-12 07:00 +12h"})
    made = EMPTY.with_entry(extra, known("2024-05-11 09:00"), "office", "volunteered")
    sick = event(leave={"person": "Aitken", "tour": "2024-05-12 07:00", "kind": "sick"})
    with pytest.raises(BadInput, match="no tour that starts 2024-05-12 07:00"):
        made.with_entry(
            sick, known("2024-05-10 09:00"), "office", "late", entered=known("2024-05-12 12:00")
        )
    assert made.with_entry(sick, known("2024-05-11 09:01"), "office", "ill").now


def test_nothing_is_known_after_it_is_entered() -> None:
    sick = event(leave={"person": "Aitken", "tour": "2024-05-14 07:00", "kind": "sick"})
    with pytest.raises(BadInput, match="known before it is entered"):
        EMPTY.with_entry(
            sick, known("2024-05-14 07:30"), "s", "", entered=known("2024-05-14 07:00")
        )


def test_a_permanent_exchange_turns_days_into_nights_until_it_ends() -> None:
    made = book_of("foothills-communications", "2024-09-23", "2024-11-17")
    begin = event(permanent_exchange={"days": "Abbott", "nights": "Bouchard", "from": "2024-10-01"})
    made = made.with_entry(begin, known("2024-09-25 09:00"), "office", "signed")
    kinds = {one.tour.day: one.tour.kind for one in made.now.people["Abbott"].held.values()}
    assert {kind for day, kind in kinds.items() if day >= parse_day("2024-10-01")} == {"day"}
    assert "night" in {kind for day, kind in kinds.items() if day < parse_day("2024-10-01")}
    end = event(end_permanent_exchange={"by": "Bouchard", "told": "2024-10-05 09:00"})
    made = made.with_entry(end, known("2024-10-05 09:00"), "office", "notice")
    (pair,) = made.now.partners
    assert pair.ends == parse_day("2024-11-04")
    after = {
        one.tour.kind
        for one in made.now.people["Bouchard"].held.values()
        if one.tour.day >= parse_day("2024-11-04")
    }
    assert after == {"day", "night"}


def test_what_takes_the_place_of_an_answer_is_held_to_what_came_before_it() -> None:
    ask = exchange("Aitken", "Calloway", ["2024-05-14 07:00", None])
    made = book(("2024-05-06 09:00", ask), ("2024-05-06 10:00", answer(0, "approved")))
    late = known("2024-05-07 10:00")
    right = made.with_correction(NEXT + 1, answer(0, "refused"), late, "s", "the wrong box")
    assert tours(right, "Aitken") == tours(EMPTY, "Aitken")
    assert "2024-05-14 07:00" not in tours(right, "Aitken", known("2024-05-06 12:00"))
    with pytest.raises(BadInput, match="was refused already"):
        right.with_entry(answer(0, "approved"), late, "s", "again")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ({"change": {"person": "Aitken", "tour": "2024-05-14 07:00", "to": "off",
                     "told": "2024-05-11 09:00"}}, "later than the entry becomes known"),
        ({"change": {"person": "Aitken", "tour": "2024-05-06 07:00",
                     "to": "2024-05-06 09:00 +12h", "told": "2024-05-10 08:00"}},
         "the tour was over then"),
        ({"call_in": {"person": "Aitken", "told": "2024-05-10 08:00",
                      "report": "2024-05-10 07:00", "worked": "1h"}},
         "later than the time to report"),
        ({"call_in": {"person": "Aitken", "told": "2024-05-10 08:00",
                      "report": "2024-05-14 08:00", "worked": "1h"}}, "Aitken is on duty then"),
        ({"extra": {"person": "Aitken", "tour": "2031-05-14 07:00 +12h"}},
         "the schedule runs from 2024-05-06 to 2024-06-30"),
        ({"posted": {"at": "2024-05-10 08:00", "from": "2024-06-01", "to": "2024-05-01"}},
         "it lies before the first date"),
        ({"emergency": {"from": "2024-05-11 08:00", "to": "2024-05-11 08:00"}},
         "it does not lie after its beginning"),
        ({"vacancy": {"tour": "2024-05-08 07:00 +12h", "post": "crew",
                      "at": "2024-05-10 08:00"}}, "it was over when the vacancy was opened"),
        ({"exchange": {"between": ["Aitken", "Calloway"], "gives": ["2024-05-12 07:00", None],
                       "asked": "2024-05-10 08:00"}}, "no tour that starts 2024-05-12 07:00"),
        ({"emergency": {"from": "2024-03-10 02:30", "to": "2024-03-10 08:00"}},
         "the clocks go forward then"),
    ],
)  # fmt: skip
def test_what_the_clock_and_the_calendar_forbid_is_not_entered(
    data: dict[str, object], message: str
) -> None:
    with pytest.raises(BadInput, match=message):
        book(("2024-05-10 09:00", event(**data)))


def test_a_tour_that_is_gone_is_told_with_where_it_went() -> None:
    made = book(
        ("2024-05-06 09:00", exchange("Aitken", "Calloway", ["2024-05-14 07:00", None])),
        ("2024-05-06 10:00", answer(0, "approved")),
    )
    with pytest.raises(BadInput, match=f"the exchange of entry {NEXT} gave it away"):
        made.with_entry(exchange("Aitken", "Desai", ["2024-05-14 07:00", None]),
                        known("2024-05-07 09:00"), "s", "again")  # fmt: skip


def test_a_simulated_year_comes_at_its_rates() -> None:
    whole = roster_of(book_of("hsaa-station", "2024-01-01", "2024-12-31").now)
    people = len([line for line in whole.lines if line.tours])
    year = simulate(whole, seed=1)
    names = [entry.event.name() for entry in year if entry.event]
    assert names.count("exchange") == round(Rates().exchanges * people / 2)
    assert {"leave", "change", "call_in", "extra", "held_over"} <= set(names)
    quiet = simulate(whole, 1, replace(Rates(), sick=0, exchanges=0))
    assert "sick" not in {getattr(entry.event, "kind", "") for entry in quiet}
    with pytest.raises(ValueError, match="sick lies between 0 and 1"):
        Rates(sick=1.5)
    # Nothing is known before it happened.
    for entry in year:
        if isinstance(entry.event, CallIn):
            over = ZONE.instant(entry.event.report) + entry.event.worked
            assert entry.known >= over


def test_rows_say_what_they_hold() -> None:
    assert isinstance(seal_all(WHOLE)[0], Row)
    assert [row.entry for row in seal_all(WHOLE)] == list(WHOLE)
