"""The API: what the pages show, as data for other programs. Its description is at /api/docs."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern
from ninja import NinjaAPI, Schema
from ninja.security import SessionAuth

from watchbill import __version__
from watchbill.agreement.computed import computed
from watchbill.audit.contract import audit_record
from watchbill.contract.audit import AuditRecord
from watchbill.contract.coverage import CoverageRecord
from watchbill.contract.problem import ProblemRecord, problem_records
from watchbill.contract.record import canonical, plain
from watchbill.contract.roster import RosterRecord
from watchbill.contract.service import MembershipsRecord
from watchbill.kernel.problems import BadInput
from watchbill.pay.contract import roster_record
from watchbill.roster.contract import cover_records, coverage_record
from watchbill.web.access import memberships_of, open_service
from watchbill.web.bad_input import UNPROCESSABLE
from watchbill.web.contract import memberships_record
from watchbill.web.faults import write_down
from watchbill.web.rosters import Built

api = NinjaAPI(
    title="Watchbill",
    version=__version__,
    urls_namespace="api",
    docs_url=None,
    auth=SessionAuth(),
    description="Rosters, findings and coverage of the services you are a member of.",
)


class ErrorOut(Schema):
    """Why there is no answer."""

    detail: str | list[ProblemRecord]


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


@api.get(
    "/services", response={200: MembershipsRecord, **_NONE}, by_alias=True, summary="Your services"
)
def list_services(request: HttpRequest) -> HttpResponse:
    """The services that you are a member of."""
    return _answer(memberships_record(memberships_of(request.user)))


@api.get(
    "/services/{slug}/findings",
    response={200: AuditRecord, **_MISSING},
    by_alias=True,
    openapi_extra=_FROM,
    summary="The audit",
)
def get_findings(request: HttpRequest, slug: str) -> HttpResponse:
    """Findings of the current schedule, and what was not judged."""
    made = open_service(request, slug).built
    return _answer(_audit(made))


@api.get(
    "/services/{slug}/coverage",
    response={200: CoverageRecord, **_MISSING},
    by_alias=True,
    openapi_extra=_FROM,
    summary="Coverage",
)
def get_coverage(request: HttpRequest, slug: str, short: bool = False) -> HttpResponse:
    """Need and have of every post through the current schedule, or only where it is short."""
    made = open_service(request, slug).built
    covers = [cover for cover in made.covers if cover.short or not short]
    return _answer(coverage_record(made.service, made.roster, covers))


@api.get(
    "/services/{slug}/roster",
    response={200: RosterRecord, 403: ErrorOut, **_MISSING},
    by_alias=True,
    openapi_extra=_FROM,
    summary="The roster with hours and cost",
)
def get_roster(request: HttpRequest, slug: str) -> HttpResponse:
    """The current schedule, tour by tour; for roles that see everybody's cost."""
    opened = open_service(request, slug)
    if not opened.member.sees_cost:
        raise PermissionDenied("your role does not see everybody's hours and cost")
    made = opened.built
    short = cover_records(made.roster.zone, (cover for cover in made.covers if cover.short))
    audit = _audit(made)
    return _answer(roster_record(made.service, made.roster, audit, short))


def _audit(made: Built) -> AuditRecord:
    roster = made.roster
    held = computed(made.service.agreement, roster.first, roster.last)
    return audit_record(made.service, roster, made.audit, held)


def _answer(told: object) -> HttpResponse:
    """A record of the contract as it is written everywhere, to the letter."""
    return HttpResponse(canonical(told), content_type="application/json")


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
    problems = [plain(one) for one in problem_records(error)]
    return api.create_response(request, {"detail": problems}, status=UNPROCESSABLE)


@api.exception_handler(Exception)
def _failed(request: HttpRequest, error: Exception) -> Any:
    detail = f"the fault is ours; it is in the server's log as {write_down(request, error)}"
    return api.create_response(request, {"detail": detail}, status=500)
