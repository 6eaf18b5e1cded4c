"""Ledgers of the first build taken over: real ones, and years written down as it wrote them."""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from watchbill.audit.audit import audit
from watchbill.desk.frozen import again
from watchbill.events.base import Event, Span
from watchbill.events.decided import Decided
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.events.laid_out import LaidOut
from watchbill.events.notice_given import NoticeGiven
from watchbill.kernel.clock import Day, Instant, parse_day, parse_wall, wall_text
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book
from watchbill.ledger.chain import GENESIS, Row, seal_all, seal_text
from watchbill.ledger.entry import Entry
from watchbill.ledger.rosters import roster_of
from watchbill.ledger.simulate import simulated
from watchbill.ledger.take_over import OldPosting, TakenOver, refuse_noted, take_over
from watchbill.pay.period import period_pay
from watchbill.service.load import load_service
from watchbill.store.first_file import read_first_file

OLD = Path(__file__).parent / "first_build"
NOW = Instant(30_000_000)
PAID = {
    "offers": {"Aitken": "16128.00", "Calloway": "16128.00", "Keane": "13440.00",
               "Lomax": "13440.00", "Vance": "456.00"},
    "year": {"Anders": "90128.25", "Okafor": "89544.00", "Reyes": "90056.50",
             "Bhatti": "91337.75", "Lindqvist": "90599.75", "Tremblay": "91071.25",
             "Chow": "90323.00", "Moreau": "90353.75", "Singh": "91143.00", "Doyle": "90128.25",
             "Novak": "89564.50", "Quist": "89605.50"},
    "desk": {"Bouchard": "22176.00", "Castellan": "22176.00",
             "Dubois": "22176.00", "Garnier": "26316.00", "Haddad": "21168.00"},
}  # fmt: skip
"""What the first build paid for the dates of each of its ledgers here. It paid Abbott's leave of a
kind that nobody names, too, which is asked back today."""


@cache
def taken(name: str) -> TakenOver:
    first = read_first_file(OLD / f"{name}.jsonl", name)
    return take_over(first.rows, load_service(first.service), name, NOW)


def amounts(book: Book) -> dict[str, str]:
    paid = period_pay(book, book.first, book.last)
    return {one.person.name: str(one.amount) for one in paid.people}


@pytest.mark.parametrize("name", PAID)
def test_a_ledger_of_the_first_build_gives_the_pay_that_it_gave(name: str) -> None:
    paid = amounts(taken(name).book)
    for person, amount in PAID[name].items():
        assert Decimal(paid[person]) == Decimal(amount), person


def test_every_entry_keeps_its_times_and_who_said_it_and_references_follow() -> None:
    old = read_first_file(OLD / "desk.jsonl", "desk").rows
    entries = taken("desk").book.entries
    before = len(entries) - len(old)
    for row, entry in zip(old, entries[before:], strict=True):
        data = json.loads(row.text)
        assert (entry.known, entry.entered) == (data["known"], data["known"])
        assert (entry.by, entry.why, entry.number) == (
            data["by"], data["why"], data["number"] + before,
        )  # fmt: skip
        assert entry.corrects == (data["corrects"] and data["corrects"] + before)
    notice = entries[before + 6].event
    assert isinstance(notice, NoticeGiven)
    assert notice.change == before + 6
    offers = taken("offers").book.entries
    answer = offers[-5].event
    assert isinstance(answer, ExchangeAnswer)
    assert answer.exchange == len(offers) - 8 + 2


def test_the_old_head_stands_in_the_first_reason_and_the_same_again_is_the_same_ledger() -> None:
    first = read_first_file(OLD / "desk.jsonl", "desk")
    book = taken("desk").book
    assert first.rows[-1].digest in book.entries[0].why
    assert "13 entries" in book.entries[0].why
    once_more = take_over(first.rows, load_service(first.service), "desk", Instant(NOW + 9)).book
    assert seal_all(once_more.entries) == seal_all(book.entries)


def test_what_cannot_stand_today_is_kept_as_words_with_why_and_whose_it_is() -> None:
    """Leave from a tour that a permanent exchange had turned; an end where none ran."""
    found = taken("desk")
    assert [number for number, _ in found.noted] == [10, 12]
    assert "Bouchard has no tour that starts 2024-10-11 19:00" in found.noted[0][1]
    assert "no permanent exchange runs that could end" in found.noted[1][1]
    own = found.book.now.people["Bouchard"].events
    assert "noted" in [known.event.name() for known in own]
    with pytest.raises(BadInput, match="entry 10: this cannot stand on the service"):
        refuse_noted(found, "desk")
    refuse_noted(taken("offers"), "offers")


def test_an_exchange_that_somebody_else_ended_is_named_with_one_of_the_two() -> None:
    (pair,) = taken("desk").book.now.partners
    assert (pair.notice_days, pair.ends) == (30, parse_day("2024-10-28"))


