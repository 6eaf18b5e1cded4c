"""What stands in a panel over the board, and on a page of its own where there is no board."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def page_or_panel(request: HttpRequest, name: str, context: dict[str, Any]) -> HttpResponse:
    """The panel's template where the board asks for it, and the page's otherwise."""
    suffix = "_panel" if request.headers.get("HX-Request") else ""
    answer = render(request, f"{name}{suffix}.html", context)
    answer.headers["Vary"] = "HX-Request"
    return answer
