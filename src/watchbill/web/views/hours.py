"""Hours and cost by person."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.web.access import current_schedule, membership
from watchbill.web.rosters import built


def hours(request: HttpRequest, slug: str) -> HttpResponse:
    """Scheduled hours and what they cost at the basic rate, for both sides and payroll."""
    member = membership(request, slug)
    if not member.sees_cost:
        raise PermissionDenied
    made = built(current_schedule(member))
    return render(request, "hours.html", {"member": member, "built": made})
