"""Headers that keep foreign scripts out of the pages, and the pages out of browsers' stores."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
    " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)
KEPT_BY_NOBODY = "no-store, private"
"""A computer in a station is shared: after signing out, "back" shows nothing."""


def guard(
    get_response: Callable[[HttpRequest], HttpResponseBase],
) -> Callable[[HttpRequest], HttpResponseBase]:
    """Only what this server itself sends may run or load on a page, and no page is kept.

    The pages' files, whose names change with what they hold, never come this far.
    """

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        response.headers["Cache-Control"] = KEPT_BY_NOBODY
        return response

    return middleware
