"""Time as integers whose types keep apart what must not be mixed.

An :data:`Instant` is a point of time the same for everybody; a :data:`Wall` is what the clock
on the wall of the service shows; a :data:`Day` is a date; :data:`Minutes` is a length. Inner
loops compute with these alone; :class:`Zone` is the only place where a wall clock becomes an
instant, by the rules of the IANA time-zone database.
"""

from __future__ import annotations

import re
import time
from datetime import UTC, date, datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NewType
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

Instant = NewType("Instant", int)
"""Minutes since 1970-01-01 00:00 UTC."""
Wall = NewType("Wall", int)
"""Minutes shown by the local wall clock since 1970-01-01 00:00 on that clock."""
Day = NewType("Day", int)
"""Days since 1970-01-01, a date on the local calendar."""
Minutes = NewType("Minutes", int)
"""A length of time in minutes."""

DAY_MINUTES = 1440
WEEK_MINUTES = 7 * DAY_MINUTES
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONDAY, FRIDAY, SATURDAY, SUNDAY = 0, 4, 5, 6
FIRST_YEAR, LAST_YEAR = 1800, 2300
"""Dates that are read lie between; what is computed from them cannot leave the calendar."""

_CENTI = Decimal("0.01")
_EPOCH_DATE = date(1970, 1, 1)
_EPOCH_NAIVE = datetime(1970, 1, 1)
_EPOCH_UTC = datetime(1970, 1, 1, tzinfo=UTC)
_LENGTH = re.compile(r"(?:(?P<hours>\d{1,4})h)?(?P<minutes>\d{1,4})?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_TIME = re.compile(r"(?P<hours>\d{1,2}):(?P<minutes>\d{2})", re.ASCII)


class UnreadableTime(ValueError):  # noqa: N818  it names what was given
    """A text that is not the time, date or length it should be."""


class Zone:
    """A time zone of the IANA database, from wall clock to instant and back.

    A wall time that the spring change skips is read as the instant an hour of clock later
    (02:30 becomes 03:30); one that the autumn change repeats is read as its first passing.
    Raises :class:`UnreadableTime` for a name that the database does not have.
    """

    def __init__(self, name: str) -> None:
        try:
            self._info = ZoneInfo(name)
        except (ZoneInfoNotFoundError, ValueError, OSError) as error:
            raise UnreadableTime(f"no time zone is called {name!r}") from error
        self.name = name
        # Most days have one offset from midnight to midnight: one look-up a day is enough.
        self._offset_by_wall_day: dict[int, int | None] = {}
        self._offset_by_utc_day: dict[int, int | None] = {}

    def __repr__(self) -> str:
        return f"Zone({self.name!r})"

    def __reduce__(self) -> tuple[type[Zone], tuple[str]]:
        return Zone, (self.name,)

    def instant(self, wall: Wall) -> Instant:
        """The instant at which the wall clock shows ``wall``."""
        day = wall // DAY_MINUTES
        if day not in self._offset_by_wall_day:
            first, last = (self._offset_at_wall(w) for w in (day * 1440, day * 1440 + 1440))
            self._offset_by_wall_day[day] = first if first == last else None
        offset = self._offset_by_wall_day[day]
        return Instant(wall - (self._offset_at_wall(wall) if offset is None else offset))

    def wall(self, instant: Instant) -> Wall:
        """What the wall clock shows at ``instant``."""
        day = instant // DAY_MINUTES
        if day not in self._offset_by_utc_day:
            first, last = (self._offset_at_utc(i) for i in (day * 1440, day * 1440 + 1440))
            self._offset_by_utc_day[day] = first if first == last else None
        offset = self._offset_by_utc_day[day]
        return Wall(instant + (self._offset_at_utc(instant) if offset is None else offset))

    def aware(self, instant: Instant) -> datetime:
        """``instant`` as an aware datetime of this zone, for the edge only."""
        return (_EPOCH_UTC + timedelta(minutes=instant)).astimezone(self._info)

    def _offset_at_wall(self, wall: int) -> int:
        moment = (_EPOCH_NAIVE + timedelta(minutes=wall)).replace(tzinfo=self._info)
        return _whole_minutes(moment.utcoffset())

    def _offset_at_utc(self, instant: int) -> int:
        moment = (_EPOCH_UTC + timedelta(minutes=instant)).astimezone(self._info)
        return _whole_minutes(moment.utcoffset())


@lru_cache(maxsize=64)
def zone(name: str) -> Zone:
    """The zone of that name, made once so that its look-ups are shared."""
    return Zone(name)


def zone_names() -> frozenset[str]:
    """Every name of the database, for suggestions."""
    return frozenset(available_timezones())


def _whole_minutes(offset: timedelta | None) -> int:
    return 0 if offset is None else int(offset.total_seconds() // 60)


def day_of(wall: Wall) -> Day:
    """The date that the wall clock shows."""
    return Day(wall // DAY_MINUTES)


def at(day: Day, minute: int) -> Wall:
    """The wall time ``minute`` minutes after midnight of ``day`` (may lie in a later day)."""
    return Wall(day * DAY_MINUTES + minute)


def weekday(day: Day) -> int:
    """Monday is 0."""
    return (day + 3) % 7  # 1970-01-01 was a Thursday


def to_date(day: Day) -> date:
    """``day`` as a calendar date, for the edge only."""
    return _EPOCH_DATE + timedelta(days=day)


def from_date(calendar_date: date) -> Day:
    """A calendar date as a day number."""
    return Day((calendar_date - _EPOCH_DATE).days)


def parse_day(text: str) -> Day:
    """``2024-05-06`` as a day. Raises :class:`UnreadableTime`."""
    if not _DATE.fullmatch(text.strip()):
        raise UnreadableTime(f"{text!r} is not a date such as 2024-05-06")
    try:
        read = date.fromisoformat(text.strip())
    except ValueError as error:
        raise UnreadableTime(f"{text!r} is not a date that the calendar has") from error
    if not FIRST_YEAR <= read.year <= LAST_YEAR:
        raise UnreadableTime(f"{text!r} is not in the years {FIRST_YEAR} to {LAST_YEAR}")
    return from_date(read)


def parse_time(text: str) -> int:
    """``07:00`` as minutes after midnight, up to ``24:00``. Raises :class:`UnreadableTime`."""
    match = _TIME.fullmatch(text.strip())
    if match:
        minutes = int(match["hours"]) * 60 + int(match["minutes"])
        if int(match["minutes"]) < 60 and minutes <= DAY_MINUTES:
            return minutes
    raise UnreadableTime(f"{text!r} is not a time of day such as 07:00")


def parse_wall(text: str) -> Wall:
    """``2024-05-06 07:00`` as wall time. Raises :class:`UnreadableTime`."""
    date_part, _, time_part = text.strip().replace("T", " ").partition(" ")
    if not time_part:
        raise UnreadableTime(f"{text!r} is not a date and time such as 2024-05-06 07:00")
    return at(parse_day(date_part), parse_time(time_part))


def parse_length(text: str) -> Minutes:
    """``12h``, ``8h24``, ``1h30``, ``0h`` as minutes. Raises :class:`UnreadableTime`."""
    match = _LENGTH.fullmatch(text.strip())
    if match and match["hours"] is not None and int(match["minutes"] or 0) < 60:
        return Minutes(int(match["hours"]) * 60 + int(match["minutes"] or 0))
    raise UnreadableTime(f"{text!r} is not a length such as 12h or 8h24")


def this_minute() -> Instant:
    """The minute that it is."""
    return Instant(int(time.time()) // 60)


def day_text(day: Day) -> str:
    """``2024-05-06``."""
    return to_date(day).isoformat()


def time_text(minute: int) -> str:
    """Minutes after midnight as ``07:00``; minutes of a later day wrap."""
    minute %= DAY_MINUTES
    return f"{minute // 60:02d}:{minute % 60:02d}"


def wall_text(wall: Wall) -> str:
    """``2024-05-06 07:00``."""
    return f"{day_text(day_of(wall))} {time_text(wall)}"


def length_text(minutes: int) -> str:
    """``12 h``, ``8 h 24 min``, ``45 min``, as a person reads it."""
    sign, minutes = ("-" if minutes < 0 else ""), abs(minutes)
    whole, rest = divmod(minutes, 60)
    if rest == 0:
        return f"{sign}{whole} h"
    return f"{sign}{whole} h {rest} min" if whole else f"{sign}{rest} min"


def length_written(minutes: int) -> str:
    """The length as :func:`parse_length` reads it: ``12h``, ``8h24``."""
    whole, rest = divmod(minutes, 60)
    return f"{whole}h{rest:02d}" if rest else f"{whole}h"


def hours(minutes: int) -> Decimal:
    """Minutes as hours, exact."""
    return Decimal(minutes) / 60


def hours_text(minutes: int) -> str:
    """Hours to two decimals without idle noughts: ``42``, ``8.4``, ``42.88``."""
    return decimal_text(hours(minutes))


def decimal_text(value: Decimal) -> str:
    """A figure to two decimals without idle noughts, as a sentence has it."""
    text = f"{value.quantize(_CENTI, ROUND_HALF_UP):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
