"""Field types of the contract's records, beside those that files have.

Exact figures and times are texts in JSON: a program that reads a number as a float changes it.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from watchbill.kernel.clock import Instant, Zone
from watchbill.kernel.fields import as_text, written


def moment(zone: Zone, instant: Instant) -> datetime:
    """The instant as the zone's clock shows it, with the offset that it has then."""
    aware = zone.aware(instant)
    return aware.replace(tzinfo=timezone(aware.utcoffset() or timedelta(0)), fold=0)


def _decimal(value: object) -> Decimal:
    if isinstance(value, Decimal):
        return value
    try:
        read = Decimal(written(value))
    except InvalidOperation:
        read = Decimal("NaN")
    if not read.is_finite():
        raise ValueError("a figure is needed here, as a text: 12.50")
    return read


def _fraction(value: object) -> Fraction:
    if isinstance(value, Fraction):
        return value
    try:
        return Fraction(written(value))
    except (ValueError, ZeroDivisionError) as error:
        raise ValueError("an exact fraction is needed here, as a text: 730/79") from error


def _moment(value: object) -> datetime:
    read = value if isinstance(value, datetime) else datetime.fromisoformat(written(value))
    if read.tzinfo is None:
        raise ValueError("a time with its offset from UTC is needed: 2024-05-06T07:00-06:00")
    return read


def _decimal_text(value: Decimal) -> str:
    return format(value, "f")


def _moment_text(value: datetime) -> str:
    return value.isoformat(timespec="minutes")


Exact = Annotated[
    Decimal,
    BeforeValidator(_decimal),
    as_text(_decimal_text),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(\.\d+)?$"}),
]
"""A figure as a text without an exponent: ``12.50``."""
ExactFraction = Annotated[
    Fraction,
    BeforeValidator(_fraction),
    as_text(str),
    WithJsonSchema({"type": "string", "pattern": r"^-?\d+(/\d+)?$"}),
]
"""A figure that no decimal has to the end: ``730/79``."""
Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    as_text(_moment_text),
    WithJsonSchema(
        {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}[+-]\d{2}:\d{2}(:\d{2})?$"}
    ),
]
"""A point of time as the local clock shows it, with its offset: ``2024-05-06T07:00-06:00``."""
