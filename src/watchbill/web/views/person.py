"""One person's tours, week by week: the page for a phone."""

from __future__ import annotations

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.kernel.clock import Day, day_text, hours_text, weekday
from watchbill.web.access import current_schedule, membership
from watchbill.web.board import findings_by_key
from watchbill.web.rosters import built


def person(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """The person's tours and leave by week, and the findings that concern them."""
    member = membership(request, slug)
    made = built(current_schedule(member))
    line = next((one for one in made.roster.lines if one.person.name == name), None)
    if line is None:
        raise Http404("nobody in this service has this name")
    entries = sorted(
        [(tour, None) for tour in line.tours] + [(one.tour, one.kind) for one in line.absences],
        key=lambda entry: entry[0],
    )
    start = made.service.agreement.week_start
    weeks = [
        (day_text(Day(monday)), list(week))
        for monday, week in groupby(
            entries, key=lambda entry: entry[0].day - (weekday(entry[0].day) - start) % 7
        )
    ]
    own = {
        key: finding
        for key, finding in findings_by_key(made.audit).items()
        if finding.person is line.person
    }
    context = {
        "member": member,
        "built": made,
        "line": line,
        "weeks": weeks,
        "hours": hours_text(line.minutes),
        "findings": own,
    }
    return render(request, "person.html", context)
