"""Rotation patterns in the notations that the field writes.

========================================  ====================================================
written                                   means
========================================  ====================================================
``DDNN----``                              a letter a day; ``-`` or ``.`` is a day off
``DDOONNN``                               the same with ``O`` for off, where no ``-`` is written
``111--222--``                            the same with tours numbered instead of lettered
``3-3, 3-3, 4-2``                         days on and days off, pair by pair
``4-on-4-off``                            the same (also ``four days on, four days off``)
``24/48``                                 24 h on duty, 48 h off (also ``24 hours on 48 off``)
``24/48 kelly 7``                         the same with each 7th tour off (also ``24/48 with a
                                          Kelly day every 7th shift``)
``8 8 8 24 - - -``                        the hours of each day; ``-`` is a day off
========================================  ====================================================

Case, spaces and the kind of dash do not matter. What could mean two things is refused, with
both readings.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from watchbill.kernel.clock import (
    DAY_MINUTES,
    Minutes,
    UnreadableTime,
    length_written,
    parse_length,
)
from watchbill.kernel.problems import BadInput, Problem, shown

OFF = "-"
WORKED = "D"
"""The letter of a tour where a notation gives none."""
MAX_DAYS = 2_000
SHAPES = "DDNN----; 3-3, 3-3, 4-2; 4-on-4-off; 24/48; 24/48 kelly 7; 8 8 8 24 - - -"

_MAX_TEXT = 10 * MAX_DAYS
_DASHES = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", OFF))
_CARDINALS = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_CARDINALS |= {"eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fourteen": 14}
_ORDINALS = {"second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7}
_ORDINALS |= {"eighth": 8, "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12}
_N = r"\d{1,5}"
_NUMBER = rf"(?:{_N}|{'|'.join(_CARDINALS)})"
_UNIT = r"(?:hours?|hrs?|h|days?|d|tours?|shifts?)"
_PAIR = rf"{_N}\s*-\s*{_N}"
_PAIRS = re.compile(rf"{_PAIR}(?:\s*[,;]\s*{_PAIR}|\s+{_PAIR})*", re.ASCII)
_CHAIN = re.compile(rf"{_N}(?:-{_N}){{2,}}", re.ASCII)
_ON_OFF = re.compile(
    rf"(?P<on>{_NUMBER})[\s-]*(?P<unit>{_UNIT})?[\s-]*on[\s,;/&-]*"
    rf"(?P<off>{_NUMBER})[\s-]*(?P<other>{_UNIT})?[\s-]*off",
    re.ASCII,
)
_HOURS = re.compile(rf"({_N})\s*h?\s*/\s*({_N})\s*h?", re.ASCII)
_KELLY = re.compile(r"[\s,;+&]*(?:with\s+)?(?:an?\s+)?\bkelly\b(?P<when>.*)", re.ASCII)
_KELLY_WHEN = re.compile(
    r"(?:[\s-]*days?)?[\s,:/-]*(?:on\s+)?(?:every|each)?[\s-]*"
    rf"(?:(?P<number>{_N})(?:st|nd|rd|th)?|(?P<word>[a-z]+))(?:[\s-]*(?:shift|tour)s?)?",
    re.ASCII,
)
_LETTER = re.compile(r"[a-z\s.-]", re.ASCII)
_DIGIT_CODES = re.compile(r"(?=.*--)(?=.*(\d)\1)[\d.-]+", re.ASCII)
_BARE = re.compile(r"\d+", re.ASCII)
_WHOLE_HOURS = re.compile(r"\d+h", re.ASCII)
_LENGTH = re.compile(r"\d{1,4}(?:h\d{0,2})?", re.ASCII)
_DECIMAL_HOURS = re.compile(r"\d{1,2}\.\d{1,4}", re.ASCII)
_OFF_WORD = re.compile(r"[.-]+|o|off", re.ASCII)
_LENGTH_CODES = "DABCFGHIJKLMQRSTUVWXYZ0123456789"
"""Names for tours of which only the length is known: none that says evening, night or off."""


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
        """A notation that reads back as this very pattern, where it was read from one."""
        if not self.lengths:
            return str(self)
        return " ".join(
            OFF if code == OFF else length_written(self.lengths[code]) for code in self.codes
        )


def read_pattern(text: str, worked: str = WORKED) -> Pattern:
    """The pattern that ``text`` writes.

    ``worked`` is the letter of a tour where the notation says only that there is one. Raises
    :class:`BadInput` with what was not understood and, in most notations, its column.
    """
    if len(text) > _MAX_TEXT:
        raise _bad(text, f"a rotation is written with at most {_MAX_TEXT:,} characters")
    line = text.translate(_DASHES)
    folded = " ".join(_lower(line).split())
    if not folded:
        raise _bad(text, "a rotation is needed here")
    if "kelly" in folded and (kelly := _KELLY.search(folded)):
        return _with_kelly_day(text, folded[: kelly.start()], kelly["when"], worked)
    if _PAIRS.fullmatch(folded):
        return _pairs(text, folded, worked)
    if _ON_OFF.match(folded):
        return _on_off(text, folded, worked)
    if match := _HOURS.fullmatch(folded):
        return _hours(text, int(match[1]), int(match[2]), worked)
    if _CHAIN.fullmatch(folded):
        raise _chain(text, folded)
    if _DIGIT_CODES.fullmatch(folded):
        return _made(text, list(folded.replace(".", OFF)))
    if any(word[0].isdigit() for word in folded.split(" ")):
        return _lengths(text, _lower(line))
    return _letters(text, line)


def _lower(text: str) -> str:
    """Lower case that keeps every column where it is."""
    return "".join(letter.lower() if letter.isascii() else letter for letter in text)


def _letters(text: str, line: str) -> Pattern:
    for column, letter in enumerate(line, start=1):
        if not _LETTER.fullmatch(_lower(letter)):
            message = f"column {column} holds something that is neither a letter nor a day off (-)"
            raise _bad(text, message, found=shown(letter))
    codes = [letter.upper().replace(".", OFF) for letter in line if not letter.isspace()]
    if "O" in codes and OFF in codes:
        message = (
            f"column {_column(line, 'O')} holds an O beside days off written - : it is either "
            "a day off (write -) or a tour (give it another letter)"
        )
        raise _bad(text, message, found="O")
    codes = [OFF if code == "O" else code for code in codes]
    if "kelly" in "".join(codes).lower():
        raise _bad(text, "these letters together say Kelly day, and are no tours", shown(line))
    return _made(text, codes)


def _column(line: str, letter: str) -> int:
    return line.upper().index(letter) + 1


def _pairs(text: str, folded: str, worked: str) -> Pattern:
    pairs = [(int(on), int(off)) for on, off in re.findall(rf"({_N})\s*-\s*({_N})", folded)]
    if " -" in folded and not re.search("[,;]", folded):
        as_days = ", ".join(f"{on}-{off}" for on, off in pairs)
        as_hours = folded.replace(" - ", "h - ") + "h"
        raise _two_readings(text, ("days on and off", as_days), ("the hours of each day", as_hours))
    if len(pairs) == 1 and pairs[0][0] < 7 and pairs[0][1] in {8, 10, 12}:
        on, off = pairs[0]
        week = " ".join([f"{off}h"] * on + [OFF] * (7 - on))
        off_days, tours = ("days on and off", f"{on}-on-{off}-off"), (f"tours of {off} h", week)
        raise _two_readings(text, off_days, tours)
    if len(pairs) == 1 and _may_be_hours(*pairs[0]):
        raise _days_or_hours(text, *pairs[0])
    return _days(text, pairs, worked)


def _may_be_hours(on: int, off: int) -> bool:
    """Whether so many on and off may be hours of whole days: 24 and 48."""
    return on >= 8 and (on + off) % 24 == 0


def _days_or_hours(text: str, on: int, off: int) -> BadInput:
    by_days = f"{on} days on, {off} days off"
    return _two_readings(text, ("days", by_days), ("hours", f"{on}/{off}"))


def _chain(text: str, folded: str) -> BadInput:
    numbers = folded.split(OFF)
    if len(numbers) % 2:
        message = "days on and days off come in pairs, and here is an odd number of figures"
        return _bad(text, message, found=f"{len(numbers)} figures")
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    suggestion = ", ".join(f"{on}-{off}" for on, off in pairs)
    return _bad(text, "pairs of days on and days off have a comma between", None, suggestion)


def _on_off(text: str, folded: str, worked: str) -> Pattern:
    pairs: list[tuple[int, int]] = []
    place = 0
    for match in _ON_OFF.finditer(folded):
        between = folded[place : match.start()].strip(" ,;")
        if between not in {"", "then", "and"}:
            raise _bad(text, "between pairs of days on and off stands a comma", shown(between))
        place = match.end()
        on, off = _number(match["on"]), _number(match["off"])
        units = {(unit or "")[:1] for unit in (match["unit"], match["other"])}
        if "h" in units:
            if units & {"d", "t", "s"} or folded != match[0]:
                raise _bad(text, "hours and days are mixed here", shown(match[0]))
            return _hours(text, on, off, worked)
        if units == {""} and _may_be_hours(on, off):
            raise _days_or_hours(text, on, off)
        pairs.append((on, off))
    if rest := folded[place:].strip(" ,;"):
        raise _bad(text, "after days on and off stands something else", shown(rest))
    return _days(text, pairs, worked)


def _number(word: str) -> int:
    return _CARDINALS[word] if word in _CARDINALS else int(word)


def _days(text: str, pairs: list[tuple[int, int]], worked: str) -> Pattern:
    if sum(on + off for on, off in pairs) > MAX_DAYS:
        raise _bad(text, f"a cycle has at most {MAX_DAYS:,} days")
    if not all(on for on, _ in pairs):
        raise _bad(text, "every pair has at least one day on before its days off", found="0 on")
    return _made(text, [code for on, off in pairs for code in [worked] * on + [OFF] * off])


def _hours(text: str, on: int, off: int, worked: str) -> Pattern:
    """Hours on and off. Whole days off follow the days on which a tour starts.

    24/48 is one tour in three days; 48/96 two tours of 24 h in six; 12/36 one of 12 h in two.
    """
    cycle, rest = divmod((on + off) * 60, DAY_MINUTES)
    if rest or not on or cycle > MAX_DAYS:
        suggestion = f"{on}-on-{off}-off" if 0 < on + off <= 60 and on else None
        message = "hours on and off come to whole days"
        raise _bad(text, message, f"{on} h + {off} h", suggestion)
    tours = math.ceil(on / 24)
    if on > 24 and on % 24:
        raise _bad(text, "more than 24 hours on come in tours of 24", found=f"{on} h")
    length = Minutes(min(on, 24) * 60)
    return _made(text, [worked] * tours + [OFF] * (cycle - tours), {worked: length})


def _with_kelly_day(text: str, base: str, when: str, worked: str) -> Pattern:
    match = _HOURS.fullmatch(base.strip())
    named = _ON_OFF.fullmatch(base.strip())
    if match:
        on, off = int(match[1]), int(match[2])
    elif named:
        on, off = _number(named["on"]), _number(named["off"])
    else:
        message = "a Kelly day goes with hours on and off: 24/48 kelly 7"
        raise _bad(text, message, found=shown(base))
    pattern = _hours(text, on, off, worked)
    match = _KELLY_WHEN.fullmatch(when)
    number = 0
    if match:
        number = int(match["number"]) if match["number"] else _ORDINALS.get(match["word"], 0)
    tours = sum(code != OFF for code in pattern.codes)
    cycles = number // math.gcd(number, tours) if number else 0
    if number < 2 or cycles * pattern.days > MAX_DAYS:
        message = "a Kelly day takes one tour in so many, counted in tours: kelly 7"
        raise _bad(text, message, found=shown(f"kelly{when}"))
    repeated = list(pattern.codes) * cycles
    on_duty = [day for day, code in enumerate(repeated) if code != OFF]
    for day in on_duty[number - 1 :: number]:
        repeated[day] = OFF
    return _made(text, repeated, pattern.lengths)


def _lengths(text: str, line: str) -> Pattern:
    """Each day's hours. Equal lengths share a letter, in the order in which they come."""
    codes: list[str] = []
    by_length: dict[Minutes, str] = {}
    before = ""
    for match in re.finditer(r"\S+", line):
        word = match[0]
        if _WHOLE_HOURS.fullmatch(before) and _BARE.fullmatch(word):
            one, two = f"{before}{word}", f"{before} {word}h"
            raise _two_readings(text, ("one tour", one), ("two tours", two), match.start() + 1)
        before = word
        if _OFF_WORD.fullmatch(word):
            codes += [OFF] * (len(word) if word[0] in ".-" else 1)
            continue
        length = _one_length(text, word, match.start() + 1)
        if length not in by_length and len(by_length) == len(_LENGTH_CODES):
            message = f"a pattern has at most {len(_LENGTH_CODES)} different lengths"
            raise _bad(text, f"column {match.start() + 1}: {message}", found=word)
        codes.append(by_length.setdefault(length, _LENGTH_CODES[len(by_length)]))
    return _made(text, codes, {code: length for length, code in by_length.items()})


