"""How templates write times, lengths and money."""

from __future__ import annotations

from decimal import Decimal

from django import template

from watchbill.kernel import clock
from watchbill.records.demand import Post

register = template.Library()


@register.filter
def day(value: clock.Day) -> str:
    """A date as ``Mon 6 May 2024``."""
    date = clock.to_date(value)
    return f"{date:%a} {date.day} {date:%b %Y}"


@register.filter
def wall(value: clock.Wall) -> str:
    """A local time as ``Mon 6 May 2024, 07:00``."""
    return f"{day(clock.day_of(value))}, {clock.time_text(value)}"


@register.filter
def time(value: clock.Wall) -> str:
    """The time of day of a local time."""
    return clock.time_text(value)


@register.filter
def duration(value: int) -> str:
    """Minutes as ``8 h 24 min``."""
    return clock.length_text(value)


@register.filter
def hours(value: int) -> str:
    """Minutes as hours to two decimals."""
    return clock.hours_text(value)


@register.filter
def money(value: Decimal) -> str:
    """An amount with its cents."""
    return f"{value:,.2f}"


@register.filter
def lines(post: Post) -> str:
    """A post's demand in one line."""
    return "; ".join(str(line) for line in post.lines)
