"""The Django application."""

from __future__ import annotations

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Watchbill's one application."""

    name = "watchbill.web"
    label = "watchbill"
