"""The audit of a part of the dates finds there what the audit of the whole finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.audit.audit import Audit, audit
from watchbill.kernel.clock import Day, at
from watchbill.roster.build import build_roster
from watchbill.roster.window import window
from watchbill.service.load import load_service
from watchbill.service.shipped import service_ids

CAMP = """\
service: camp
name: Camp
agreement: agreement.yaml
schedule: {begins: 2025-01-06, weeks: 6}
rotations: {r: {pattern: "28 days on, 14 days off", begins: 2025-01-06}}
platoons: {A: {rotation: r}}
posts: {pit: {name: Pit, demand: ["1 daily 06:00-18:00"]}}
people: [{name: Ada, classification: operator, platoon: A, rate: 10.00}]
"""
FLY_IN = """\
agreement: fly-in
name: Fly in
parties: {employer: A mine, union: A union}
time_zone: Australia/Perth
definitions:
  classifications: {operator: Works}
  statuses: {regular full-time: Has a place}
  tours: {D: {name: Day, start: "06:00", length: 12h, kind: day}}
clauses:
  - {clause: "1", heading: Run, reading: Run., rules: [{run-of-tours: {at_most: 21}}]}
  - clause: "2"
    heading: Hours
    reading: Hours.
    rules: [{hours-in-window: {at_most: 260h, period: any 28 days}}]
  - clause: "3"
    heading: Free
    reading: Free.
    rules: [{free-period: {at_least: 24h, after_days: 20}}]
  - clause: "4"
    heading: Days
    reading: Days.
    rules: [{free-days: {at_least: 8, period: 28 days}}]
"""


def found(made: Audit, first: Day, last: Day) -> set[tuple[object, ...]]:
    """What touches the dates, without where the audit looked."""
    begin, end = at(first, 0), at(Day(last + 1), 0)
    return {
        (one.clause.number, one.person and one.person.name, one.start, one.end, str(one.measured))
        for one in made.findings
        if one.start < end and begin < one.end
    }


@pytest.mark.parametrize("week", range(6))
def test_a_long_run_is_found_whole_from_every_week_of_it(tmp_path: Path, week: int) -> None:
    (tmp_path / "agreement.yaml").write_text(FLY_IN)
    (tmp_path / "camp.yaml").write_text(CAMP)
    service = load_service(tmp_path / "camp.yaml")
    whole = audit(service.agreement, build_roster(service))
    first = Day(service.starts + 7 * week)
    part = audit(service.agreement, build_roster(service, first, 1))
    assert found(part, first, Day(first + 6)) == found(whole, first, Day(first + 6))
    told = {(one.clause.number, str(one.measured)) for one in part.findings}
    expected = {("1", "28 consecutive tours"), ("2", "336 h"), ("3", "28 days of work"),
                ("4", "0 free days")}  # fmt: skip
    assert told == (expected if week < 4 else set())


@given(service=st.sampled_from(service_ids()), first=st.integers(0, 40), days=st.integers(1, 30))
@settings(deadline=None, max_examples=25)
def test_the_audit_of_a_part_is_the_part_of_the_audit(service: str, first: int, days: int) -> None:
    loaded = load_service(service)
    roster = build_roster(loaded)
    begin = Day(min(roster.first + first, roster.last))
    end = Day(min(begin + days - 1, roster.last))
    part = audit(loaded.agreement, window(roster, begin, end))
    whole = audit(loaded.agreement, roster)
    assert found(part, begin, end) == found(whole, begin, end)
