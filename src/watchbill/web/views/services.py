"""The list of services."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from watchbill.web.access import memberships_of
from watchbill.web.pages import Page


def services(request: HttpRequest) -> HttpResponse:
    """The services that the user is a member of; the only one opens at once."""
    members = memberships_of(request.user)
    if len(members) == 1:
        return redirect("board", members[0].service.slug)
    return render(request, "services.html", {"memberships": members})


PAGES = (Page("", services, "services"),)
