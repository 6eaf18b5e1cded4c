"""What is stored and cannot be read is told with its place, as at the command line."""

from __future__ import annotations

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render

from watchbill.kernel.problems import BadInput

UNPROCESSABLE = 422

_log = logging.getLogger(__name__)


class BadInputPage:
    """Turns :class:`BadInput` out of a page into a page that lists its problems."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page, where it was bad input."""
        if not isinstance(error, BadInput):
            return None
        _log.warning("%s: %s", request.path, error)
        context = {"problems": error.problems}
        return render(request, "bad_input.html", context, status=UNPROCESSABLE)
