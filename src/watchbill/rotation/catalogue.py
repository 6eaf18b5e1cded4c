"""The rotations that the field knows by name.

They ship as data: pattern, tours, platoons, who works it. Their figures are computed like any
other rotation's. :func:`read_rotation` reads a name or a notation, whichever a text is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from typing import ClassVar

from watchbill.kernel.clock import Minutes
from watchbill.kernel.edge import check
from watchbill.kernel.fields import FORBID_UNKNOWN, Count, LengthField, TimeField
from watchbill.kernel.problems import BadInput, Problem, nearest, shown
from watchbill.kernel.shipped import DATA
from watchbill.kernel.yamltree import read_tree
from watchbill.records.tours import TourKind, TourType
from watchbill.rotation.cycle import Rotation, make_rotation
from watchbill.rotation.notation import OFF, SHAPES, Pattern, read_pattern

_FILE = DATA / "rotations.yaml"
_FILLERS = {"a", "the", "with", "shift", "shifts", "tour", "tours"}
_FILLERS |= {"schedule", "rotation", "roster", "pattern", "plan", "system"}
_TOUR_LETTERS = set("DENPSAMLXW")
_MOST_TOURS = 6
_SLIP = 0.8
"""How like a name letters must be to be taken for it, of 1 for the same."""


@dataclass(frozen=True)
class CatalogueTour:
    """A tour as the catalogue gives it."""

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID_UNKNOWN

    name: str
    start: TimeField
    length: LengthField
    kind: TourKind


@dataclass(frozen=True)
class KnownRotation:
    """A rotation of the field: its names (the first is its title), and what it is made of.

    ``length`` is that of the tours that ``tours`` leaves out. ``used`` says who works it,
    ``source`` where that is published. ``members_apart``: everybody of a platoon takes an own day
    off, and each next one is so many days later in the cycle.
    """

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID_UNKNOWN

    id: str
    names: tuple[str, ...]
    pattern: str
    platoons: Count
    used: str
    source: str
    length: LengthField | None = None
    tours: dict[str, CatalogueTour] = field(default_factory=dict)
    members_apart: Count = 0

    @property
    def title(self) -> str:
        """Its usual name."""
        return self.names[0]

    @cached_property
    def rotation(self) -> Rotation:
        """As it is worked: its own tours and platoons."""
        return self.made()

    def made(self, length: Minutes | None = None, platoons: int | None = None) -> Rotation:
        """With tours of another ``length`` or another number of ``platoons``.

        Another length puts the usual tours of that length in place of its own. Raises
        :class:`BadInput` as :func:`make_rotation` does.
        """
        pattern = read_pattern(self.pattern)
        number = self.platoons if platoons is None else platoons
        if length is not None:
            return make_rotation(Pattern(pattern.codes), length, number)
        tours = {
            code: TourType(code, tour.name, tour.start, tour.length, tour.kind)
            for code, tour in self.tours.items()
        }
        return make_rotation(pattern, self.length, number, tours)

    def of_members(self, size: int) -> Rotation | None:
        """The lines of platoons of ``size`` people whose days off are their own, platoon by
        platoon; ``None`` where a platoon's people are all off on the same days.
        """
        if not self.members_apart:
            return None
        offsets = tuple(
            (platoon + member * self.members_apart) % self.rotation.days
            for platoon in range(self.platoons)
            for member in range(size)
        )
        return replace(self.rotation, offsets=offsets)


@dataclass(frozen=True)
class _Catalogue:
    """The file: a list of rotations."""

    __pydantic_config__: ClassVar[dict[str, str]] = FORBID_UNKNOWN

    rotations: tuple[KnownRotation, ...]


@lru_cache(maxsize=1)
def all_rotations() -> tuple[KnownRotation, ...]:
    """Every rotation of the catalogue, in its order."""
    tree = read_tree(_FILE, _FILE.name)
    found, problems = check(_Catalogue, tree)
    if found is None:
        raise BadInput(problems)
    return found.rotations


def find(name: str) -> KnownRotation:
    """The rotation of that name, case, hyphens and words like "schedule" aside.

    Raises :class:`BadInput` with the name most like it where there is none.
    """
    known = known_rotation(name)
    if known is None:
        raise _unknown(name)
    return known


def known_rotation(name: str) -> KnownRotation | None:
    """The rotation of that name, where there is one."""
    return _by_name().get(_key(name))


def read_rotation(
    text: str, length: Minutes | None = None, platoons: int | None = None
) -> Rotation:
    """The rotation of that name or in that notation.

    A name wins over a notation, and brings its own tours and platoons; ``length`` and
    ``platoons`` win over both. Raises :class:`BadInput`.
    """
    known = known_rotation(text)
    if known is not None:
        return known.made(length, platoons)
    try:
        pattern = read_pattern(text)
    except BadInput as bad:
        (problem,) = bad.problems
        near = nearest(text, _spellings())
        # Other figures are no slip of the pen: whoever writes 24/47 does not mean 24/72.
        if problem.suggestion or near is None or _figures(near) != _figures(text):
            raise
        raise BadInput([replace(problem, suggestion=near)]) from bad
    if _is_a_name(text, pattern):
        raise _unknown(text)
    return make_rotation(pattern, length, 1 if platoons is None else platoons)


def known_as(rotation: Rotation) -> tuple[KnownRotation, ...]:
    """The rotations of the catalogue with the same cycle of tours, from whatever day it starts.

    Tours are the same where their length and kind are, whatever their letters or starts.
    """
    shape = _shape(rotation)
    return tuple(known for known in all_rotations() if _shape(known.rotation) == shape)


def _shape(rotation: Rotation) -> str:
    """The least of the turns of the shortest cycle, a letter for each length and kind."""
    days = [
        "" if code == OFF else f"{rotation.tours[code].length} {rotation.tours[code].kind}"
        for code in rotation.pattern.codes
    ]
    letters = {day: chr(ord("a") + number) for number, day in enumerate(sorted(set(days)))}
    line = "".join(letters[day] for day in days)
    cycle = (line + line).index(line, 1)
    least = min(line[turn:cycle] + line[:turn] for turn in range(cycle))
    return f"{least} {sorted(letters)}"


@lru_cache(maxsize=1)
def _by_name() -> dict[str, KnownRotation]:
    return {_key(name): known for known in all_rotations() for name in (known.id, *known.names)}


def _spellings() -> Iterator[str]:
    for known in all_rotations():
        yield known.id
        yield from known.names


def _figures(text: str) -> list[str]:
    return re.findall(r"\d+", text)


def _key(name: str) -> str:
    """A name without what does not tell names apart. Hyphens between figures do: 2-2-3."""
    text = re.sub(r"[\u2010-\u2014\u2212]", "-", " ".join(name.casefold().split()))
    text = re.sub(r"\s*([-/])\s*(?=\d)", r"\1", text)
    text = re.sub(r"(?<!\d)-|-(?!\d)", " ", text)
    words = re.sub(r"[(),]", " ", text).split()
    return " ".join(word for word in words if word not in _FILLERS)


def _is_a_name(text: str, pattern: Pattern) -> bool:
    """Whether what was read as a pattern of letters is rather a name that nobody knows.

    It has more kinds of tour than a cycle has, or no ``-`` and letters that no tour has, or no
    day off at all and a name much like it: Panamma.
    """
    codes = set(pattern.codes) - {OFF}
    if any(letter.isdigit() for letter in text) or pattern.lengths:
        return False
    marked = any(sign in text for sign in "-.")
    slip = OFF not in pattern.codes and nearest(text, _spellings(), _SLIP) is not None
    return len(codes) > _MOST_TOURS or slip or not (marked or codes <= _TOUR_LETTERS)


def _unknown(name: str) -> BadInput:
    message = "this is neither a rotation known by name nor one of the notations"
    near = nearest(name, _spellings())
    where = f"rotation {shown(name, 40)}"
    return BadInput([Problem(where, None, "", message, None, SHAPES, near)])