def _one_length(text: str, word: str, column: int) -> Minutes:
    message = f"column {column}: a day is its hours (8, 12h, 8h24, 8.4) or - for a day off"
    length: Decimal | None = None
    if _DECIMAL_HOURS.fullmatch(word):
        length = Decimal(word) * 60
    elif _LENGTH.fullmatch(word):
        try:
            length = Decimal(parse_length(word if "h" in word else f"{word}h"))
        except UnreadableTime as error:
            raise _bad(text, message, found=shown(word)) from error
    if length is None or length != length.to_integral_value():
        raise _bad(text, message, found=shown(word))
    if not 0 < length <= DAY_MINUTES:
        message = f"column {column}: a tour is longer than nothing and at most 24 hours long"
        raise _bad(text, message, found=shown(word))
    return Minutes(int(length))


def _made(text: str, codes: list[str], lengths: Mapping[str, Minutes] | None = None) -> Pattern:
    if len(codes) > MAX_DAYS:
        raise _bad(text, f"a cycle has at most {MAX_DAYS:,} days", found=f"{len(codes):,} days")
    if set(codes) <= {OFF}:
        raise _bad(text, "a rotation has at least one tour")
    return Pattern(tuple(codes), dict(lengths or {}))


def _two_readings(
    text: str, one: tuple[str, str], other: tuple[str, str], column: int | None = None
) -> BadInput:
    where = "" if column is None else f"column {column}: "
    message = f"{where}this reads as {one[0]} or as {other[0]}; write which"
    return _bad(text, message, None, f"{one[1]} ({one[0]}) or {other[1]} ({other[0]})")


def _bad(
    text: str, message: str, found: str | None = None, suggestion: str | None = None
) -> BadInput:
    name = f"rotation {shown(text, 40)}"
    return BadInput([Problem(name, None, "", message, found, SHAPES, suggestion)])
