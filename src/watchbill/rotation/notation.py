"""Rotation patterns in the notations that the field writes.

========================================  ====================================================
written                                   means
========================================  ====================================================
``DDNN----``                              a letter a day; ``-`` is a day off
``3-3, 3-3, 4-2``                         days on and days off, pair by pair
``4-on-4-off``                            the same, one pair
``24/48``                                 24 h on duty, 48 h off
``24/48 kelly 7``                         the same with each 7th tour off (also ``24/48 with a
                                          Kelly day every 7th shift``)
``8 8 8 24 - - -``                        the hours of each day; ``-`` is a day off
========================================  ====================================================
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from watchbill.kernel.clock import DAY_MINUTES, Minutes, UnreadableTime, parse_length
from watchbill.kernel.problems import BadInput, Problem, shown

OFF = "-"
WORKED = "D"
"""The letter of a tour where a notation gives none."""
MAX_DAYS = 2_000

_PAIRS = re.compile(r"\d+-\d+(?:\s*,\s*\d+-\d+)*", re.ASCII)
_ON_OFF = re.compile(r"(\d+)[\s-]*on[\s,-]*(\d+)[\s-]*off", re.ASCII)
_HOURS = re.compile(r"(\d+)\s*/\s*(\d+)(?:\s*,?\s*(?:with\s+an?\s+)?(?P<kelly>kelly.*))?", re.ASCII)
_KELLY = re.compile(
    r"kelly(?:\s+day)?(?:\s+(?:every|each))?\s+(?P<every>\w+?)(?:st|nd|rd|th)?(?:\s+(?:shift|tour)s?)?",
    re.ASCII,
)
_LETTERS = re.compile(r"[A-Za-z-]+", re.ASCII)
_LENGTH = re.compile(r"\d+(?:h\d*)?", re.ASCII)
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_ORDINALS |= {"eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}
_SHAPES = "DDNN----; 3-3, 3-3, 4-2; 4-on-4-off; 24/48; 24/48 kelly 7; 8 8 8 24 - - -"


@dataclass(frozen=True)
class Pattern:
    """A cycle of days: for each the letter of the tour that starts on it, or ``-``.

    ``lengths`` has the length of each letter where the notation itself gives it.
    """

    codes: tuple[str, ...]
    lengths: Mapping[str, Minutes] = field(default_factory=dict)

    def __str__(self) -> str:
        return "".join(self.codes)

    @property
    def days(self) -> int:
        """Days of the cycle."""
        return len(self.codes)

    def written(self) -> str:
        """A notation that reads back as this very pattern."""
        if not self.lengths:
            return str(self)
        return " ".join(
            OFF if code == OFF else _length_written(self.lengths[code]) for code in self.codes
        )


def read_pattern(text: str) -> Pattern:
    """The pattern that ``text`` writes. Raises :class:`BadInput` with what was not understood."""
    words = " ".join(text.strip().split())
    if not words:
        raise _bad(text, "a rotation is needed here")
    folded = words.lower()
    if _PAIRS.fullmatch(folded):
        pairs = [pair.split("-") for pair in folded.replace(" ", "").split(",")]
        return _on_off(text, [(int(on), int(off)) for on, off in pairs])
    if match := _ON_OFF.fullmatch(folded):
        return _on_off(text, [(int(match[1]), int(match[2]))])
    if match := _HOURS.fullmatch(folded):
        return _hours(text, int(match[1]), int(match[2]), match["kelly"])
    parts = words.split(" ")
    if any(part[0].isdigit() for part in parts):
        return _lengths(text, parts)
    return _letters(text, words)


def _letters(text: str, words: str) -> Pattern:
    letters = words.replace(" ", "")
    if wrong := _LETTERS.sub("", letters):
        column = text.index(wrong[0]) + 1
        message = f"column {column} holds something that is neither a letter nor a day off (-)"
        raise _bad(text, message, found=wrong[0])
    return _made(text, [letter.upper() for letter in letters])


def _on_off(text: str, pairs: list[tuple[int, int]]) -> Pattern:
    if sum(on + off for on, off in pairs) > MAX_DAYS:
        raise _bad(text, f"a cycle has at most {MAX_DAYS:,} days")
    codes = [code for on, off in pairs for code in [WORKED] * on + [OFF] * off]
    return _made(text, codes)


def _hours(text: str, on: int, off: int, kelly: str | None) -> Pattern:
    """Hours on and off. Whole days off follow the days on which a tour starts.

    24/48 is one tour in three days; 48/96 two tours of 24 h in six; 12/36 one of 12 h in two.
    """
    cycle, rest = divmod((on + off) * 60, DAY_MINUTES)
    if rest or not on or cycle > MAX_DAYS:
        raise _bad(text, "hours on and off come to whole days", found=f"{on} + {off} h")
    tours = math.ceil(on / 24)
    if on > 24 and on % 24:
        raise _bad(text, "more than 24 hours on come in tours of 24", found=f"{on} h")
    codes = [WORKED] * tours + [OFF] * (cycle - tours)
    if kelly is not None:
        codes = _with_kelly_day(text, codes, kelly)
    length = Minutes(min(on, 24) * 60)
    return _made(text, codes, {WORKED: length})


def _with_kelly_day(text: str, codes: list[str], kelly: str) -> list[str]:
    match = _KELLY.fullmatch(kelly.strip())
    every = match["every"] if match else ""
    number = int(every) if every.isdigit() else _ORDINALS.get(every, 0)
    tours = codes.count(WORKED)
    cycles = number // math.gcd(number, tours) if number else 0
    if number < 2 or cycles * len(codes) > MAX_DAYS:
        message = "a Kelly day takes every so-manieth tour off: kelly 7"
        raise _bad(text, message, found=kelly)
    repeated = codes * cycles
    worked = [day for day, code in enumerate(repeated) if code != OFF]
    for day in worked[number - 1 :: number]:
        repeated[day] = OFF
    return repeated


def _lengths(text: str, parts: list[str]) -> Pattern:
    """Each day's hours. Equal lengths share a letter, in the order in which they come."""
    codes: list[str] = []
    by_length: dict[Minutes, str] = {}
    for part in parts:
        if part == OFF:
            codes.append(OFF)
            continue
        length = _one_length(text, part)
        code = by_length.setdefault(length, _letter(len(by_length)))
        codes.append(code)
    return _made(text, codes, {code: length for length, code in by_length.items()})


