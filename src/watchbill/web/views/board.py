"""The roster board."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.web.access import open_service
from watchbill.web.board import make_board
from watchbill.web.pages import Page, Tab
from watchbill.web.watch import watch_at

STATION = "station"
"""The word in an address that asks for one station."""


def board(request: HttpRequest, slug: str) -> HttpResponse:
    """People by platoon down, days across, need and have below; who is on now, above.

    ``?station=ID`` shows one station, with who is lent to it.
    """
    opened = open_service(request, slug)
    station = request.GET.get(STATION)
    if station is not None and station not in opened.built.service.stations:
        raise Http404("the service has no such station")
    context = opened.context(
        board=make_board(opened, station),
        station=station,
        short=sum(cover.short > 0 for cover in opened.built.covers),
        watch=watch_at(opened.built, opened.instant) if opened.on_now else None,
    )
    return render(request, "board.html", context)


PAGES = (Page("<slug:slug>/", board, "board", Tab("Board", 10)),)
