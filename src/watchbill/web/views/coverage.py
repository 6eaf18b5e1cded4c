"""The coverage of one post on one date, hour by hour."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.kernel.clock import Day, UnreadableTime, at, parse_day
from watchbill.web.access import current_schedule, membership
from watchbill.web.board import cover_hours
from watchbill.web.rosters import built


def coverage(request: HttpRequest, slug: str, post_id: str, date: str) -> HttpResponse:
    """Need and have through the day, and who is on duty."""
    member = membership(request, slug)
    made = built(current_schedule(member))
    roster = made.roster
    try:
        day = parse_day(date)
    except UnreadableTime as error:
        raise Http404(str(error)) from error
    post = next((one for one in roster.posts if one.id == post_id), None)
    if post is None or day not in roster.days:
        raise Http404("no such post or date")
    start, end = (roster.zone.instant(at(Day(one), 0)) for one in (day, day + 1))
    covers = [
        (cover, cover_hours(roster, cover, day))
        for cover in made.covers
        if cover.post is post and cover.start < end and cover.end > start
    ]
    on_duty = [
        (line.person, tour)
        for line in roster.lines
        for tour in line.carried + line.tours
        if tour.start < end and tour.end > start and post.takes(line.person)
    ]
    template = "coverage_panel.html" if request.headers.get("HX-Request") else "coverage.html"
    context = {
        "member": member,
        "built": made,
        "post": post,
        "day": day,
        "covers": covers,
        "on_duty": sorted(on_duty, key=lambda pair: (pair[1].start, pair[0].name)),
    }
    return render(request, template, context)