def _one_length(text: str, part: str) -> Minutes:
    message = "a day is its hours (8, 12h, 8h24) or - for a day off"
    if not _LENGTH.fullmatch(part):
        raise _bad(text, message, found=part)
    try:
        length = parse_length(part if "h" in part else f"{part}h")
    except UnreadableTime as error:
        raise _bad(text, message, found=part) from error
    if not 0 < length <= DAY_MINUTES:
        raise _bad(text, "a tour is longer than nothing and at most 24 hours long", found=part)
    return length


def _letter(index: int) -> str:
    letters = "DEFGHIJKLMNOPQRSTUVWXYZABC"
    return letters[index % len(letters)]


def _length_written(length: Minutes) -> str:
    hours, minutes = divmod(length, 60)
    return f"{hours}h{minutes:02d}" if minutes else f"{hours}h"


def _made(text: str, codes: list[str], lengths: Mapping[str, Minutes] | None = None) -> Pattern:
    if len(codes) > MAX_DAYS:
        raise _bad(text, f"a cycle has at most {MAX_DAYS:,} days", found=f"{len(codes):,} days")
    if set(codes) <= {OFF}:
        raise _bad(text, "a rotation has at least one tour")
    return Pattern(tuple(codes), dict(lengths or {}))


def _bad(text: str, message: str, found: str | None = None) -> BadInput:
    name = f"rotation {shown(text, 40)}"
    return BadInput([Problem(name, None, "", message, found=found, allowed=_SHAPES)])
