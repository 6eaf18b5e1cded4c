"""Rosters and audits as plain data for programs: dates in ISO 8601, exact figures as texts."""

from __future__ import annotations

from typing import Any

from watchbill.agreement.clock_change import clock_change
from watchbill.audit.audit import Audit, Finding
from watchbill.kernel.clock import Instant, day_text, hours, wall_text
from watchbill.pay.cost import cost
from watchbill.records.tours import Tour
from watchbill.roster.coverage import Cover
from watchbill.roster.model import Roster, RosterLine
from watchbill.service.model import Service


def roster_data(
    service: Service, roster: Roster, result: Audit, short: list[Cover]
) -> dict[str, Any]:
    """The roster with its findings, shortages, hours and cost."""
    priced = cost(roster, clock_change(service.agreement.settings))
    by_name = {line.person.name: line for line in priced.lines}
    return {
        **audit_data(service, roster, result),
        "people": [
            {
                **_line_data(roster, line),
                "hours": str(hours(by_name[line.person.name].minutes)),
                "cost": str(by_name[line.person.name].amount),
            }
            for line in roster.lines
        ],
        "shortages": [cover_data(roster, cover) for cover in short],
        "hours": str(hours(priced.minutes)),
        "cost": str(priced.total),
        "currency": service.currency,
    }


def audit_data(service: Service, roster: Roster, result: Audit) -> dict[str, Any]:
    """The audit alone, with what it was of."""
    return {
        "service": service.id,
        "agreement": service.agreement.id,
        "from": day_text(roster.first),
        "to": day_text(roster.last),
        "posted": None if roster.posted is None else wall_text(roster.posted),
        "findings": [finding_data(finding) for finding in result.findings],
        "not_judged": [
            {
                "clause": one.clause.number,
                "rule": one.rule,
                "reason": one.reason,
                "people": [person.name for person in one.people],
                "everybody": one.everybody,
            }
            for one in result.not_judged
        ],
    }


def finding_data(finding: Finding) -> dict[str, Any]:
    """One finding; times are local."""
    return {
        "clause": finding.clause.number,
        "person": finding.person.name if finding.person else None,
        "start": wall_text(finding.start),
        "end": wall_text(finding.end),
        "measured": str(finding.measured),
        "limit": str(finding.limit),
        "severity": str(finding.severity),
        "sentence": finding.sentence,
    }


def cover_data(roster: Roster, cover: Cover) -> dict[str, Any]:
    """One stretch of coverage, its times with their offset from UTC."""
    return {
        "post": cover.post.id,
        "start": _iso(roster, cover.start),
        "end": _iso(roster, cover.end),
        "need": cover.need,
        "have": cover.have,
    }


def _line_data(roster: Roster, line: RosterLine) -> dict[str, Any]:
    return {
        "name": line.person.name,
        "platoon": line.person.platoon,
        "classification": line.person.classification,
        "status": line.person.status,
        "tours": [tour_data(roster, tour) for tour in line.tours],
        "leave": [
            {"date": day_text(absence.tour.day), "kind": absence.kind, "code": absence.tour.code}
            for absence in line.absences
        ],
    }


def tour_data(roster: Roster, tour: Tour) -> dict[str, Any]:
    """One tour, with instants in ISO 8601."""
    return {
        "date": day_text(tour.day),
        "code": tour.code,
        "kind": str(tour.kind),
        "start": _iso(roster, tour.start),
        "end": _iso(roster, tour.end),
    }


def _iso(roster: Roster, instant: Instant) -> str:
    return roster.zone.aware(instant).isoformat(timespec="minutes")
