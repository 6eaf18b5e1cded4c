"""A line of demand, as one says it: how many people are needed, when.

Such as::

    2 at all times
    4 fri sat 10:00-22:00
    1 mon-fri 07:00 +12h
    3 daily 07:00 +12h
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator

from watchbill.kernel.clock import (
    DAY_MINUTES,
    WEEKDAYS,
    Minutes,
    UnreadableTime,
    length_written,
    parse_length,
    parse_time,
    time_text,
)
from watchbill.kernel.fields import as_text, written

EVERY_DAY = frozenset(range(7))
_SHAPE = (
    "a number of people and when: '2 at all times', '4 fri sat 10:00-22:00', '1 mon-fri 07:00 +12h'"
)
_LINE = re.compile(r"(?P<need>\d{1,4})\s+(?P<when>\S.*)", re.ASCII)
_HOURS = re.compile(
    r"(?P<start>\d{1,2}:\d{2})\s*(?:-\s*(?P<end>\d{1,2}:\d{2})|\+\s*(?P<length>\S+))"
)


@dataclass(frozen=True, slots=True)
class DemandLine:
    """``need`` people from ``start`` (minute of the day) for ``length``, on these weekdays."""

    need: int
    weekdays: frozenset[int]
    start: int
    length: Minutes

    def __str__(self) -> str:
        if self == DemandLine(self.need, EVERY_DAY, 0, Minutes(DAY_MINUTES)):
            return f"{self.need} at all times"
        days = " ".join(WEEKDAYS[day][:3] for day in sorted(self.weekdays))
        days = "daily" if self.weekdays == EVERY_DAY else days
        return f"{self.need} {days} {time_text(self.start)} +{length_written(self.length)}"


def parse_demand(text: str) -> DemandLine:
    """A line of demand. Raises :class:`UnreadableTime` with what was not understood."""
    match = _LINE.fullmatch(text.strip())
    if match is None:
        raise UnreadableTime(f"{text!r} is not {_SHAPE}")
    need, when = int(match["need"]), match["when"].strip().lower()
    if when in {"at all times", "always"}:
        return DemandLine(need, EVERY_DAY, 0, Minutes(DAY_MINUTES))
    hours = _HOURS.search(when)
    if hours is None or hours.end() != len(when):
        raise UnreadableTime(f"{text!r} is not {_SHAPE}")
    start = parse_time(hours["start"])
    if hours["length"]:
        length = parse_length(hours["length"])
    else:
        length = Minutes((parse_time(hours["end"]) - start) % DAY_MINUTES or DAY_MINUTES)
    if not 0 < length <= 7 * DAY_MINUTES:
        raise UnreadableTime(f"{text!r}: a need lasts from a minute to a week")
    return DemandLine(need, _weekdays(when[: hours.start()], text), start, length)


def _weekdays(words: str, text: str) -> frozenset[int]:
    days: set[int] = set()
    for word in words.replace(",", " ").split():
        if word in {"daily", "and"}:
            days |= EVERY_DAY if word == "daily" else set()
            continue
        first, dash, last = word.partition("-")
        begin, end = _weekday(first, text), _weekday(last if dash else first, text)
        days |= {(begin + step) % 7 for step in range((end - begin) % 7 + 1)}
    return frozenset(days) or EVERY_DAY


def _weekday(word: str, text: str) -> int:
    for number, name in enumerate(WEEKDAYS):
        if len(word) >= 3 and (name.startswith(word) or word == f"{name}s"):
            return number
    raise UnreadableTime(f"{text!r}: {word!r} is not a day of the week such as fri")


def _read_line(value: object) -> object:
    return value if isinstance(value, DemandLine) else parse_demand(written(value))


DemandField = Annotated[DemandLine, BeforeValidator(_read_line), as_text(str)]
