"""Reads the shift-design instances: a MiniZinc data file with fifteen known names.

A statement is ``name = value;`` where a value is a number or a list in brackets; ``%`` begins a
comment. Times and lengths are in intervals, the averages in minutes and duties a week.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from watchbill.design.tours.problem import MINUTES_A_DAY, Family, TourNeed, Weights
from watchbill.kernel.problems import BadInput, Problem, nearest, shown
from watchbill.kernel.textfile import read_text

MAX_BYTES = 1_000_000
MAX_DAYS = 28
MAX_PEOPLE = 10_000
MAX_WEIGHT = 1_000_000
MAX_TOURS = 20_000
LISTS = ("demand", "minStart", "maxStart", "minLength", "maxLength")
DUTIES = ("minDuties", "maxDuties")
WEIGHTS = ("weightUnderCover", "weightOverCover", "weightDutiesPerWeek", "weightShiftInstances")
NAMES = ("interval", "days", *LISTS, "shiftTypes", *DUTIES, "avgMinutes", *WEIGHTS)
_NUMBER = re.compile(r"\d{1,9}(\.\d{1,6})?")


def read_dzn(path: Path) -> TourNeed:
    """The need in the file at ``path``. Raises :class:`BadInput`."""
    return parse_dzn(read_text(path, str(path), MAX_BYTES), str(path))


def parse_dzn(text: str, file: str) -> TourNeed:
    """The need in ``text``, which its user knows as ``file``. Raises :class:`BadInput`."""
    return _Reader(text, file).read()


@dataclass(frozen=True, slots=True)
class _Value:
    line: int
    text: str


class _Reader:
    """Collects every problem; what hangs on a broken value is not looked at."""

    def __init__(self, text: str, file: str) -> None:
        self._file = file
        self._problems: list[Problem] = []
        self._values: dict[str, _Value] = {}
        line = 1
        bare = re.sub(r"%[^\n]*", "", text)
        for statement in bare.split(";"):
            here = line + statement[: len(statement) - len(statement.lstrip())].count("\n")
            line += statement.count("\n")
            if statement.strip():
                self._take(statement, here)

    def _take(self, statement: str, line: int) -> None:
        name, equals, value = (part.strip() for part in statement.partition("="))
        if not equals:
            self._say(line, "", "a statement is name = value;", statement)
        elif name not in NAMES:
            hint = nearest(name, NAMES)
            self._say(line, "", "no such name", name, ", ".join(NAMES), hint)
        elif name in self._values:
            self._say(line, name, "given twice", value)
        else:
            self._values[name] = _Value(line, value)

    def read(self) -> TourNeed:
        for name in NAMES:
            if name not in self._values:
                self._say(None, name, "this is missing")
        self._stop_at_problems()
        slot = self._whole("interval", 1, MINUTES_A_DAY)
        days = self._whole("days", 1, MAX_DAYS)
        count = self._whole("shiftTypes", 1, 1000)
        if slot and MINUTES_A_DAY % slot:
            self._wrong("interval", "a day is not a whole number of these", str(slot))
        self._stop_at_problems()
        a_day = MINUTES_A_DAY // slot
        demand = self._list("demand", days * a_day, 0, MAX_PEOPLE)
        limits = [
            self._list("minStart", count, 0, a_day - 1),
            self._list("maxStart", count, 0, a_day - 1),
            self._list("minLength", count, 1, days * a_day),
            self._list("maxLength", count, 1, days * a_day),
        ]
        duties = self._decimal("minDuties"), self._decimal("maxDuties")
        minutes = self._whole("avgMinutes", 1, 7 * MINUTES_A_DAY)
        weights = Weights(*(self._whole(name, 0, MAX_WEIGHT) for name in WEIGHTS))
        self._stop_at_problems()
        families = tuple(Family(*limits) for limits in zip(*limits, strict=True))
        self._check(families, duties)
        return TourNeed(slot, days, tuple(demand), families, duties, minutes, weights)

    def _check(self, families: tuple[Family, ...], duties: tuple[Fraction, Fraction]) -> None:
        for place, family in enumerate(families, start=1):
            if family.last_start < family.first_start:
                self._wrong("maxStart", f"entry {place} is before minStart", str(family.last_start))
            if family.longest < family.shortest:
                self._wrong("maxLength", f"entry {place} is below minLength", str(family.longest))
        if duties[1] < duties[0]:
            self._wrong("maxDuties", "below minDuties", self._values["maxDuties"].text)
        count = sum(
            max(0, family.last_start - family.first_start + 1)
            * max(0, family.longest - family.shortest + 1)
            for family in families
        )
        if count > MAX_TOURS:
            self._wrong("maxStart", "too many tours", f"{count:,}", f"at most {MAX_TOURS:,}")
        self._stop_at_problems()

    def _list(self, name: str, count: int, least: int, most: int) -> list[int]:
        text = self._values[name].text
        if not (text.startswith("[") and text.endswith("]")):
            self._wrong(name, "a list in brackets is needed", text)
            return [least] * count
        words = [word.strip() for word in text[1:-1].split(",")]
        if len(words) != count:
            self._wrong(name, f"{count} entries are needed", str(len(words)))
            return [least] * count
        return [self._number(name, word, least, most) for word in words]

    def _whole(self, name: str, least: int, most: int) -> int:
        return self._number(name, self._values[name].text, least, most)

    def _number(self, name: str, word: str, least: int, most: int) -> int:
        number = self._fraction(name, word)
        if number is None:
            return least
        if number.denominator != 1 or not least <= number <= most:
            self._wrong(name, "out of range", word, f"a whole number, {least} to {most}")
            return least
        return int(number)

    def _decimal(self, name: str) -> Fraction:
        return self._fraction(name, self._values[name].text) or Fraction(0)

    def _fraction(self, name: str, word: str) -> Fraction | None:
        if not (word.isascii() and _NUMBER.fullmatch(word)):
            self._wrong(name, "a number is needed", word)
            return None
        return Fraction(word)

    def _wrong(self, name: str, message: str, found: str, allowed: str | None = None) -> None:
        self._say(self._values[name].line, name, message, found, allowed)

    def _say(
        self,
        line: int | None,
        path: str,
        message: str,
        found: str | None = None,
        allowed: str | None = None,
        suggestion: str | None = None,
    ) -> None:
        found = None if found is None else shown(found)
        self._problems.append(Problem(self._file, line, path, message, found, allowed, suggestion))

    def _stop_at_problems(self) -> None:
        if self._problems:
            raise BadInput(self._problems)
