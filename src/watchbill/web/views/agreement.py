"""Agreements, clause by clause: that of a service, those that ship, and the kinds of rule."""

from __future__ import annotations

from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.safestring import mark_safe

from watchbill.agreement.load import load_agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.export.clause_view import AgreementView, view_agreement
from watchbill.export.pages import agreement_body, kinds_body
from watchbill.web.access import open_service
from watchbill.web.pages import Page, Tab
from watchbill.web.shelf import shelf


def agreement(request: HttpRequest, slug: str) -> HttpResponse:
    """Each clause with its reading, its rules as a person would say them, remarks, examples."""
    opened = open_service(request, slug)
    return render(request, "agreement.html", opened.context(**_shown(opened.built.agreement)))


def agreements(request: HttpRequest) -> HttpResponse:
    """The agreements that ship."""
    return render(request, "agreements.html", {"agreements": shelf(settings.HOME)})


def shipped_agreement(request: HttpRequest, agreement_id: str) -> HttpResponse:
    """One of those that ship, as that of a service is shown."""
    if agreement_id not in agreement_ids():
        raise Http404("no agreement of this id ships")
    return render(request, "shipped_agreement.html", _shown(_shipped(agreement_id)))


def rule_kinds(request: HttpRequest) -> HttpResponse:
    """The reference of rule kinds."""
    page = reverse("shipped_agreement", args=["AGREEMENT"]).replace("AGREEMENT", "{}")
    return render(request, "rule_kinds.html", {"body": mark_safe(kinds_body(page))})


def _shown(view: AgreementView) -> dict[str, object]:
    body = mark_safe(agreement_body(view))  # a template that escapes every text
    return {"agreement": view.agreement, "body": body}


@lru_cache(maxsize=32)
def _shipped(agreement_id: str) -> AgreementView:
    return view_agreement(load_agreement(agreement_id))


PAGES = (
    Page("agreements/", agreements, "agreements"),
    Page("agreements/<slug:agreement_id>/", shipped_agreement, "shipped_agreement"),
    Page("rule-kinds/", rule_kinds, "rule_kinds"),
    Page("<slug:slug>/agreement/", agreement, "agreement", Tab("Agreement", 40)),
)
