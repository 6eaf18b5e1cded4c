"""Tours as people write them, local and not yet placed in a zone: ``2024-05-06 07:00 +12h night``.

A schedule places them: the agreement's zone gives them instants, and the agreement's own tours
the kind, where it is left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema

from watchbill.kernel.clock import (
    DAY_MINUTES,
    Day,
    Minutes,
    UnreadableTime,
    Wall,
    Zone,
    day_of,
    day_text,
    length_written,
    parse_day,
    parse_length,
    parse_wall,
    wall_text,
)
from watchbill.kernel.fields import as_text, written
from watchbill.kernel.problems import nearest, shown
from watchbill.records.tours import Tour, TourKind, TourType, kind_of, tour_at, tour_like

_SHAPE = "DATE TIME +LENGTH [day|evening|night], such as 2024-05-06 07:00 +12h night"
_LONGEST = 72 * 60


@dataclass(frozen=True, slots=True, order=True)
class LocalTour:
    """A tour by the local wall clock; ``kind`` is ``None`` where the agreement's own gives it."""

    start: Wall
    length: Minutes
    kind: TourKind | None = None

    @property
    def day(self) -> Day:
        """The date it belongs to."""
        return day_of(self.start)

    @property
    def end(self) -> Wall:
        """When it ends by the wall clock."""
        return Wall(self.start + self.length)

    def __str__(self) -> str:
        text = f"{wall_text(self.start)} +{length_written(self.length)}"
        return f"{text} {self.kind}" if self.kind else text

    def placed(self, zone: Zone, types: Iterable[TourType] = ()) -> Tour:
        """The tour in its zone. A kind left out is that of the type with this start and length,
        or by the hours where no type starts then."""
        minute = self.start % DAY_MINUTES
        like = tour_like(minute, self.length, types)
        alike = like is not None and like.length == self.length
        kind = self.kind or (like.kind if like else kind_of(minute, self.length))
        code = like.code if like and alike and like.kind is kind else kind[0].upper()
        return tour_at(self.start, self.length, kind, code, zone)


@dataclass(frozen=True, slots=True, order=True)
class DayOff:
    """A date without a tour: ``off 2024-05-15``."""

    day: Day

    def __str__(self) -> str:
        return f"off {day_text(self.day)}"


Place = Wall | DayOff
"""What a request names: a tour by its local start, or a day off."""


def parse_tour(text: str) -> LocalTour:
    """Reads ``2024-05-06 07:00 +12h night``. Raises :class:`UnreadableTime`."""
    words = text.split()
    if len(words) not in (3, 4) or not words[2].startswith("+"):
        raise UnreadableTime(f"{shown(text)} is not a tour: {_SHAPE}")
    start = parse_wall(" ".join(words[:2]))
    length = parse_length(words[2][1:])
    if not 0 < length <= _LONGEST:
        raise UnreadableTime(f"{shown(text)}: a tour is longer than nothing and at most 72 h")
    return LocalTour(start, length, _kind(words[3]) if len(words) == 4 else None)


def _kind(word: str) -> TourKind:
    try:
        return TourKind(word)
    except ValueError as error:
        near = nearest(word, list(TourKind))
        hint = f"; did you mean {near}?" if near else ""
        raise UnreadableTime(
            f"{shown(word)} is not a kind of tour: {', '.join(TourKind)}{hint}"
        ) from error


def parse_place(text: str) -> Place:
    """Reads ``2024-05-06 07:00`` or ``off 2024-05-15``. Raises :class:`UnreadableTime`."""
    word, _, rest = text.strip().partition(" ")
    return DayOff(parse_day(rest)) if word == "off" else parse_wall(text)


def place_text(place: Place) -> str:
    """As :func:`parse_place` reads it."""
    return str(place) if isinstance(place, DayOff) else wall_text(place)


def _tour(value: object) -> object:
    return value if isinstance(value, LocalTour) else parse_tour(written(value))


def _place(value: object) -> object:
    return value if isinstance(value, DayOff) else parse_place(written(value))


def _tour_or_day_off(value: object) -> object:
    if isinstance(value, DayOff):
        return value
    text = written(value)
    return parse_place(text) if text.split()[:1] == ["off"] else _tour(value)


def _tour_or_off(value: object) -> object:
    return None if value in ("off", None) else _tour(value)


def _tour_or_off_text(value: LocalTour | None) -> str:
    return "off" if value is None else str(value)


def _schema(description: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "description": description})


TourField = Annotated[LocalTour, BeforeValidator(_tour), as_text(str), _schema(f"a tour: {_SHAPE}")]
TourOrDayOffField = Annotated[
    LocalTour | DayOff,
    BeforeValidator(_tour_or_day_off),
    as_text(str),
    _schema(f"a tour: {_SHAPE}; or a day off, off 2024-05-15"),
]
PlaceField = Annotated[
    Wall | DayOff,
    BeforeValidator(_place),
    as_text(place_text),
    _schema("a tour by its start, 2024-05-06 07:00, or a day off, off 2024-05-15"),
]
TourOrOffField = Annotated[
    LocalTour | None,
    BeforeValidator(_tour_or_off),
    PlainSerializer(_tour_or_off_text, return_type=str, when_used="json"),
    _schema("a tour, or off"),
]
