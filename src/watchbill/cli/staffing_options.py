"""What the options of ``watchbill staff`` ask for, read, every mistake told at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from watchbill.cli.options import read_length
from watchbill.design.lengths.usual import refuse_length
from watchbill.design.staffing.absences import Absences
from watchbill.kernel.clock import DAY_MINUTES, Minutes, UnreadableTime, parse_time
from watchbill.kernel.problems import BadInput, Problem

DEFAULT_HOURS = ("8", "10", "12")
PLACES = 4
YEAR_DAYS, YEAR_HOURS, DAY_HOURS = 366, 8784, 24


@dataclass(frozen=True, slots=True)
class StaffingAsked:
    """The options as the library takes them."""

    lengths: tuple[Minutes, ...]
    absences: Absences
    annual_hours: Fraction | None
    part: tuple[int, Minutes]


def asked_of(
    hours: Sequence[str] | None,
    days: Mapping[str, str | None],
    day_hours: str | None,
    annual_hours: str | None,
    part: str,
) -> StaffingAsked:
    """The options' texts, read. Raises :class:`BadInput` with every problem."""
    problems: list[Problem] = []
    lengths = [_length(text, problems) for text in hours or DEFAULT_HOURS]
    given = {
        kind: _number(f"--{kind}-days", text, YEAR_DAYS, problems)
        for kind, text in days.items()
        if text is not None
    }
    day = _positive("--day-hours", day_hours, DAY_HOURS, problems)
    year = _positive("--annual-hours", annual_hours, YEAR_HOURS, problems)
    window = _part(part, problems)
    if problems:
        raise BadInput(problems)
    return StaffingAsked(tuple(dict.fromkeys(lengths)), Absences(given, day), year, window)


def _length(text: str, problems: list[Problem]) -> Minutes:
    try:
        length = read_length("--hours", text)
        refuse_length(length)
    except BadInput as bad:
        problems += bad.problems
        return Minutes(0)
    return length


def _number(option: str, text: str, most: int, problems: list[Problem]) -> Decimal:
    try:
        number = Decimal(text)
        if 0 <= number <= most and number == round(number, PLACES):
            return number
    except InvalidOperation:
        pass
    message = f"a number from 0 to {most:,}, to four places"
    problems.append(Problem(option, None, "", message, text))
    return Decimal(0)


def _positive(option: str, text: str | None, most: int, problems: list[Problem]) -> Fraction | None:
    if text is None:
        return None
    number = _number(option, text, most, problems)
    if not number and not problems:
        problems.append(Problem(option, None, "", "more than nothing", text))
    return Fraction(number)


def _part(text: str, problems: list[Problem]) -> tuple[int, Minutes]:
    first, _, last = text.partition("-")
    try:
        start, end = parse_time(first), parse_time(last)
        return start, Minutes((end - start) % DAY_MINUTES or DAY_MINUTES)
    except UnreadableTime:
        message = "a part of the day, from a time to a time"
        problems.append(Problem("--part", None, "", message, text, "07:00-23:00"))
        return 0, Minutes(DAY_MINUTES)
