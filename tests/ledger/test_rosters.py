"""The roster of a schedule: whoever changes on its dates is counted as they are on each."""

from tests.events.stage import STAGE, plus
from watchbill.kernel.clock import Day, parse_day, wall_text
from watchbill.ledger.book import Book
from watchbill.ledger.rosters import roster_of
from watchbill.roster.coverage import coverage

FIRST, LAST = parse_day("2024-05-06"), parse_day("2024-05-09")


def crew_of(book: Book, first: Day, last: Day) -> list[tuple[str, int]]:
    """From when on so many are there."""
    wall = book.now.facts.zone.wall
    covers = coverage(roster_of(book.now, first, last))
    return [(wall_text(wall(one.start)), one.have) for one in covers]


def test_whoever_is_lent_is_at_the_other_station_on_those_dates_alone() -> None:
    before = crew_of(STAGE, FIRST, LAST)
    lent = plus(STAGE, "lent: {person: Ames, station: south, from: 2024-05-08, to: 2024-05-08}")
    after = crew_of(lent, FIRST, LAST)
    # Ames works on the 6th and 7th by day, on the 8th and 9th by night; Cole elsewhere.
    assert before[:2] == after[:2]
    assert ("2024-05-08 19:00", 1) in before
    assert ("2024-05-08 19:00", 1) not in after
    assert ("2024-05-09 19:00", 1) in after


def test_a_night_goes_on_where_it_began_also_in_a_part_that_begins_after_it() -> None:
    lent = plus(STAGE, "lent: {person: Ames, station: south, from: 2024-05-08, to: 2024-05-08}")
    part = Day(FIRST + 3)
    whole = [one for one in crew_of(lent, FIRST, LAST) if one[0] >= "2024-05-09 07"]
    assert whole == [one for one in crew_of(lent, part, LAST) if one[0] >= "2024-05-09 07"]
    assert crew_of(lent, part, LAST)[0] == ("2024-05-09 00:00", 0)
    assert crew_of(STAGE, part, LAST)[0] == ("2024-05-09 00:00", 1)
