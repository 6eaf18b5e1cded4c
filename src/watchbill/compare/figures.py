"""Fields of two rules of one kind, and by how much they differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, get_type_hints

from watchbill.kernel.clock import day_text, decimal_text, length_text, time_text
from watchbill.kernel.fields import DayField, LengthField, TimeField
from watchbill.rules.base import Rule


def amounts(one: Rule, other: Rule, names: Iterable[str], left: str, right: str) -> Iterator[str]:
    """A sentence for each field that differs, with the difference where it is a figure."""
    hints = get_type_hints(type(one), include_extras=True)
    for name in names:
        ours, theirs = getattr(one, name), getattr(other, name)
        if ours == theirs:
            continue
        word = name.replace("_", " ")
        shown = [_shown(value, hints[name]) for value in (ours, theirs)]
        text = f"{word}: {shown[0]} in {left}, {shown[1]} in {right}"
        if _is_figure(ours) and _is_figure(theirs):
            apart = abs(ours - theirs)
            more = left if ours > theirs else right
            text += f"; {_shown(apart, hints[name])} more in {more}"
        yield f"{text}."


def _is_figure(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _shown(value: Any, hint: Any) -> str:
    if value is None:
        return "nothing stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, tuple):
        return ", ".join(_shown(item, hint) for item in value) or "none"
    if isinstance(value, Decimal):
        return decimal_text(value)
    if isinstance(value, int):
        for field, writer in ((LengthField, length_text), (DayField, day_text),
                              (TimeField, time_text)):  # fmt: skip
            if _mentions(hint, field):
                return writer(value)  # type: ignore[arg-type]
        return f"{value:,}"
    return str(getattr(value, "says", None) or value)


def _mentions(hint: Any, field: Any) -> bool:
    """Whether the hint is that field, or a union or tuple with it."""
    if hint == field:
        return True
    return any(_mentions(part, field) for part in getattr(hint, "__args__", ()))
