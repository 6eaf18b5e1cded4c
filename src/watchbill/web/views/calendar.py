"""One person's tours as a calendar for their phone: a file, or an address to subscribe to."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.core.signing import BadSignature, Signer
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse

from watchbill.export.calendar_ics import calendar_ics
from watchbill.roster.model import Roster
from watchbill.service.model import Service
from watchbill.web.access import open_service
from watchbill.web.ledgers import book_of
from watchbill.web.models import Membership
from watchbill.web.pages import Page
from watchbill.web.rosters import whole


def calendar(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """The iCalendar file of the person's tours in the period."""
    opened = open_service(request, slug)
    opened.line(name)
    answer = _calendar(opened.built.service, opened.built.roster, name)
    answer.headers["Content-Disposition"] = 'attachment; filename="tours.ics"'
    return answer


@login_not_required
def subscription(_: HttpRequest, key: str) -> HttpResponse:
    """A member's own tours, of every period, for a phone that asks again by itself.

    A phone cannot sign in: whoever has the address may read it. A new password, or the end of
    the membership, ends it.
    """
    number = key.partition(":")[0]
    if not (number.isascii() and number.isdecimal() and len(number) < 19):
        raise Http404("no such calendar")
    members = Membership.objects.select_related("service", "user").filter(user__is_active=True)
    member = get_object_or_404(members, pk=int(number))
    try:
        _signer(member).unsign(key)
    except BadSignature as error:
        raise Http404("no such calendar") from error
    service, roster = whole(book_of(member.service.slug))
    if member.person not in {line.person.key for line in roster.lines}:
        raise Http404("nobody in this service has this name")
    return _calendar(service, roster, member.person)


def subscription_address(request: HttpRequest, member: Membership) -> str:
    """Where the member's phone finds their tours."""
    key = _signer(member).sign(str(member.pk))
    return request.build_absolute_uri(reverse("subscription", args=(key,)))


def _signer(member: Membership) -> Signer:
    return Signer(salt=f"calendar {member.person} {member.user.get_session_auth_hash()}")


def _calendar(service: Service, roster: Roster, key: str) -> HttpResponse:
    return HttpResponse(
        calendar_ics(service, roster, key), content_type="text/calendar; charset=utf-8"
    )


PAGES = (
    Page("calendars/<str:key>.ics", subscription, "subscription"),
    Page("<slug:slug>/people/<name:name>/tours.ics", calendar, "calendar"),
)
