"""A service of two stations, with somebody lent for three weeks: built, posted, changed, audited
and paid."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

from tests.books import book_of, entered, event, known
from watchbill.audit.audit import audit
from watchbill.events.lent import Lent
from watchbill.kernel.clock import Day, parse_day, parse_wall
from watchbill.kernel.problems import BadInput
from watchbill.ledger.beginning import facts_of
from watchbill.ledger.book import Book
from watchbill.ledger.difference import difference
from watchbill.ledger.rosters import roster_of
from watchbill.pay.period import period_pay
from watchbill.roster.build import build_roster
from watchbill.roster.coverage import Cover, coverage, shortages
from watchbill.roster.model import Roster
from watchbill.roster.station import of_station
from watchbill.service.load import load_service
from watchbill.service.shipped import service_path

SERVICE = load_service("river-valley")
FIRST, LAST = parse_day("2024-05-06"), parse_day("2024-06-30")
LOAN = parse_day("2024-05-13"), parse_day("2024-06-02")


@pytest.fixture(scope="module")
def book() -> Book:
    return book_of(SERVICE, "2024-05-06", "2024-06-30", "2024-04-02 09:00")


def at_station(roster: Roster, covers: list[Cover], station: str) -> list[tuple[object, ...]]:
    return [(one.start, one.end, one.need, one.have) for one in covers
            if one.post.station == station]  # fmt: skip


def test_what_is_built_of_the_file_and_what_the_ledger_lays_out_are_covered_alike(
    book: Book,
) -> None:
    built, posted = build_roster(SERVICE), roster_of(book.now)
    assert not shortages(built)
    for station in SERVICE.stations:
        assert at_station(built, coverage(built), station) == at_station(
            posted, coverage(posted), station
        )


def test_whoever_is_lent_counts_at_the_other_station_for_these_dates_alone(book: Book) -> None:
    taken_back = replace(SERVICE, lent=())
    short = shortages(build_roster(taken_back))
    south = {tour.day for line in build_roster(SERVICE).lines if line.person.name == "Bergeron"
             for tour in line.tours if LOAN[0] <= tour.day <= LOAN[1]}  # fmt: skip
    assert {one.post.id for one in short} == {"south-crew"}
    assert sum(one.minutes for one in short) == len(south) * 12 * 60 == 12 * 12 * 60
    line = next(one for one in roster_of(book.now).lines if one.person.name == "Bergeron")
    stations = {line.person_on(Day(day)).station for day in range(LOAN[0], LOAN[1] + 1)}
    assert stations == {"south"}
    for day in (LOAN[0] - 1, LOAN[1] + 1):
        assert line.person_on(Day(day)).station == "north"


def test_a_festival_weekend_needs_a_third_on_its_dates_alone(book: Book) -> None:
    roster = roster_of(book.now)
    third = [one for one in coverage(roster) if one.need == 3]
    assert {one.post.id for one in third} == {"north-crew"}
    assert sum(one.minutes for one in third) == 3 * 12 * 60
    days = {roster.zone.wall(one.start) // 1440 for one in third}
    assert days == {parse_day(f"2024-06-{day}") for day in (14, 15, 16)}
    more = entered(book, "2024-05-01 09:00", event(need_set={
        "post": "south-crew", "demand": ["3 daily 08:00-20:00"],
        "from": "2024-06-22", "to": "2024-06-22"}))  # fmt: skip
    short = shortages(roster_of(more.now))
    assert {(one.post.id, one.need, one.have) for one in short} == {("south-crew", 3, 2)}


def test_one_station_has_its_posts_and_whoever_is_there_on_any_date(book: Book) -> None:
    south = of_station(roster_of(book.now), "south")
    assert [post.id for post in south.posts] == ["south-crew"]
    assert len(south.lines) == 9
    assert "Bergeron" in {line.person.name for line in south.lines}
    june = of_station(roster_of(book.now, parse_day("2024-06-03"), LAST), "south")
    assert len(june.lines) == 8
    assert "Bergeron" not in {line.person.name for line in june.lines}


def test_it_is_changed_audited_and_paid(book: Book) -> None:
    """A change of the one who is lent is judged by the station that they are at then."""
    tour = parse_wall("2024-05-15 07:00")
    changed = entered(book, "2024-05-14 18:00", event(change={
        "person": "Bergeron", "tour": "2024-05-15 07:00", "to": "2024-05-15 19:00 +12h night",
        "told": "2024-05-14 18:00"}))  # fmt: skip
    short = shortages(roster_of(changed.now))
    assert [(one.post.id, one.need, one.have, one.minutes) for one in short] == [
        ("south-crew", 2, 1, 720)
    ]
    assert not audit(book.agreement, roster_of(book.now)).findings
    before = period_pay(book, FIRST, LAST)
    after = period_pay(changed, FIRST, LAST)
    assert after.amount > before.amount  # notice of a change given the evening before
    ours = [one for one in after.lines if one.person.name == "Bergeron" and one.numbers]
    assert ours
    assert {one.person.station for one in ours} == {"south"}
    assert min(one.start for one in ours) > tour
    others = [one.amount for one in after.people if one.person.name != "Bergeron"]
    assert others == [one.amount for one in before.people if one.person.name != "Bergeron"]


def test_the_file_put_in_again_says_nothing_new_and_a_longer_loan_is_one_entry(
    book: Book, tmp_path: Path
) -> None:
    told, turn = parse_wall("2024-05-20 09:00"), parse_day("2024-05-21")
    assert difference(book, SERVICE, turn, told).events == ()
    longer = replace(SERVICE, lent=(replace(SERVICE.lent[0], last=parse_day("2024-06-09")),))
    told_of = difference(book, longer, turn, told)
    (loan,) = told_of.events
    assert loan == Lent(
        person="Bergeron", station="south", begins=turn, ends=parse_day("2024-06-09")
    )
    assert any("Bergeron stays lent to south" in note for note in told_of.notes)
    events = [one.name() for one in facts_of(SERVICE)]
    assert (events.count("lent"), events.count("station_opened")) == (1, 2)
    assert known(SERVICE.agreement.zone, "2024-05-20 09:00")


@pytest.mark.parametrize(
    ("before", "after", "says"),
    [
        ("station: south, begins", "station: sout, begins", "no station has this name here"),
        ("person: Bergeron", "person: Bergerom", "no person has this name here"),
        ("begins: 2024-05-13, ends: 2024-06-02}", "begins: 2024-05-13, ends: 2024-05-02}",
         "the loan ends before it begins"),
        ("begins: 2024-06-14", "begins: 2024-06-17", "the dates end before they begin"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_loan_or_in_dates_is_told_with_its_place(
    tmp_path: Path, before: str, after: str, says: str
) -> None:
    copytree(service_path("river-valley").parent, tmp_path / "river-valley")
    file = tmp_path / "river-valley" / "service.yaml"
    text = file.read_text()
    place = text.rindex(before)
    file.write_text(text[:place] + after + text[place + len(before) :])
    with pytest.raises(BadInput) as refused:
        load_service(file)
    assert any(says in str(one) and "service.yaml:" in str(one) for one in refused.value.problems)
