"""The Django application."""

from __future__ import annotations

from django.apps import AppConfig
from django.urls import register_converter

from watchbill.web.converters import NameConverter


class WebConfig(AppConfig):
    """Watchbill's one application."""

    name = "watchbill.web"
    label = "watchbill"

    def ready(self) -> None:
        """Lets addresses be written with names of people and posts."""
        register_converter(NameConverter, "name")
