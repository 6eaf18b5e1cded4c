"""Hours and cost by person."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.web.access import open_service


def hours(request: HttpRequest, slug: str) -> HttpResponse:
    """Scheduled hours and what they cost at the basic rate, for both sides and payroll."""
    opened = open_service(request, slug)
    if not opened.member.sees_cost:
        raise PermissionDenied
    return render(request, "hours.html", opened.context())
