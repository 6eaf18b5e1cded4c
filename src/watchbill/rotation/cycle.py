"""A rotation: a pattern whose letters are tours, worked by platoons that start apart.

Where a pattern gives letters alone, they mean the field's usual tours:

======  =============  ==================================================================
letter  kind           starts at
======  =============  ==================================================================
D       day            07:00
E       evening        15:00
N       night          23:00 up to 8 h, 21:00 up to 10 h, otherwise 19:00
P       peak           10:00
other   by its hours   07:00
======  =============  ==================================================================

Tours of 20 h and more start at 08:00, and so do the others that have no letter of the above
in a rotation with such tours.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from watchbill.kernel.clock import DAY_MINUTES, Minutes, length_text, time_text
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.tours import TourKind, TourType, kind_of
from watchbill.rotation.notation import OFF, Pattern
from watchbill.rotation.spread import spread

DEFAULT_LENGTH = Minutes(12 * 60)
LONG = Minutes(20 * 60)
"""Tours from this length on are round-the-clock ones, relieved in the morning."""
MAX_PLATOONS = 100
_DAY_START, _LONG_START = 7 * 60, 8 * 60
_NAMES = {"D": "Day", "E": "Evening", "N": "Night", "P": "Peak"}
_STARTS_BY_LENGTH = {
    # (at most this long, start) by letter
    "E": ((DAY_MINUTES, 15 * 60),),
    "N": ((8 * 60, 23 * 60), (10 * 60, 21 * 60), (DAY_MINUTES, 19 * 60)),
    "P": ((DAY_MINUTES, 10 * 60),),
}


@dataclass(frozen=True)
class Rotation:
    """A pattern, its tours by letter, and the day of the cycle on which each platoon starts.

    ``offsets[i]`` is how many days later than platoon 0 platoon ``i`` begins the cycle.
    """

    pattern: Pattern
    tours: Mapping[str, TourType]
    offsets: tuple[int, ...] = (0,)

    @property
    def days(self) -> int:
        """Days of the cycle."""
        return self.pattern.days

    @property
    def platoons(self) -> int:
        """How many platoons work it."""
        return len(self.offsets)

    def code_on(self, day: int, platoon: int = 0) -> str:
        """The letter of the tour that platoon starts on day ``day`` (from 0), or ``-``."""
        return self.pattern.codes[(day - self.offsets[platoon]) % self.days]

    @cached_property
    def worked(self) -> tuple[tuple[int, TourType], ...]:
        """The tours of one cycle: day of the cycle and tour."""
        return tuple(
            (day, self.tours[code]) for day, code in enumerate(self.pattern.codes) if code != OFF
        )


def expand(rotation: Rotation, days: int, platoon: int = 0) -> tuple[TourType | None, ...]:
    """The tour that the platoon starts on each of ``days`` days from day 0; ``None`` is off."""
    codes = (rotation.code_on(day, platoon) for day in range(days))
    return tuple(None if code == OFF else rotation.tours[code] for code in codes)


def make_rotation(
    pattern: Pattern,
    length: Minutes | None = None,
    platoons: int = 1,
    tours: Mapping[str, TourType] | None = None,
    offsets: Sequence[int] | None = None,
) -> Rotation:
    """The rotation of a pattern.

    A letter means the tour given in ``tours``; otherwise one of the length that the notation
    gives (or ``length``, or 12 h) at its usual start. Without ``offsets``, one for each
    platoon, :func:`spread` places the platoons. Raises :class:`BadInput` for figures that no
    rotation can have, and where a tour would start before the last one is over.
    """
    if offsets is not None:
        platoons = len(offsets)
    if not 1 <= platoons <= MAX_PLATOONS:
        raise _bad("platoons", f"1 to {MAX_PLATOONS} platoons", str(platoons))
    if length is not None and not 0 < length <= DAY_MINUTES:
        message = "a tour is longer than nothing and at most 24 hours long"
        raise _bad("hours", message, length_text(length))
    known = dict(tours or {})
    missing = {
        code: pattern.lengths.get(code) or length or DEFAULT_LENGTH
        for code in dict.fromkeys(pattern.codes)
        if code != OFF and code not in known
    }
    long = any(own >= LONG for own in missing.values())
    known |= {code: _usual(code, own, long, pattern) for code, own in missing.items()}
    if offsets is None:
        offsets = spread(pattern, known, platoons)
    made = Rotation(pattern, known, tuple(offsets))
    _refuse_two_at_once(made)
    return made


def _refuse_two_at_once(rotation: Rotation) -> None:
    """A person works one tour at a time, also where the cycle's end meets its beginning."""
    (day, tour), *_ = rotation.worked
    again = (day + rotation.days, tour)
    for (first, one), (second, other) in pairwise((*rotation.worked, again)):
        free = second * DAY_MINUTES + other.start - first * DAY_MINUTES - one.start - one.length
        if free < 0:
            message = (
                f"the tour of day {first + 1} ({one.code}, {one.hours_text}) is not over when "
                f"that of day {second % rotation.days + 1} ({other.code}, "
                f"{time_text(other.start)}) starts"
            )
            raise _bad("pattern", message, f"{length_text(-free)} at once")


def _usual(code: str, length: Minutes, long: bool, pattern: Pattern) -> TourType:
    # A letter that the notation itself made up for a length says nothing of the hour.
    letter = "" if code in pattern.lengths and code != "D" else code
    day_start = _LONG_START if long else _DAY_START
    starts = _STARTS_BY_LENGTH.get(letter, ((DAY_MINUTES, day_start),))
    start = next(start for longest, start in starts if length <= longest)
    if length >= LONG:
        start = _LONG_START
    kinds = {"D": TourKind.DAY, "E": TourKind.EVENING, "N": TourKind.NIGHT}
    kind = kind_of(start, length) if length >= LONG else kinds.get(letter)
    return TourType(code, _NAMES.get(letter, code), start, length, kind or kind_of(start, length))


def _bad(path: str, message: str, found: str) -> BadInput:
    return BadInput([Problem("rotation", None, path, message, found)])
