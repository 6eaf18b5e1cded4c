"""One person's tours as a calendar for their phone."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from watchbill.export.calendar_ics import calendar_ics
from watchbill.web.access import current_schedule, membership
from watchbill.web.rosters import built


def calendar(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """The iCalendar file of the person's tours."""
    member = membership(request, slug)
    made = built(current_schedule(member))
    if name not in {line.person.name for line in made.roster.lines}:
        raise Http404("nobody in this service has this name")
    response = HttpResponse(
        calendar_ics(made.service, made.roster, name), content_type="text/calendar; charset=utf-8"
    )
    response.headers["Content-Disposition"] = 'attachment; filename="tours.ics"'
    return response
