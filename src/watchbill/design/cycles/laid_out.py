"""A cycle on dates: what rules judge, while it is searched for and once it is found.

Both times it is laid over the same dates, without clock changes, which a rotation as such knows
none of. Each platoon's line is there, since a rule over blocks of days meets each of them at
another place of the cycle.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.agreement.term import NO_TERM
from watchbill.asking.asking import applying, rules_of
from watchbill.audit.audit import Audit, audit
from watchbill.design.cycles.forms import Form
from watchbill.design.cycles.need import WEEK, CycleNeed
from watchbill.kernel.clock import Day, zone
from watchbill.records.timeline import Frame, Timeline
from watchbill.records.tours import Tour, TourType
from watchbill.roster.build import CARRIED_DAYS
from watchbill.roster.model import Roster, RosterLine
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.notation import OFF
from watchbill.rules.base import Rule
from watchbill.rules.plan import Constrains
from watchbill.solve.repeating import LaidCycle

NO_CHANGES = zone("UTC")
REACH = 8 * WEEK
"""Days beyond the cycle that runs, rests and windows of hours may look."""
MOST_DAYS = 1_120
"""Days laid out at most: three years and some weeks."""


def constraining(agreement: Agreement, need: CycleNeed) -> list[ScopedRule]:
    """The rules in force that cover any of the need's people and that a cycle can be held to.

    A soft rule is a warning and never a limit: it is not among them.
    """
    return [
        one
        for one in applying(rules_of(agreement), need.members)
        if isinstance(one.rule, Constrains) and one.binds
    ]


def block_of(rule: Rule) -> int | None:
    """Days of the blocks that the rule lays end to end over the calendar, where it does."""
    return rule.block_days()


def days_for(rule: Rule, form: Form) -> int:
    """Over how many days the cycle must be laid for the rule to have met all of it.

    A rule over blocks meets it all once blocks and cycle begin together again; where that is
    beyond :data:`MOST_DAYS`, over those.
    """
    block = block_of(rule)
    turns = 1 if form.days % WEEK == 0 else WEEK
    shortest = turns * form.days + form.days + REACH
    if block is None:
        return shortest
    together = math.lcm(form.days, block) + block
    return max(shortest, min(together, max(MOST_DAYS, 2 * block)))


def offsets_for(rule: Rule, form: Form) -> Sequence[int]:
    """The platoons whose line the rule must be held to; the others' are the same to it."""
    if block_of(rule) is not None:
        return form.offsets
    by_weekday = {offset % WEEK: offset for offset in reversed(form.offsets)}
    return sorted(by_weekday.values())


def frame_of(need: CycleNeed, form: Form, offset: int, days: int) -> Frame:
    """Within what the line of the platoon that begins on that day is judged."""
    first = need.begins
    return Frame(first, Day(first + days - 1), first, form.days, Day(first + offset))


def possible(need: CycleNeed, form: Form, offset: int, days: int) -> LaidCycle:
    """Every tour on every date, and which of the cycle's it is; tour ``t`` of day ``d`` of the
    cycle is variable ``d x tours + t``.
    """
    line, places = _every_tour(need.tours, need.begins, days)
    begins, count = need.begins + offset, len(need.tours)
    variables = [(date - begins) % form.days * count + place for date, place in places]
    return LaidCycle(line, frame_of(need, form, offset, days), variables)


@lru_cache(maxsize=16)
def _every_tour(
    tours: tuple[TourType, ...], begins: Day, days: int
) -> tuple[Timeline, tuple[tuple[int, int], ...]]:
    """Every tour on every date, and of each place of the time line the date and the tour."""
    rows: list[tuple[Tour, int, int]] = []
    for date in range(begins - CARRIED_DAYS, begins + days):
        for place, tour in enumerate(tours):
            rows.append((tour.on(Day(date), NO_CHANGES), date, place))
    rows.sort()
    places = tuple((date, place) for _, date, place in rows)
    return Timeline.of(tour for tour, _, _ in rows), places


def roster_of(need: CycleNeed, rotation: Rotation, days: int) -> Roster:
    """A roster with a line for each platoon of the rotation and sort of the need's people."""
    first = need.begins
    lines = []
    for platoon, offset in enumerate(rotation.offsets):
        tours: list[list[Tour]] = [[], []]
        for date in range(first - CARRIED_DAYS, first + days):
            code = rotation.code_on(date - first, platoon)
            if code != OFF:
                tours[date >= first].append(rotation.tours[code].on(Day(date), NO_CHANGES))
        carried, own = map(tuple, tours)
        for place, member in enumerate(need.members):
            person = replace(member, name=f"Platoon {platoon + 1}" + (f" ({place})" * bool(place)))
            lines.append(RosterLine(person, own, carried, (), rotation.days, Day(first + offset)))
    return Roster(NO_CHANGES, first, Day(first + days - 1), first, tuple(lines))


def audit_of(agreement: Agreement, need: CycleNeed, rotation: Rotation, days: int) -> Audit:
    """What the agreement says of the rotation, worked by the need's people over so many days.

    A rotation as such has no dates, and these reach beyond any term: the text is read by itself.
    """
    return audit(replace(agreement, term=NO_TERM), roster_of(need, rotation, days))


def days_to_audit(agreement: Agreement, need: CycleNeed, form: Form) -> int:
    """The days over which a rotation of that form is audited: as many as any rule needs."""
    return max(
        (days_for(one.rule, form) for one in constraining(agreement, need)),
        default=2 * form.days + REACH,
    )
