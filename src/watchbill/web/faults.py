"""Faults of the program itself: written to the log with a number, which the page quotes."""

from __future__ import annotations

import logging
import secrets
import sys
from typing import Any

from django.http import HttpRequest

_log = logging.getLogger(__name__)
_ALPHABET = "23456789CDFGHJKMNPQRTVWX"
"""Letters that are not mistaken for each other over the telephone."""


def write_down(request: HttpRequest, error: BaseException | None = None) -> str:
    """Logs the fault with its traceback under a new number, and gives the number."""
    number = "".join(secrets.choice(_ALPHABET) for _ in range(6))
    fault = error or sys.exception()
    _log.error("fault %s at %s %s", number, request.method, request.path, exc_info=fault)
    return number


class NotTwice(logging.Filter):
    """Leaves out what Django says of a fault that :func:`write_down` has written already."""

    def filter(self, record: logging.LogRecord) -> bool:
        return getattr(record, "status_code", 0) != 500


LOGGING_SETTINGS: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "filters": {"not_twice": {"()": NotTwice}},
    "handlers": {"errors": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["errors"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["errors"], "level": "WARNING", "propagate": False},
        "django.request": {
            "handlers": ["errors"],
            "level": "ERROR",
            "filters": ["not_twice"],
            "propagate": False,
        },
        # A name that the server is not told is met on the page, with what to do; no traceback.
        "django.security.DisallowedHost": {"level": "CRITICAL"},
    },
}
"""Django's setting: everything to standard error, where whatever runs the server keeps it."""
