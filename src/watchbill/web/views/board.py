"""The roster board."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.web.access import current_schedule, membership
from watchbill.web.board import make_board
from watchbill.web.rosters import built


def board(request: HttpRequest, slug: str) -> HttpResponse:
    """People by platoon down, days across, need and have below."""
    member = membership(request, slug)
    made = built(current_schedule(member))
    short = sum(cover.short > 0 for cover in made.covers)
    context = {"member": member, "built": made, "board": make_board(made), "short": short}
    return render(request, "board.html", context)
