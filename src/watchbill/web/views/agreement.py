"""The agreement, clause by clause."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.web.access import current_schedule, membership
from watchbill.web.rosters import built


def agreement(request: HttpRequest, slug: str) -> HttpResponse:
    """Each clause with its reading, its rules as a person would say them, remarks, examples."""
    member = membership(request, slug)
    made = built(current_schedule(member))
    context = {
        "member": member,
        "built": made,
        "agreement": made.service.agreement,
        "view": made.agreement,
    }
    return render(request, "agreement.html", context)
