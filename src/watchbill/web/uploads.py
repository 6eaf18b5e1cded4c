"""What is sent to the server is bounded before any of it is kept."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.shortcuts import render

LARGEST_BODY = 5_000_000
"""Bytes of a request at most: a people file of 5,000 names has a tenth of it."""
TOO_LARGE = 413


def refuse_large_bodies(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Refuses what is longer by its own account, and what does not say how long it is.

    ``watchbill serve`` counts the bytes besides; other servers may hand on what they take.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isascii() and length.isdecimal() and int(length) <= LARGEST_BODY:
            return get_response(request)
        message = f"at most {LARGEST_BODY // 1_000_000} MB can be sent at once"
        if request.path.startswith("/api/"):
            return JsonResponse({"detail": message}, status=TOO_LARGE)
        return render(request, "413.html", {"message": message}, status=TOO_LARGE)

    return middleware
