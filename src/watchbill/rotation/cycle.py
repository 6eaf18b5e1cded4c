"""A rotation: a pattern whose letters are tours, worked by platoons that start apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from watchbill.kernel.clock import DAY_MINUTES, Minutes
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.tours import TourKind, TourType, kind_of
from watchbill.rotation.notation import OFF, Pattern

DEFAULT_LENGTH = Minutes(12 * 60)
_NAMES = {"D": "Day", "E": "Evening", "N": "Night", "P": "Peak"}
_STARTS_BY_LENGTH = {
    # (letter, at most this long): usual local start, for a pattern that gives letters alone.
    "D": ((8 * 60, 7 * 60), (12 * 60, 7 * 60), (DAY_MINUTES, 8 * 60)),
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

    def code_on(self, day: int, platoon: int = 0) -> str:
        """The letter of the tour that platoon starts on day ``day`` (from 0), or ``-``."""
        return self.pattern.codes[(day - self.offsets[platoon]) % self.days]

    @cached_property
    def worked(self) -> tuple[tuple[int, TourType], ...]:
        """The tours of one cycle: day of the cycle and tour."""
        return tuple(
            (day, self.tours[code]) for day, code in enumerate(self.pattern.codes) if code != OFF
        )


def make_rotation(
    pattern: Pattern,
    length: Minutes | None = None,
    platoons: int = 1,
    tours: Mapping[str, TourType] | None = None,
    offsets: tuple[int, ...] | None = None,
) -> Rotation:
    """The rotation of a pattern.

    A letter means the tour given in ``tours``; otherwise one of ``length`` (or of the length the
    notation gives, or 12 h) at its usual start. Platoons start as evenly apart as days allow.
    Raises :class:`BadInput` for figures that no rotation can have.
    """
    if platoons < 1 or platoons > 100:
        problem = Problem("rotation", None, "platoons", "1 to 100 platoons", str(platoons))
        raise BadInput([problem])
    if length is not None and not 0 < length <= DAY_MINUTES:
        message = "a tour is longer than nothing and at most 24 hours long"
        raise BadInput([Problem("rotation", None, "hours", message, f"{length} min")])
    known = dict(tours or {})
    for code in dict.fromkeys(pattern.codes):
        if code != OFF and code not in known:
            own = pattern.lengths.get(code) or length or DEFAULT_LENGTH
            known[code] = _usual(code, own)
    if offsets is None:
        offsets = spread(pattern, platoons)
    return Rotation(pattern, known, offsets)


def spread(pattern: Pattern, platoons: int) -> tuple[int, ...]:
    """Offsets that put the platoons as evenly over the cycle as whole days allow."""
    return tuple(round(pattern.days * platoon / platoons) for platoon in range(platoons))


def _usual(code: str, length: Minutes) -> TourType:
    starts = _STARTS_BY_LENGTH.get(code, _STARTS_BY_LENGTH["D"])
    start = next(start for longest, start in starts if length <= longest)
    kinds = {"D": TourKind.DAY, "E": TourKind.EVENING, "N": TourKind.NIGHT}
    kind = kinds.get(code) or kind_of(start, length)
    return TourType(code, _NAMES.get(code, code), start, length, kind)
