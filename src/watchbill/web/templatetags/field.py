"""How templates write addresses, times, lengths and money."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django import template
from django.urls import ResolverMatch, reverse

from watchbill.export.html import anchor as clause_anchor
from watchbill.kernel import clock
from watchbill.records.demand import Post
from watchbill.web.pages import Page, Tab
from watchbill.web.pages import tabs as service_tabs

register = template.Library()


@dataclass(frozen=True, slots=True)
class TabLink:
    """A tab as the bar shows it; ``rest`` of its label is left out on a phone."""

    address: str
    label: str
    rest: str
    here: bool


@register.simple_tag(takes_context=True)
def page(context: dict[str, Any], name: str, *words: str) -> str:
    """The address of a page of the opened service, at the period that is opened."""
    opened = context["opened"]
    return reverse(name, args=(opened.slug, *words)) + str(opened.query)


@register.simple_tag(takes_context=True)
def tabs(context: dict[str, Any]) -> list[TabLink]:
    """The tabs that the member has, with that of the page that is shown marked."""
    opened, here = context["opened"], context["request"].resolver_match
    links = []
    for one, tab in service_tabs():
        if tab.sees(opened.member):
            words = tab.words(opened.member)
            address = page(context, one.name, *words)
            links.append(TabLink(address, tab.label, tab.rest, _is_here(here, one, tab, words)))
    return links


def _is_here(here: ResolverMatch, one: Page, tab: Tab, words: tuple[str, ...]) -> bool:
    """Whether the page that is shown is the tab's own, or one that is reached from it."""
    own = here.url_name == one.name and all(word in here.kwargs.values() for word in words)
    return own or here.url_name in tab.over


@register.filter
def anchor(number: str) -> str:
    """A clause's number as the fragment of an address."""
    return clause_anchor(number)


@register.filter
def day(value: clock.Day) -> str:
    """A date as ``Mon 6 May 2024``."""
    return f"{short_day(value)} {clock.to_date(value).year}"


@register.filter
def short_day(value: clock.Day) -> str:
    """A date as ``Mon 6 May``."""
    date = clock.to_date(value)
    return f"{date:%a} {date.day} {date:%b}"


@register.filter
def iso(value: clock.Day) -> str:
    """A date as ``2024-05-06``."""
    return clock.day_text(value)


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
def figure(value: Decimal) -> str:
    """Hours, which may be parts of one, to two decimals as far as they have them."""
    return clock.decimal_text(value)


@register.filter
def money(value: Decimal) -> str:
    """An amount with its cents."""
    return f"{value:,.2f}"


@register.filter
def lines(post: Post) -> str:
    """A post's demand in one line."""
    return "; ".join(str(line) for line in post.lines)
