"""Records of any type of the contract, made up from their fields' types."""

from __future__ import annotations

import types
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from watchbill.kernel.clock import Day, Minutes, Wall
from watchbill.kernel.fields import TimeField
from watchbill.records.local_tour import LocalTour

TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs")), max_size=12)
DAYS = st.integers(-60_000, 120_000)
WALLS = st.integers(-60_000 * 1440, 120_000 * 1440)
MOMENTS = st.builds(
    lambda minute, offset: (
        datetime(1970, 1, 1, tzinfo=UTC) + timedelta(minutes=minute)
    ).astimezone(timezone(timedelta(minutes=offset))),
    st.integers(0, 60_000_000),
    st.integers(-14 * 60, 14 * 60),
)
SIMPLE: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXTS,
    int: st.integers(-(10**9), 10**9),
    bool: st.booleans(),
    float: st.floats(allow_nan=False, allow_infinity=False),
    type(None): st.none(),
    Any: st.one_of(TEXTS, st.booleans(), st.none()),
    TimeField: st.integers(0, 1439),
    Day: DAYS,
    Wall: WALLS,
    Minutes: st.integers(0, 4000),
    datetime: MOMENTS,
    Decimal: st.decimals(allow_nan=False, allow_infinity=False, places=4),
    Fraction: st.fractions(),
    LocalTour: st.builds(
        LocalTour, WALLS, st.integers(1, 72 * 60), st.sampled_from([None, "day", "night"])
    ),
}


def records(kind: Any) -> st.SearchStrategy[Any]:
    """Records of that type, or values of a field's type."""
    if kind in SIMPLE:
        return SIMPLE[kind]
    if is_dataclass(kind):
        hints = get_type_hints(kind, include_extras=True)
        needed = [one for one in fields(kind) if one.default is MISSING or one.name != "kind"]
        return st.builds(kind, **{one.name: records(hints[one.name]) for one in needed})  # type: ignore[arg-type]
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return records(parts[0])
    if origin is Literal:
        return st.sampled_from(parts)
    if origin in (Union, types.UnionType):
        return st.one_of(*map(records, parts))
    if origin is tuple:
        if parts[-1] is Ellipsis:
            return st.lists(records(parts[0]), max_size=2).map(tuple)
        return st.tuples(*map(records, parts))
    if origin is dict:
        key, value = map(records, parts)
        return st.dictionaries(key, value, min_size=1, max_size=1)
    raise AssertionError(f"nothing is made up for {kind}")
