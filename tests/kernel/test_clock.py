"""The clock: what a wall shows and when that is."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchbill.kernel import clock
from watchbill.kernel.clock import Wall, Zone, at, parse_day, parse_wall

EDMONTON = Zone("America/Edmonton")
ZONES = ["America/Edmonton", "America/Vancouver", "Australia/Perth", "Australia/Lord_Howe", "UTC"]


def test_a_night_through_the_spring_change_is_eleven_hours() -> None:
    start, end = parse_wall("2024-03-09 19:00"), parse_wall("2024-03-10 07:00")
    assert EDMONTON.instant(end) - EDMONTON.instant(start) == 11 * 60


def test_a_night_through_the_autumn_change_is_thirteen_hours() -> None:
    start, end = parse_wall("2024-11-02 19:00"), parse_wall("2024-11-03 07:00")
    assert EDMONTON.instant(end) - EDMONTON.instant(start) == 13 * 60


def test_a_time_the_spring_change_skips_is_an_hour_later() -> None:
    skipped = EDMONTON.instant(parse_wall("2024-03-10 02:30"))
    assert EDMONTON.wall(skipped) == parse_wall("2024-03-10 03:30")


def test_a_time_the_autumn_change_repeats_is_its_first_passing() -> None:
    first = EDMONTON.instant(parse_wall("2024-11-03 01:30"))
    assert EDMONTON.instant(parse_wall("2024-11-03 03:00")) - first == 150


@given(st.sampled_from(ZONES), st.integers(0, 100 * 365 * 1440))
def test_an_instant_shows_the_wall_that_the_database_of_zones_says(name: str, minute: int) -> None:
    moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    local = moment.astimezone(ZoneInfo(name))
    expected = local.replace(tzinfo=None) - datetime(1970, 1, 1)
    assert Zone(name).wall(clock.Instant(minute)) == expected.total_seconds() // 60


@given(st.sampled_from(ZONES), st.integers(0, 60 * 365 * 1440))
def test_the_wall_of_an_instant_leads_back_to_it_or_to_its_first_passing(
    name: str, minute: int
) -> None:
    zone = Zone(name)
    back = zone.instant(zone.wall(clock.Instant(minute)))
    assert back <= minute
    assert zone.wall(back) == zone.wall(clock.Instant(minute))


@given(st.integers(-50_000, 100_000))
def test_a_day_written_reads_back(number: int) -> None:
    day = clock.Day(number)
    assert parse_day(clock.day_text(day)) == day
    assert clock.to_date(day).weekday() == clock.weekday(day)


@pytest.mark.parametrize(
    ("text", "minutes"), [("12h", 720), ("8h24", 504), ("1h30", 90), ("0h", 0), ("100h5", 6005)]
)
def test_it_reads_lengths(text: str, minutes: int) -> None:
    assert clock.parse_length(text) == minutes


@pytest.mark.parametrize("text", ["", "12", "h", "8h60", "-1h", "1h 30", "\uff18h", "12h30m"])
def test_it_refuses_what_is_no_length(text: str) -> None:
    with pytest.raises(clock.UnreadableTime, match="is not a length"):
        clock.parse_length(text)


@pytest.mark.parametrize("text", ["24:01", "7", "07:60", "7:0", "noon", ""])
def test_it_refuses_what_is_no_time_of_day(text: str) -> None:
    with pytest.raises(clock.UnreadableTime, match="time of day"):
        clock.parse_time(text)


def test_it_refuses_a_zone_that_does_not_exist() -> None:
    with pytest.raises(clock.UnreadableTime, match="Mars/Base"):
        Zone("Mars/Base")


def test_texts_are_as_a_person_reads_them() -> None:
    assert clock.length_text(504) == "8 h 24 min"
    assert clock.length_text(-45) == "-45 min"
    assert clock.decimal_text(Decimal("42.125")) == "42.13"
    assert clock.decimal_text(Decimal(2190)) == "2,190"
    assert clock.wall_text(Wall(at(parse_day("2024-05-06"), 1500))) == "2024-05-07 01:00"