def test_a_free_text_that_looks_like_a_date_is_text() -> None:
    kinds = {one.kind for one in taken("desk").book.now.people["Abbott"].absences}
    assert kinds == {"sick, letter of 2024-02-30"}


def test_decisions_keep_their_answers_and_say_that_the_first_build_gave_them() -> None:
    old = [json.loads(row.text)["event"] for row in read_first_file(OLD / "offers.jsonl", "").rows]
    given = [event["decided"] for event in old if "decided" in event]
    book = taken("offers").book
    kept = [entry.event for entry in book.entries if isinstance(entry.event, Decided)]
    assert [one.answer for one in kept] == [one["answer"] for one in given]
    assert [one.looked_at for one in kept] == [f"first build: {one['looked_at']}" for one in given]
    assert [one.upto for one in kept] == [one["upto"] + len(book.entries) - 8 for one in given]
    assert all(again(book, one.about).of_first_build for one in kept)


def as_first(book: Book) -> list[Row]:
    """The entries after the schedule was laid out, as the first build wrote and sealed them."""
    rows: list[Row] = []
    laid = next(n for n, one in enumerate(book.entries, 1) if isinstance(one.event, LaidOut))
    for entry in book.entries[laid:]:
        event = _first_event(entry.event, laid) if entry.event else None
        text = _first_text(entry, event, laid)
        rows.append(seal_text(entry.number - laid, text, rows[-1].digest if rows else GENESIS))
    return rows


def _first_event(event: Event, laid: int) -> dict[str, object]:
    ((kind, fields),) = event.data().items()
    fields = {field: value for field, value in fields.items() if value not in ({}, [], 0)}
    for field in ("exchange", "vacancy", "change"):
        if isinstance(fields.get(field), int):
            fields[field] -= laid
    if kind == "posted":
        fields = {field: fields[field] for field in ("at", "from", "to")}
    return {kind: fields}


def _first_text(entry: Entry, event: dict[str, object] | None, laid: int) -> str:
    data = {
        "number": entry.number - laid, "known": entry.known, "by": entry.by, "why": entry.why,
        "event": event, "corrects": entry.corrects and entry.corrects - laid,
    }  # fmt: skip
    return json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


@pytest.mark.parametrize("name", ["hsaa-station", "foothills-communications", "kamloops-cso"])
def test_a_year_written_as_the_first_build_did_comes_to_the_same_pay_and_findings(
    name: str,
) -> None:
    service = load_service(name)
    year = simulated(service, parse_day("2024-01-01"), parse_day("2024-12-29"), seed=5)
    number = next(
        one.number for one in year.entries[::-1] if one.event and one.event.name() == "leave"
    )
    year = year.with_correction(number, None, year.latest, "office", "It was somebody else.")
    found = take_over(as_first(year), service, name, NOW)
    assert found.noted == ()
    book = found.book
    lines = [(one.person.name, one.start, one.end, one.multiple, one.amount)
             for one in period_pay(year, year.first, year.last).lines]  # fmt: skip
    assert len(lines) > 1000
    assert lines == [(one.person.name, one.start, one.end, one.multiple, one.amount)
                     for one in period_pay(book, year.first, year.last).lines]  # fmt: skip
    told = [[one.sentence for one in audit(one.texts, roster_of(one.now)).findings]
            for one in (year, book)]  # fmt: skip
    assert told[0] == told[1]


def test_dates_that_a_database_kept_are_laid_out_and_posted_as_it_had_them() -> None:
    service = load_service("kamloops-cso")
    first, gap = Day(service.starts), 14
    dates = [Span(first, Day(first + 6)), Span(Day(first + gap), Day(first + gap + 6))]
    at = service.agreement.zone.instant(parse_wall("2024-01-02 00:00"))
    book = take_over(
        (), service, "kept", NOW, [OldPosting(dates[0], at), OldPosting(dates[1])]
    ).book
    assert set(dates) <= set(book.now.spans)
    assert (book.first, book.last) == (dates[0].first, dates[1].last)
    assert [(wall_text(one.at), one.first) for one in book.now.postings] == [
        ("2024-01-02 00:00", first)
    ]
    everybody = {line.person.name for line in roster_of(book.now).lines}
    assert everybody == {person.name for person in service.people}


def test_a_broken_ledger_is_not_taken_over() -> None:
    rows = list(read_first_file(OLD / "desk.jsonl", "desk").rows)
    rows[4] = Row(5, rows[4].text.replace("Dubois", "Abbott"), rows[4].digest)
    with pytest.raises(BadInput, match="desk: the ledger is broken at entry 5"):
        take_over(rows, load_service("foothills-communications"), "desk", NOW)


def test_another_file_is_no_ledger_of_the_first_build(tmp_path: Path) -> None:
    (tmp_path / "new.jsonl").write_text('{"entry": "{}", "digest": ""}\n')
    with pytest.raises(BadInput, match="this is no ledger of the first build"):
        read_first_file(tmp_path / "new.jsonl", "new.jsonl")
