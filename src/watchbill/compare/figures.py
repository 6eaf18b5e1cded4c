"""Fields of two rules of one kind, by how much they differ, and whom that favours."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, Literal, get_args, get_origin, get_type_hints

from watchbill.kernel.clock import day_text, decimal_text, length_text, time_text
from watchbill.kernel.fields import DayField, LengthField, TimeField
from watchbill.rules.base import Rule

_SPANS = ("period",)
"""Fields by which a limit says over what stretch of time it counts."""


def amounts(one: Rule, other: Rule, names: Iterable[str], left: str, right: str) -> Iterator[str]:
    """A sentence for each field that differs, with the difference where it is a figure."""
    hints = get_type_hints(type(one), include_extras=True)
    for name in names:
        ours, theirs = getattr(one, name), getattr(other, name)
        if ours != theirs:
            word = one.words.get(name, name.replace("_", " "))
            difference = _difference(ours, theirs, hints[name], left, right)
            yield f"{word[0].upper()}{word[1:]}: {difference}."
    weeks = one.hours_a_week(), other.hours_a_week()
    if _spans_differ(one, other) and weeks[0] is not None and weeks[1] is not None:
        first, second = (decimal_text(week) for week in weeks if week is not None)
        if first == second:
            yield f"In the long run both come to {first} h a week."
        else:
            yield f"In the long run: {first} h a week in {left}, {second} h a week in {right}."


def favoured(one: Rule, other: Rule, names: Iterable[str], left: str, right: str) -> str | None:
    """The side that is better for the employee in every case; ``None`` where neither is, where
    fields point both ways, and where a field differs of which nobody can say whom it favours.

    Limits over other stretches of time are held against each other as they stand and in the long
    run: 75 hours in 7 days and 140 in 14 point both ways.
    """
    weeks = one.hours_a_week(), other.hours_a_week()
    sides: set[str] = set()
    for name in names:
        ours, theirs = getattr(one, name), getattr(other, name)
        if ours == theirs:
            continue
        if name in one.more_is_for and _is_figure(ours) and _is_figure(theirs):
            more, less = (left, right) if ours > theirs else (right, left)
            sides.add(more if one.more_is_for[name] == "employee" else less)
        elif name in _SPANS and weeks[0] is not None and weeks[1] is not None:
            if weeks[0] != weeks[1]:
                sides.add(left if weeks[0] < weeks[1] else right)
        else:
            return None
    if None not in weeks and weeks[0] == weeks[1] and _spans_differ(one, other):
        return None
    return sides.pop() if len(sides) == 1 else None


def _spans_differ(one: Rule, other: Rule) -> bool:
    """Whether limits of hours are over other stretches of time, so that their figures are not
    of one measure.
    """
    return any(getattr(one, name, None) != getattr(other, name, None) for name in _SPANS)


def _difference(ours: Any, theirs: Any, hint: Any, left: str, right: str) -> str:
    if isinstance(ours, tuple) and isinstance(theirs, tuple) and _many_words(ours, theirs):
        parts = []
        for side, own, others in ((left, ours, theirs), (right, theirs, ours)):
            only = [_shown(item, hint) for item in own if item not in others]
            if only:
                parts.append(f"only {side} has {', '.join(only)}")
        return "; ".join(parts) or "in another order"
    for side, given, there, other in ((left, ours, right, theirs), (right, theirs, left, ours)):
        if given == () and other:
            return f"{_shown(other, hint)} in {there}, and {side} names none"
        if other is None and given is not None:
            return f"{_shown(given, hint)} in {side}, and {there} says nothing of it"
    text = f"{_shown(ours, hint)} in {left}, {_shown(theirs, hint)} in {right}"
    if _is_figure(ours) and _is_figure(theirs):
        more = left if ours > theirs else right
        text += f"; {_shown(abs(ours - theirs), hint)} more in {more}"
    return text


def _many_words(ours: tuple[object, ...], theirs: tuple[object, ...]) -> bool:
    return bool(ours and theirs) and all(isinstance(one, str) for one in (*ours, *theirs))


def _is_figure(value: object) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _shown(value: Any, hint: Any) -> str:
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
    text = str(getattr(value, "says", None) or value)
    return text.replace("-", " ") if text in _literals(hint) else text


def _literals(hint: Any) -> set[object]:
    """The words that a field may have, where only some may stand there."""
    if get_origin(hint) is Literal:
        return set(get_args(hint))
    return {word for part in get_args(hint) for word in _literals(part)}


def _mentions(hint: Any, field: Any) -> bool:
    """Whether the hint is that field, or a union or tuple with it."""
    if hint == field:
        return True
    return any(_mentions(part, field) for part in getattr(hint, "__args__", ()))
