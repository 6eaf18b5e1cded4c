"""People on duty at a time."""

from __future__ import annotations

from collections.abc import Mapping

from watchbill.examples.judges import Judgement
from watchbill.examples.stage import Stage
from watchbill.kernel.clock import parse_wall
from watchbill.ledger.rosters import roster_of
from watchbill.roster.coverage import on_duty_at
from watchbill.roster.seated import seated


def judge(stage: Stage, expected: Mapping[str, int]) -> Judgement:
    """How many are on duty at each local time, whatever their post."""
    roster = seated(stage.agreement, roster_of(stage.schedule))
    working, agreed = [], True
    for when, wanted in expected.items():
        instant = roster.zone.instant(parse_wall(when))
        found = on_duty_at(roster, instant)
        agreed = agreed and found == wanted
        working.append(f"{when}: {found} on duty, expected {wanted}")
    return Judgement(agreed, tuple(working))


JUDGES = {"coverage": judge}
