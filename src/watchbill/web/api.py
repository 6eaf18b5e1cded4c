"""The API: what the pages show, as data for other programs. Its description is at /api/docs."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from ninja import Field, NinjaAPI, Schema
from ninja.security import SessionAuth

from watchbill import __version__
from watchbill.export.data import audit_data, cover_data, roster_data
from watchbill.web.access import current_schedule, membership, memberships_of
from watchbill.web.rosters import built

api = NinjaAPI(
    title="Watchbill",
    version=__version__,
    auth=SessionAuth(),
    description="Rosters, findings and coverage of the services you are a member of.",
)


class ServiceOut(Schema):
    """A service and your role in it."""

    slug: str
    name: str
    role: str


class FindingOut(Schema):
    """A finding; times are local to the agreement."""

    clause: str
    person: str | None
    start: str
    end: str
    measured: str
    limit: str
    severity: str
    sentence: str


class NotJudgedOut(Schema):
    """A rule that the schedule cannot be judged by, and why."""

    clause: str
    rule: str
    reason: str


class AuditOut(Schema):
    """The schedule's audit."""

    service: str
    agreement: str
    from_: str = Field(alias="from")
    to: str
    posted: str | None
    findings: list[FindingOut]
    not_judged: list[NotJudgedOut]


class CoverOut(Schema):
    """A post over a stretch of time in which need and have do not change."""

    post: str
    start: str
    end: str
    need: int
    have: int


class ErrorOut(Schema):
    """Why there is no answer."""

    detail: str


@api.get("/services", response=list[ServiceOut], summary="Your services")
def list_services(request: HttpRequest) -> list[dict[str, str]]:
    """The services that you are a member of."""
    return [
        {"slug": one.service.slug, "name": one.service.name, "role": one.role}
        for one in memberships_of(request.user)
    ]


_MISSING = {404: ErrorOut}


@api.get(
    "/services/{slug}/findings",
    response={200: AuditOut, **_MISSING},
    by_alias=True,
    summary="The audit",
)
def get_findings(request: HttpRequest, slug: str) -> dict[str, Any]:
    """Findings of the latest schedule, and what was not judged."""
    made = built(current_schedule(membership(request, slug)))
    return audit_data(made.service, made.roster, made.audit)


@api.get(
    "/services/{slug}/coverage", response={200: list[CoverOut], **_MISSING}, summary="Coverage"
)
def get_coverage(request: HttpRequest, slug: str, short: bool = False) -> list[dict[str, Any]]:
    """Need and have of every post through the latest schedule; ``short`` only where it lacks."""
    made = built(current_schedule(membership(request, slug)))
    covers = [cover for cover in made.covers if cover.short or not short]
    return [cover_data(made.roster, cover) for cover in covers]


@api.get(
    "/services/{slug}/roster",
    response={200: dict[str, Any], 403: ErrorOut, **_MISSING},
    summary="The roster with hours and cost",
)
def get_roster(request: HttpRequest, slug: str) -> dict[str, Any]:
    """The latest schedule, tour by tour; for roles that see everybody's cost."""
    member = membership(request, slug)
    if not member.sees_cost:
        raise PermissionDenied("your role does not see everybody's hours and cost")
    made = built(current_schedule(member))
    short = [cover for cover in made.covers if cover.short]
    return roster_data(made.service, made.roster, made.audit, short)


@api.exception_handler(PermissionDenied)
def _refused(request: HttpRequest, error: PermissionDenied) -> Any:
    detail = {"detail": str(error) or "your role does not see this"}
    return api.create_response(request, detail, status=403)
