"""An agreement that nobody signed, with the rules that a test is about."""

from __future__ import annotations

from watchbill.agreement.load import parse_agreement
from watchbill.lint.lint import lint
from watchbill.lint.remark import Remark

HEAD = """\
agreement: harbour
name: Harbour patrol
parties: {employer: A port, union: A union}
time_zone: ZONE
definitions:
  classifications: {deckhand: Works on deck, master: Commands a boat}
  statuses: {regular: In the rotation, casual: Called as needed}
  tours:
    D: {name: Day, start: "07:00", length: 12h, kind: day}
    N: {name: Night, start: "19:00", length: 12h, kind: night}
clauses:
"""
USUAL = """\
  - {clause: "9", heading: Rest, reading: Rest., rules: [rest: {at_least: 8h}]}
  - {clause: "10", heading: Posting, reading: Posting., rules: [posting: {days_ahead: 28}]}
  - clause: "11"
    heading: Most hours
    reading: Most hours.
    rules: [hours-in-window: {at_most: 140h, period: any 7 days}]
"""
SOUND = "rotation: {pattern: DDNN----, hours_per_week: 42, hours_per_year: 2190}"
NO_CLOCK_CHANGE = "America/Regina"


def clause(number: str, *rules: str, applies_to: str = "{}") -> str:
    """A clause of the file, as YAML."""
    listed = "".join(f"      - {rule}\n" for rule in rules)
    text = f'  - clause: "{number}"\n    heading: Hours\n    reading: Hours.\n'
    text += f"    applies_to: {applies_to}\n"
    return text + (f"    rules:\n{listed}" if rules else "")


def linted(
    *rules: str, more: str = "", usual: str = USUAL, zone: str = NO_CLOCK_CHANGE
) -> tuple[Remark, ...]:
    """What the lint says of an agreement with these rules in its first clause."""
    text = HEAD.replace("ZONE", zone) + clause("1", *rules) + more + usual
    return lint(parse_agreement(text, "harbour.yaml"))


def said(remarks: tuple[Remark, ...]) -> list[tuple[str, str]]:
    """Gravity and check of each."""
    return [(str(one.gravity), one.check) for one in remarks]
