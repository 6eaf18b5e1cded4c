"""The roster board."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.web.access import open_service
from watchbill.web.board import make_board
from watchbill.web.pages import Page, Tab
from watchbill.web.watch import watch_at


def board(request: HttpRequest, slug: str) -> HttpResponse:
    """People by platoon down, days across, need and have below; who is on now, above."""
    opened = open_service(request, slug)
    context = opened.context(
        board=make_board(opened),
        short=sum(cover.short > 0 for cover in opened.built.covers),
        watch=watch_at(opened.built, opened.instant) if opened.on_now else None,
    )
    return render(request, "board.html", context)


PAGES = (Page("<slug:slug>/", board, "board", Tab("Board", 10)),)
