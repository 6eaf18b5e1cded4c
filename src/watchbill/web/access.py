"""Who may see what: a service shows itself to its members only."""

from __future__ import annotations

from django.contrib.auth.models import AnonymousUser, User
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404

from watchbill.web.models import Membership, Schedule


def memberships_of(user: User | AnonymousUser) -> list[Membership]:
    """The user's roles, with their services."""
    if not user.is_authenticated:
        return []
    return list(
        Membership.objects.filter(user=user).select_related("service").order_by("service__name")
    )


def membership(request: HttpRequest, slug: str) -> Membership:
    """The user's role in the service. Raises Http404 where they have none."""
    return get_object_or_404(
        Membership.objects.select_related("service"), user=request.user, service__slug=slug
    )


def current_schedule(member: Membership) -> Schedule:
    """The latest schedule of the member's service. Raises Http404 where it has none."""
    schedule = member.service.schedules.select_related("service").last()
    if schedule is None:
        raise Http404("no schedule has been built for this service")
    return schedule
