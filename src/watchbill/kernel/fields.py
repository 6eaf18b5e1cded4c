"""Field types of files: texts that become times, days, lengths and exact numbers.

They are ``Annotated`` types for pydantic; a record that uses them is a plain dataclass all
the same.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from decimal import Decimal
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from watchbill.kernel.clock import (
    Day,
    Minutes,
    Wall,
    Zone,
    day_text,
    length_written,
    parse_day,
    parse_length,
    parse_time,
    parse_wall,
    time_text,
    wall_text,
    zone,
    zone_names,
)
from watchbill.kernel.problems import nearest, shown

SLIP: Final = "slip"
"""The type of a pydantic error that carries what was probably meant, as ``suggestion``."""
MOST = 1_000_000_000
"""No figure of a file is greater: what is computed from it stays a figure."""
NAME_LETTERS: Final = 300
"""Letters of a name at most, in a file as in a database."""
FORBID_UNKNOWN = {"extra": "forbid"}
"""``__pydantic_config__`` of a dataclass that files are read into: unknown keys are errors."""


def _read(reader: Callable[[str], object]) -> Callable[[object], object]:
    """A validator that reads texts; a bare number is not one (12 what?), and is told so."""

    def read(value: object) -> object:
        return reader(written(value))

    return read


def written(value: object) -> str:
    """The text, or what stands in its place, for the reader of texts to say what it should be."""
    return value if isinstance(value, str) else shown(value)


def slip(said: str, meant: str | None) -> ValueError:
    """The error of a field that was written wrong, with what was probably meant."""
    if meant is None:
        return ValueError(said)
    return PydanticCustomError(SLIP, "{said}", {"said": said, "suggestion": meant})


def _read_zone(value: object) -> Zone:
    if isinstance(value, Zone):
        return value
    name = str(value)
    try:
        return zone(name)
    except ValueError as error:
        raise slip(str(error), nearest(name, zone_names())) from error


def _as_written(value: object) -> object:
    """A number keeps the digits it was written with: clause 12.10 is not clause 12.1.

    Characters that command a terminal, which nobody can see in a name, are refused.
    """
    if isinstance(value, str):
        for letter in value:
            if unicodedata.category(letter) == "Cc" and letter not in "\n\t":
                raise ValueError(f"a text has no control characters (here U+{ord(letter):04X})")
    return str(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else value


def _as_name(value: object) -> object:
    """A name in one line, without blanks around it: it stands in addresses and names of files."""
    name = _as_written(value)
    if not isinstance(name, str):
        return name
    if any(unicodedata.category(letter) in {"Cc", "Zl", "Zp"} for letter in name.strip("\n")):
        raise ValueError("a name has no line break and no tab in it")
    name = name.strip()
    if not any(letter.isalnum() for letter in name):
        raise ValueError("a name has at least a letter or a digit")
    if len(name) > NAME_LETTERS:
        raise ValueError(f"a name has at most {NAME_LETTERS} letters (here {len(name)})")
    return name


def no_bool(value: object) -> object:
    """What stands there, where it is not true or false, which Python takes for 1 and 0."""
    if isinstance(value, bool):
        raise ValueError("a number is needed here")
    return value


def listed(value: object) -> object:
    """A list; one text or number alone is a list of one."""
    return [value] if isinstance(value, str | int | Decimal) else value


def _schema(**parts: Any) -> WithJsonSchema:
    return WithJsonSchema(parts)


def as_text(writer: Callable[[Any], str]) -> PlainSerializer:
    """What is read from a text is written as that text."""
    return PlainSerializer(writer, return_type=str, when_used="json-unless-none")


DayField = Annotated[
    Day,
    BeforeValidator(_read(parse_day)),
    as_text(day_text),
    _schema(type="string", format="date", description="a date, 2024-05-06"),
]
WallField = Annotated[
    Wall,
    BeforeValidator(_read(parse_wall)),
    as_text(wall_text),
    _schema(type="string", description="a local date and time, 2024-05-06 07:00"),
]
TimeField = Annotated[
    int,
    BeforeValidator(_read(parse_time)),
    as_text(time_text),
    _schema(type="string", pattern=r"^\d{1,2}:\d{2}$", description="a time of day, 07:00"),
]
LengthField = Annotated[
    Minutes,
    BeforeValidator(_read(parse_length)),
    as_text(length_written),
    _schema(type="string", pattern=r"^\d+h(\d+)?$", description="a length, 12h or 8h24"),
]
ZoneField = Annotated[
    Zone,
    BeforeValidator(_read_zone),
    _schema(type="string", description="a time zone of the IANA database, America/Edmonton"),
]
ZoneName = Annotated[
    str,
    AfterValidator(lambda name: _read_zone(name).name),
    _schema(type="string", description="a time zone of the IANA database, America/Edmonton"),
]
Text = Annotated[str, BeforeValidator(_as_written), _schema(type=["string", "number"])]
Name = Annotated[
    str,
    BeforeValidator(_as_name),
    _schema(type=["string", "number"], minLength=1, maxLength=NAME_LETTERS),
]
Words = Annotated[
    tuple[Text, ...],
    BeforeValidator(listed),
    _schema(anyOf=[{"type": "string"}, {"type": "array", "items": {"type": ["string", "number"]}}]),
]
Number = Annotated[
    Decimal,
    BeforeValidator(no_bool),
    Field(ge=0, le=MOST),
    _schema(type="number", minimum=0, maximum=MOST, description="a number, 42 or 1.5"),
]
WeekdayName = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
Count = Annotated[int, Field(ge=0, le=MOST), BeforeValidator(no_bool)]
PositiveCount = Annotated[int, Field(ge=1, le=MOST), BeforeValidator(no_bool)]
