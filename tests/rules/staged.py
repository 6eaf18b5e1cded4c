"""Small stories staged under one clause, for the tests of rule kinds."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from watchbill.audit.audit import Finding, audit
from watchbill.examples.read import Example, parse_examples
from watchbill.examples.stage import Stage, set_stage
from watchbill.pay.lines import PayLine

AGREEMENT = """
agreement: made-up
name: Made up for a test
parties: {employer: E, union: U}
time_zone: America/Denver
definitions:
  classifications: {officer: Works}
  statuses: {regular full-time: Has a place}
  tours:
    D: {name: Day, start: "08:00", length: 24h, kind: day}
clauses:
  - clause: "1"
    heading: The clause
    reading: What the test is about.
    rules: [RULES]
"""


def staged(folder: Path, rules: str, roster: str, events: str = "", period: str = "") -> Stage:
    """The story of Ada, an officer at 10.00 an hour, under one clause with these rules."""
    (folder / "made-up.yaml").write_text(AGREEMENT.replace("RULES", rules))
    story = f"""
- example: a story
  agreement: made-up.yaml
  people:
    Ada: {{classification: officer, rate: 10.00}}
    Ben: {{classification: officer, rate: 10.00}}
  roster: {{{roster}}}
  events: [{events}]
  expect: {{findings: []}}
"""
    if period:
        story += f"  period: {{{period}}}\n"
    (example,) = _read(story, folder)
    return set_stage(example)


def _read(story: str, folder: Path) -> Sequence[Example]:
    return parse_examples(story, "made up", folder)


def found(stage: Stage) -> tuple[Finding, ...]:
    """What the audit finds against the schedule as it stands."""
    return audit(stage.agreement, stage.schedule.as_roster()).findings


def paid(stage: Stage) -> list[PayLine]:
    """Pay lines of the clause alone."""
    return [line for line in stage.pay if line.clause is not None]
