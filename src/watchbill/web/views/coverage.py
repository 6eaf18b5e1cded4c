"""The coverage of one post on one date, hour by hour."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from watchbill.web.access import open_service
from watchbill.web.pages import Page
from watchbill.web.views.day import asked_day
from watchbill.web.views.panel import page_or_panel
from watchbill.web.watch import covers_of, crews, on_duty


def coverage(request: HttpRequest, slug: str, post_id: str, date: str) -> HttpResponse:
    """Need and have through the day, and who is on duty and able to fill the post."""
    opened = open_service(request, slug)
    built = opened.built
    day = asked_day(opened, date)
    post = next((one for one in built.roster.posts if one.id == post_id), None)
    if post is None:
        raise Http404("no such post")
    able = [one for one in on_duty(built.roster, day) if post.takes(one[0])]
    context = opened.context(
        post=post, day=day, covers=covers_of(built, post, day), crews=crews(built, able)
    )
    return page_or_panel(request, "coverage", context)


PAGES = (Page("<slug:slug>/coverage/<name:post_id>/<str:date>/", coverage, "coverage"),)
