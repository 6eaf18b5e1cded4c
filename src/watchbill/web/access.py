"""Who may see what: a service shows itself to its members only."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.contrib.auth.models import AnonymousUser, User
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.http import urlencode

from watchbill.kernel.clock import (
    Day,
    Instant,
    UnreadableTime,
    Wall,
    day_of,
    day_text,
    parse_day,
    this_minute,
)
from watchbill.ledger.book import Book
from watchbill.roster.model import RosterLine
from watchbill.web.ledgers import book_of
from watchbill.web.models import Membership
from watchbill.web.rosters import Built, PostedPeriod, built, periods

FROM = "from"
"""The word in an address that asks for another period than the current one: its first date."""


@dataclass(frozen=True)
class Opened:
    """A service opened by one of its members, at one of its periods, at an instant: now."""

    member: Membership
    book: Book
    periods: tuple[PostedPeriod, ...]
    period: PostedPeriod
    instant: Instant
    query: str

    @cached_property
    def built(self) -> Built:
        """The period's schedule as it stands."""
        return built(self.book, self.period)

    @property
    def slug(self) -> str:
        """The service's name in addresses."""
        return self.member.service.slug

    @property
    def now(self) -> Wall:
        """The local time."""
        return self.built.roster.zone.wall(self.instant)

    @property
    def today(self) -> Day:
        """The local date."""
        return day_of(self.now)

    @property
    def on_now(self) -> bool:
        """Whether the period has today."""
        return self.period.first <= self.today <= self.period.last

    def line(self, key: str) -> RosterLine:
        """The roster's line of the person of that key. Raises Http404 where nobody has it."""
        for line in self.built.roster.lines:
            if line.person.key == key:
                return line
        raise Http404("nobody in this service has this name")

    def sees_leave(self, key: str) -> bool:
        """Whether the member may see what kind of leave the person of that key is on."""
        return self.member.sees_leave or self.member.person == key

    def context(self, **more: Any) -> dict[str, Any]:
        """What every template of a service's page is given, and ``more``."""
        return {"opened": self, "member": self.member, "built": self.built, **more}


def memberships_of(user: User | AnonymousUser) -> list[Membership]:
    """The user's roles, with their services."""
    if not user.is_authenticated:
        return []
    return list(
        Membership.objects.filter(user=user).select_related("service").order_by("service__name")
    )


def open_service(request: HttpRequest, slug: str) -> Opened:
    """The service, at the period that ``?from=DATE`` asks for, or at the current one.

    Raises Http404 where the user has no role in the service, or it has no such period, and
    BadInput where what is stored cannot be read.
    """
    member = get_object_or_404(
        Membership.objects.select_related("service"), user=request.user, service__slug=slug
    )
    book = book_of(slug)
    found = tuple(periods(book))
    if not found:
        raise Http404("no schedule has been built for this service")
    instant = this_minute()
    today = day_of(book.now.facts.zone.wall(instant))
    current = _current(found, today)
    period = _asked(found, request.GET[FROM]) if FROM in request.GET else current
    query = "" if period is current else f"?{urlencode({FROM: day_text(period.first)})}"
    return Opened(member, book, found, period, instant, query)


def _current(found: tuple[PostedPeriod, ...], today: Day) -> PostedPeriod:
    """The last period that has begun; the first of all where none has."""
    return next((one for one in reversed(found) if one.first <= today), found[0])


def _asked(found: tuple[PostedPeriod, ...], text: str) -> PostedPeriod:
    try:
        first = parse_day(text)
    except UnreadableTime as error:
        raise Http404(str(error)) from error
    for period in found:
        if period.first == first:
            return period
    raise Http404("no schedule begins on that date")
