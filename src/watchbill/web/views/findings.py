"""Findings: all of them, and one with its clause, reading and figures."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.web.access import open_service
from watchbill.web.marks import findings_by_key
from watchbill.web.pages import Page, Tab
from watchbill.web.views.panel import page_or_panel
from watchbill.web.watch import cover_hours, days_of


def findings(request: HttpRequest, slug: str) -> HttpResponse:
    """Every finding, the shortages of coverage, and what was not judged and why."""
    opened = open_service(request, slug)
    built = opened.built
    short = [
        (cover, day, cover_hours(built.roster, cover, day))
        for cover in built.covers
        if cover.short
        for day in days_of(built.roster, cover)
    ]
    context = opened.context(findings=findings_by_key(built.audit), short=short)
    return render(request, "findings.html", context)


def finding(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """One finding: as a page, or as a panel over the board."""
    opened = open_service(request, slug)
    found = findings_by_key(opened.built.audit).get(key)
    if found is None:
        raise Http404("the finding is no longer there")
    beside = [
        (other, one.clause.number)
        for other, one in findings_by_key(opened.built.audit).items()
        if one.person is found.person and one is not found
    ]
    return page_or_panel(request, "finding", opened.context(finding=found, beside=beside))


PAGES = (
    Page("<slug:slug>/findings/", findings, "findings", Tab("Findings", 30, over=("finding",))),
    Page("<slug:slug>/findings/<str:key>/", finding, "finding"),
)
