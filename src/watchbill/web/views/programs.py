"""What other programs may ask, as a page: the API's own description in words."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.web.api import api
from watchbill.web.pages import Page


def programs(request: HttpRequest) -> HttpResponse:
    """Every question with its address, parameters and what its answers hold."""
    described = api.get_openapi_schema()
    shapes = described["components"]["schemas"]
    questions = [
        {"path": path, **operation, "answers": _fields(operation, shapes)}
        for path, operations in described["paths"].items()
        for operation in operations.values()
    ]
    return render(request, "programs.html", {"questions": questions})


def _fields(operation: dict[str, Any], shapes: dict[str, Any]) -> list[str]:
    """The fields of the answer, where the description names them."""
    shape = operation["responses"][200]["content"]["application/json"]["schema"]
    reference = shape.get("items", shape).get("$ref")
    return [] if reference is None else list(shapes[reference.rpartition("/")[2]]["properties"])


PAGES = (Page("api/docs", programs, "programs"),)
