"""The API: what the pages show, as data for other programs. Its description is at /api/docs."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest
from django.urls import URLPattern
from ninja import Field, NinjaAPI, Schema
from ninja.security import SessionAuth

from watchbill import __version__
from watchbill.export.data import audit_data, cover_data, roster_data
from watchbill.kernel.problems import BadInput
from watchbill.web.access import memberships_of, open_service
from watchbill.web.bad_input import UNPROCESSABLE
from watchbill.web.faults import write_down

api = NinjaAPI(
    title="Watchbill",
    version=__version__,
    urls_namespace="api",
    docs_url=None,
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

    detail: str | list[dict[str, Any]]


_NONE = {401: ErrorOut}
_FROM = {
    "parameters": [
        {
            "name": "from",
            "in": "query",
            "required": False,
            "schema": {"type": "string", "format": "date"},
            "description": "The first date of another schedule than the current one.",
        }
    ]
}
"""Read by :func:`open_service`, as on pages."""
_MISSING = {**_NONE, 404: ErrorOut, UNPROCESSABLE: ErrorOut}


@api.get("/services", response={200: list[ServiceOut], **_NONE}, summary="Your services")
def list_services(request: HttpRequest) -> list[dict[str, str]]:
    """The services that you are a member of."""
    return [
        {"slug": one.service.slug, "name": one.service.name, "role": one.role}
        for one in memberships_of(request.user)
    ]


@api.get(
    "/services/{slug}/findings",
    response={200: AuditOut, **_MISSING},
    by_alias=True,
    openapi_extra=_FROM,
    summary="The audit",
)
def get_findings(request: HttpRequest, slug: str) -> dict[str, Any]:
    """Findings of the current schedule, and what was not judged."""
    made = open_service(request, slug).built
    return audit_data(made.service, made.roster, made.audit)


@api.get(
    "/services/{slug}/coverage",
    response={200: list[CoverOut], **_MISSING},
    openapi_extra=_FROM,
    summary="Coverage",
)
def get_coverage(request: HttpRequest, slug: str, short: bool = False) -> list[dict[str, Any]]:
    """Need and have of every post through the current schedule, or only where it is short."""
    made = open_service(request, slug).built
    covers = [cover for cover in made.covers if cover.short or not short]
    return [cover_data(made.roster, cover) for cover in covers]


@api.get(
    "/services/{slug}/roster",
    response={200: dict[str, Any], 403: ErrorOut, **_MISSING},
    openapi_extra=_FROM,
    summary="The roster with hours and cost",
)
def get_roster(request: HttpRequest, slug: str) -> dict[str, Any]:
    """The current schedule, tour by tour; for roles that see everybody's cost."""
    opened = open_service(request, slug)
    if not opened.member.sees_cost:
        raise PermissionDenied("your role does not see everybody's hours and cost")
    made = opened.built
    short = [cover for cover in made.covers if cover.short]
    return roster_data(made.service, made.roster, made.audit, short)


@api.get("/{path:rest}", include_in_schema=False)
def get_nothing(request: HttpRequest, rest: str) -> None:  # noqa: ARG001
    """Any other address."""
    raise Http404(f"no such question: {request.path}")


def api_urls() -> Any:
    """The API's addresses. Its answers are data even for a stranger, whom a page sends to sign
    in; its description is a page."""
    patterns, *rest = api.urls
    for pattern in patterns:
        if isinstance(pattern, URLPattern) and not str(pattern.name).startswith("openapi"):
            pattern.callback = login_not_required(pattern.callback)
    return patterns, *rest


@api.exception_handler(PermissionDenied)
def _refused(request: HttpRequest, error: PermissionDenied) -> Any:
    detail = {"detail": str(error) or "your role does not see this"}
    return api.create_response(request, detail, status=403)


@api.exception_handler(BadInput)
def _unreadable(request: HttpRequest, error: BadInput) -> Any:
    problems = [{"place": one.place, "field": one.path, "message": str(one)}
                for one in error.problems]  # fmt: skip
    return api.create_response(request, {"detail": problems}, status=UNPROCESSABLE)


@api.exception_handler(Exception)
def _failed(request: HttpRequest, error: Exception) -> Any:
    detail = f"the fault is ours; it is in the server's log as {write_down(request, error)}"
    return api.create_response(request, {"detail": detail}, status=500)
