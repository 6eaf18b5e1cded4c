"""The tours of a length that the field would begin with, where nobody has said."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import replace

from watchbill.kernel.clock import DAY_MINUTES, Minutes, length_text
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.tours import TourKind, TourType, kind_of
from watchbill.rotation.cycle import make_rotation
from watchbill.rotation.notation import OFF, Pattern

SHORTEST, LONGEST = Minutes(4 * 60), Minutes(DAY_MINUTES)
_MORNING = 7 * 60
_USUAL = {1: "D", 2: "DN", 3: "DEN"}
_LETTERS = {TourKind.DAY: "DFGH", TourKind.EVENING: "EVWY", TourKind.NIGHT: "NKLM"}
_OTHER_LETTERS = "ABCIJPQRSTUXZ"


def round_the_clock(length: Minutes, first: int | None = None) -> tuple[TourType, ...]:
    """As many tours of ``length`` as a day takes, so placed that no minute of it is left.

    Up to three are the field's day, evening and night at their usual starts, where these cover
    the day; else the last one ends when the first begins, and the others lie evenly between.
    ``first`` is the minute of the day at which the first begins, where that is given. Raises
    :class:`BadInput` for a length that no tour has.
    """
    refuse_length(length)
    count = math.ceil(LONGEST / length)
    letters = _USUAL.get(count)
    if letters is not None and first is None:
        named = make_rotation(Pattern((*letters, OFF)), length).tours
        usual = tuple(named[letter] for letter in letters)
        if are_round_the_clock(usual):
            return usual
    return _evenly(length, count, _MORNING if first is None else first, letters)


def refuse_length(length: Minutes) -> None:
    """Raises :class:`BadInput` for a length that no tour has."""
    if not SHORTEST <= length <= LONGEST:
        message = "a tour is at least 4 hours and at most 24 hours long"
        raise BadInput([Problem("--hours", None, "", message, length_text(length), "4 to 24 h")])


def are_round_the_clock(tours: Sequence[TourType]) -> bool:
    """Whether tours of each kind every day leave no minute of the day without one."""
    covered = [False] * DAY_MINUTES
    for tour in tours:
        for minute in range(tour.start, tour.start + tour.length):
            covered[minute % DAY_MINUTES] = True
    return all(covered)


def tour_at_start(start: int, length: Minutes, taken: Collection[str]) -> TourType:
    """A tour that begins at that minute of the day, with a letter that none of ``taken`` has."""
    kind = kind_of(start, length)
    letters = _LETTERS[kind] + _OTHER_LETTERS
    letter = next(one for one in letters if one not in taken)
    return TourType(letter, kind.value.capitalize(), start, length, kind)


def _evenly(length: Minutes, count: int, first: int, letters: str | None) -> tuple[TourType, ...]:
    rest, gaps = DAY_MINUTES - length, max(1, count - 1)
    tours: list[TourType] = []
    for place in range(count):
        start = (first + place * rest // gaps) % DAY_MINUTES
        made = tour_at_start(start, length, {tour.code for tour in tours})
        if letters is not None:
            named = make_rotation(Pattern((letters[place], OFF)), length).tours[letters[place]]
            made = replace(named, start=start)
        tours.append(made)
    return tuple(tours)
