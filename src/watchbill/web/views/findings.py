"""Findings: all of them, and one with its clause, reading and figures."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.web.access import current_schedule, membership
from watchbill.web.board import findings_by_key
from watchbill.web.rosters import built


def findings(request: HttpRequest, slug: str) -> HttpResponse:
    """Every finding, the shortages of coverage, and what was not judged and why."""
    member = membership(request, slug)
    made = built(current_schedule(member))
    zone = made.roster.zone
    context = {
        "member": member,
        "built": made,
        "findings": findings_by_key(made.audit),
        "short": [
            (cover, zone.wall(cover.start), zone.wall(cover.end))
            for cover in made.covers
            if cover.short
        ],
    }
    return render(request, "findings.html", context)


def finding(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """One finding: as a page, or as a panel over the board."""
    member = membership(request, slug)
    made = built(current_schedule(member))
    found = findings_by_key(made.audit).get(key)
    if found is None:
        raise Http404("the finding is no longer there")
    template = "finding_panel.html" if request.headers.get("HX-Request") else "finding.html"
    return render(request, template, {"member": member, "built": made, "finding": found})
