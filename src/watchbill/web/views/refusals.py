"""The pages that say why there is no other page."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.web.faults import write_down

_log = logging.getLogger(__name__)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """An address or a form that nobody knows, or a name that the server is not told."""
    host = ""
    if isinstance(exception, DisallowedHost):
        host = request.META.get("HTTP_HOST", "")
        _log.warning("asked for as %r, which WATCHBILL_HOSTS does not name", host)
    return render(request, "400.html", {"host": host}, status=400)


def failed(request: HttpRequest) -> HttpResponse:
    """A fault of the program, under a number that stands in the log too."""
    context = {"number": write_down(request), "help": settings.ENVIRONMENT.help}
    return render(request, "500.html", context, status=500)
