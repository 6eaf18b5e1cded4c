"""Findings as pages name them, and the marks that they make on the board."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass

from watchbill.audit.audit import Audit, Finding
from watchbill.kernel.clock import Day
from watchbill.roster.model import Roster, RosterLine

KEY_LETTERS = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding's mark on a cell: the name of the finding in addresses, and its clause."""

    key: str
    clause: str
    severity: str


def finding_key(finding: Finding) -> str:
    """A name for the finding that stays the same as long as the finding does."""
    who = finding.person.key if finding.person else ""
    words = f"{finding.clause.number}|{who}|{finding.start}|{finding.end}|{finding.sentence}"
    return hashlib.sha256(words.encode()).hexdigest()[:KEY_LETTERS]


def findings_by_key(result: Audit) -> dict[str, Finding]:
    """The audit's findings by their names in addresses."""
    return {finding_key(finding): finding for finding in result.findings}


def mark(finding: Finding) -> Mark:
    """The finding's mark."""
    return Mark(finding_key(finding), finding.clause.number, finding.severity.value)


def marks_by_person(roster: Roster, result: Audit) -> Mapping[str, Mapping[Day, list[Mark]]]:
    """Marks by person and date.

    A mark stands on the last tour that the finding reaches: the one with which the limit is
    passed.
    """
    lines = {line.person.key: line for line in roster.lines}
    marks: dict[str, dict[Day, list[Mark]]] = {}
    for finding in result.findings:
        if finding.person is not None:
            key = finding.person.key
            day = _marked_day(roster, lines[key], finding)
            marks.setdefault(key, {}).setdefault(day, []).append(mark(finding))
    return marks


def _marked_day(roster: Roster, line: RosterLine, finding: Finding) -> Day:
    days = [tour.day for tour in line.tours if tour.wall_start <= finding.end]
    return max(days, default=max(roster.first, min(finding.first, roster.last)))
