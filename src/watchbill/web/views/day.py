"""One date: who works, who is away, and where it is short."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from watchbill.kernel.clock import Day, UnreadableTime, day_text, parse_day
from watchbill.web.access import Opened, open_service
from watchbill.web.pages import Page
from watchbill.web.views.panel import page_or_panel
from watchbill.web.watch import day_view


def day(request: HttpRequest, slug: str, date: str) -> HttpResponse:
    """The crews of the date's tours, leave, and every post's coverage."""
    opened = open_service(request, slug)
    found = asked_day(opened, date)
    view = day_view(opened.built, found)
    beside = [day_text(Day(one)) if one in opened.built.roster.days else ""
              for one in (found - 1, found + 1)]  # fmt: skip
    away = [(person, kind if opened.sees_leave(person.key) else "") for person, kind in view.away]
    return page_or_panel(request, "day", opened.context(view=view, away=away, beside=beside))


def asked_day(opened: Opened, text: str) -> Day:
    """The date of an address. Raises Http404 where the period does not have it."""
    try:
        found = parse_day(text)
    except UnreadableTime as error:
        raise Http404(str(error)) from error
    if found not in opened.built.roster.days:
        raise Http404("the schedule does not have this date")
    return found


PAGES = (Page("<slug:slug>/days/<str:date>/", day, "day"),)
