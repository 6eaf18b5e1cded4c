"""Periods as files write them: ``28 days``, ``week``, ``any 7 days``, ``week from friday 11:00``.

A period whose parts come from elsewhere, or that has more to say, is written in its parts:
``{of: 28 days, begins: $four-weeks-from, tours: cut, part: in-proportion}``.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from watchbill.kernel.clock import (
    DAY_MINUTES,
    WEEKDAYS,
    day_text,
    length_written,
    parse_day,
    parse_length,
    parse_time,
    time_text,
)
from watchbill.kernel.fields import slip
from watchbill.kernel.problems import nearest, shown
from watchbill.periods.period import Period, Unit

_WORDS: dict[str, tuple[int, Unit]] = {
    "day": (1, Unit.DAYS),
    "week": (1, Unit.WEEKS),
    "fortnight": (2, Unit.WEEKS),
    "month": (1, Unit.MONTHS),
    "quarter": (3, Unit.MONTHS),
    "year": (1, Unit.YEARS),
    "cycle": (1, Unit.CYCLES),
}
_SAID = re.compile(r"(any )?(?:(\d+) )?([a-z]+|\d+h\d*)(?: from (.+))?")
_MOST = 100_000
EXAMPLES = "28 days, week, 2 weeks, month, year, cycle, any 7 days, any 24h, week from friday 11:00"
KEYS = ("of", "begins", "tours", "part")
TOURS = {"where-they-start": False, "cut": True}
PARTS = {"not-judged": False, "in-proportion": True}


def read_period(value: object) -> Period:
    """The period of a text, of a bare number of days, or of its parts. Raises ValueError."""
    if isinstance(value, Period):
        return value
    if isinstance(value, dict):
        return _of_parts(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return _of_text(f"{value} days")
    return _of_text(value if isinstance(value, str) else shown(value))


def period_text(period: Period) -> str:
    """As :func:`read_period` reads it, but for how edges count."""
    if period.unit is Unit.MINUTES:
        text = length_written(period.count)
    else:
        text = f"{period.count} {period.unit}"
    text = f"any {text}" if period.rolling else text
    hour = f" {time_text(period.minute)}" if period.minute else ""
    if period.weekday is not None:
        text += f" from {WEEKDAYS[period.weekday]}{hour}"
    elif period.date is not None:
        text += f" from {day_text(period.date)}{hour}"
    elif period.year_day is not None:
        text += f" from {period.year_day[0]:02}-{period.year_day[1]:02}"
    return text


def _of_parts(parts: dict[Any, Any]) -> Period:
    for key in parts:
        if key not in KEYS:
            raise slip(f"a period has no {shown(key)}: {', '.join(KEYS)}", nearest(str(key), KEYS))
    period = read_period(parts.get("of"))
    begins = parts.get("begins")
    if begins is not None:
        period = _from(period, str(begins))
    if parts.get("tours") is not None:
        period = replace(period, cut=_word(parts["tours"], TOURS))
    if parts.get("part") is not None:
        period = replace(period, in_proportion=_word(parts["part"], PARTS))
    if period.in_proportion and period.rolling:
        raise ValueError("any such stretch lies wholly in the dates that are known: it has no part")
    return period


def _word(value: object, words: dict[str, bool]) -> bool:
    if value in words:
        return words[str(value)]
    raise slip(f"{shown(value)} is none of {', '.join(words)}", nearest(str(value), words))


def _of_text(text: str) -> Period:
    match = _SAID.fullmatch(text.strip().casefold())
    if match is None:
        raise ValueError(f"{shown(text)} is no period such as {EXAMPLES}")
    rolling, number, word, begins = match.groups()
    count = int(number or 1)
    if word[0].isdigit():
        if number is not None:
            raise ValueError(f"{shown(text)} is no period such as {EXAMPLES}")
        period = Period(count=int(parse_length(word)), unit=Unit.MINUTES, rolling=True)
    else:
        own = word if word in _WORDS else word.removesuffix("s")
        if own not in _WORDS:
            near = nearest(word, [*_WORDS, *(f"{one}s" for one in _WORDS)])
            raise slip(f"{shown(text)} is no period such as {EXAMPLES}", near)
        each, unit = _WORDS[own]
        period = Period(count=count * each, unit=unit, rolling=rolling is not None)
    if not 0 < period.count <= _MOST:
        raise ValueError(f"a period is longer than nothing, and not {shown(text)}")
    if period.rolling and period.unit not in (Unit.MINUTES, Unit.DAYS, Unit.WEEKS):
        raise ValueError("any such stretch is of hours, of days or of weeks")
    return period if begins is None else _from(period, begins)


def _from(period: Period, begins: str) -> Period:
    """The period begun on a date, a weekday or a day of the year, each with an hour or without.

    One that begins at an hour cuts the tours that lie over it, unless the parts say otherwise.
    """
    if period.rolling:
        raise ValueError("any such stretch begins anywhere: it has no beginning of its own")
    day, _, hour = begins.strip().partition(" ")
    minute = parse_time(hour) if hour else 0
    if minute >= DAY_MINUTES:
        raise ValueError("a period begins before 24:00; midnight is 00:00 of the next day")
    period = replace(period, minute=minute, cut=bool(minute))
    if period.unit in (Unit.MONTHS, Unit.YEARS):
        match = re.fullmatch(r"(\d{1,2})-(\d{1,2})", day)
        if match is None or not (1 <= int(match[1]) <= 12 and 1 <= int(match[2]) <= 28):
            raise ValueError("a year or a month begins on a day such as 07-01, up to the 28th")
        return replace(period, year_day=(int(match[1]), int(match[2])))
    if day in WEEKDAYS:
        if period.days is None or period.days % 7:
            raise ValueError("what begins on a weekday is so many weeks long")
        return replace(period, weekday=WEEKDAYS.index(day))
    if day.isalpha():
        raise slip(f"{shown(day)} is no day on which a period begins", nearest(day, WEEKDAYS))
    return replace(period, date=parse_day(day))


PeriodField = Annotated[
    Period,
    BeforeValidator(read_period),
    PlainSerializer(period_text, return_type=str, when_used="json-unless-none"),
    WithJsonSchema(
        {
            "description": f"a period: {EXAMPLES}",
            "anyOf": [
                {"type": "string"},
                {"type": "integer", "minimum": 1},
                {
                    "type": "object",
                    "properties": {
                        "of": {"type": ["string", "integer"]},
                        "begins": {"type": ["string", "null"]},
                        "tours": {"enum": [*TOURS]},
                        "part": {"enum": [*PARTS]},
                    },
                    "required": ["of"],
                    "additionalProperties": False,
                },
            ],
        }
    ),
]
"""A period in a file."""
