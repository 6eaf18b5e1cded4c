"""Periods: what they are so many of, where they begin, and which of them are judged."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.kernel.clock import Day, Wall, at, parse_day, parse_wall, wall_text, weekday
from watchbill.periods.period import LaidBy, Period
from watchbill.periods.written import period_text, read_period
from watchbill.records.timeline import Frame

MONDAY = parse_day("2024-05-06")
LAID = LaidBy(MONDAY)


def block(period: str, when: str, laid: LaidBy = LAID) -> tuple[str, str]:
    found = read_period(period).block_at(parse_wall(when), laid)
    assert found is not None
    return wall_text(found.begin), wall_text(found.end)


def frame(
    first: str, last: str, known_from: Day | None = None, known_to: Day | None = None
) -> Frame:
    return Frame(
        parse_day(first), parse_day(last), MONDAY, known_from=known_from, known_to=known_to
    )


def begins(period: str, judged: Frame) -> list[str]:
    return [wall_text(one.begin)[:10] for one in read_period(period).blocks(judged)]


@pytest.mark.parametrize(
    ("period", "when", "begin", "end"),
    [
        ("28 days", "2024-06-03 12:00", "2024-06-03 00:00", "2024-07-01 00:00"),
        ("28 days", "2024-05-05 23:59", "2024-04-08 00:00", "2024-05-06 00:00"),
        ("28 days from 2024-05-08", "2024-05-08 00:00", "2024-05-08 00:00", "2024-06-05 00:00"),
        ("week from sunday", "2024-05-11 12:00", "2024-05-05 00:00", "2024-05-12 00:00"),
        ("week from friday 11:00", "2024-05-10 10:59", "2024-05-03 11:00", "2024-05-10 11:00"),
        ("week from friday 11:00", "2024-05-10 11:00", "2024-05-10 11:00", "2024-05-17 11:00"),
        ("2 weeks from sunday", "2024-05-12 12:00", "2024-05-05 00:00", "2024-05-19 00:00"),
        ("month", "2024-02-29 12:00", "2024-02-01 00:00", "2024-03-01 00:00"),
        ("quarter", "2024-12-31 12:00", "2024-10-01 00:00", "2025-01-01 00:00"),
        ("year", "2024-05-06 00:00", "2024-01-01 00:00", "2025-01-01 00:00"),
        ("year from 07-01", "2024-06-30 23:59", "2023-07-01 00:00", "2024-07-01 00:00"),
        ("month from 01-16", "2024-05-15 12:00", "2024-04-16 00:00", "2024-05-16 00:00"),
        ("21 days from 2021-12-05 08:00", "2021-12-26 07:59", "2021-12-05 08:00",
         "2021-12-26 08:00"),
    ],
)  # fmt: skip
def test_a_moment_lies_in_one_block(period: str, when: str, begin: str, end: str) -> None:
    assert block(period, when) == (begin, end)


def test_cycles_are_those_of_the_rotation_and_there_are_none_without() -> None:
    cycle = LaidBy(MONDAY, 8, parse_day("2024-05-08"))
    assert block("cycle", "2024-05-07 12:00", cycle) == ("2024-04-30 00:00", "2024-05-08 00:00")
    assert block("2 cycles", "2024-05-08 12:00", cycle) == ("2024-05-08 00:00", "2024-05-24 00:00")
    assert read_period("cycle").block_at(parse_wall("2024-05-07 12:00"), LAID) is None


def test_weeks_begin_on_the_agreement_s_own_day_unless_they_say_another() -> None:
    assert block_of_week("week") == "2024-05-05 00:00"
    assert block_of_week("week from tuesday") == "2024-04-30 00:00"
    assert read_period("28 days").in_weeks_from(6) == read_period("28 days")
    assert read_period("any 7 days").in_weeks_from(6) == read_period("any 7 days")


def block_of_week(text: str) -> str:
    found = read_period(text).in_weeks_from(6).block_at(parse_wall("2024-05-06 12:00"), LAID)
    assert found is not None
    return wall_text(found.begin)


def test_blocks_that_touch_the_dates_are_judged_where_they_are_wholly_known() -> None:
    assert begins("week from monday", frame("2024-05-06", "2024-05-26")) == [
        "2024-05-06", "2024-05-13", "2024-05-20"]  # fmt: skip
    assert begins("week from monday", frame("2024-05-07", "2024-05-25")) == ["2024-05-13"]
    known = frame("2024-05-15", "2024-05-15", known_from=Day(MONDAY), known_to=Day(MONDAY + 20))
    assert begins("week from monday", known) == ["2024-05-13"]
    assert begins("28 days", known) == []


def test_a_part_of_a_block_counts_by_its_share_where_the_period_says_so() -> None:
    period = read_period({"of": "28 days", "part": "in-proportion"})
    (part,) = period.blocks(frame("2024-05-06", "2024-05-12"))
    assert part.share * 4 == 1
    assert list(read_period("28 days").blocks(frame("2024-05-06", "2024-05-12"))) == []


def test_what_is_not_judged_is_told_with_why() -> None:
    week = frame("2024-05-07", "2024-05-13")
    assert read_period("28 days").why_not_judged(week) == ("it needs 28 days and the roster has 7")
    assert read_period("7 days").why_not_judged(week) == (
        "no whole period of 7 days, counted from 2024-05-06, lies in these dates"
    )
    assert read_period("cycle").why_not_judged(week) == (
        "no rotation is known whose cycle it is averaged over"
    )
    assert read_period("any 7 days").why_not_judged(week) is None


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("28 days", "28 days"),
        ("week", "a week"),
        ("week from friday 11:00", "a week from Friday 11:00"),
        ("7 days from 2025-06-06 11:00", "7 days counted from 2025-06-06 11:00"),
        ("any 7 days", "any 7 days"),
        ("any 24h", "any 24 h"),
        ("24h", "any 24 h"),
        ("cycle", "a cycle of the rotation"),
        ("fortnight", "2 weeks"),
        ("quarter", "3 months"),
        ("year from 07-01", "a year from 07-01"),
    ],
)
def test_it_is_said_as_a_person_would(text: str, says: str) -> None:
    assert str(read_period(text)) == says


@pytest.mark.parametrize(
    "text",
    ["", "often", "0 days", "0h", "any month", "any cycle", "week from 07-01", "year from monday",
     "5 days from monday", "any 7 days from monday", "7 8h", "month from 01-31", "-7 days",
     "week from friday 24:00", "7 days from 2025-02-30", "99999999 days"],
)  # fmt: skip
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        read_period(text)


def test_parts_that_a_period_does_not_have_are_told() -> None:
    for parts in ({"off": "7 days"}, {"of": "week", "tours": "cut it"}, {"of": "week", "part": 1}):
        with pytest.raises(ValueError, match=r"\w"):
            read_period(parts)
    assert read_period({"of": 28}) == read_period("28 days")
    assert read_period({"of": "28 days", "begins": None}) == read_period("28 days")
    assert read_period({"of": "week", "begins": "friday 11:00"}).cut
    assert not read_period(
        {"of": "week", "begins": "friday 11:00", "tours": "where-they-start"}
    ).cut


PERIODS = st.sampled_from(
    [read_period(text) for text in (
        "week from sunday", "28 days", "2 weeks from friday 11:00", "month", "quarter", "year",
        "year from 07-01", "5 days from 2024-02-03 06:00", "month from 01-16", "cycle",
    )]
)  # fmt: skip


@given(PERIODS, st.integers(-2_000, 2_000), st.integers(0, 1439))
@settings(deadline=None)
def test_blocks_follow_each_other_without_a_gap_and_hold_their_moments(
    period: Period, day: int, minute: int
) -> None:
    laid = LaidBy(MONDAY, 8, MONDAY)
    wall = at(Day(MONDAY + day), minute)
    here = period.block_at(wall, laid)
    assert here is not None
    assert here.begin <= wall < here.end
    assert period.block_at(here.begin, laid) == here
    after, before = (period.block_at(Wall(edge), laid) for edge in (here.end, here.begin - 1))
    assert after is not None
    assert before is not None
    assert (before.end, after.begin) == (here.begin, here.end)


@given(PERIODS)
@settings(deadline=None)
def test_what_is_written_reads_back(period: Period) -> None:
    assert read_period(period_text(period)) == period


@given(st.integers(0, 6), st.integers(-100, 100))
@settings(deadline=None)
def test_a_week_begins_on_its_weekday_wherever_the_schedule_begins(start: int, shift: int) -> None:
    week = read_period("week").in_weeks_from(start)
    found = week.block_at(at(MONDAY, 0), LaidBy(Day(MONDAY + shift)))
    assert found is not None
    assert weekday(found.first) == start
    assert found == week.block_at(at(MONDAY, 0), LAID)
