"""Who is ordered in where nobody accepts: the least senior first, within the agreement's limit
on days against one's will.
"""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.asking.asking import Asking
from watchbill.desk.able import LeftOut
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import day_text
from watchbill.records.people import Person
from watchbill.records.tours import Tour
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.deciding import OrdersIn, Ranked

ORDERED = "ordered"
_LAST = 10**9


def mandatory_order(
    asking: Asking,
    roster: Roster,
    vacancy: Vacancy,
    tour: Tour,
    able: Iterable[RosterLine],
) -> tuple[list[Ranked], list[LeftOut]]:
    """The order among the lines of those who are able, and those whom a limit spares, with the
    clause. ``roster`` is the schedule as it stands, ``asking`` what is in force on the tour's
    date.
    """
    limits = [
        (one, rule)
        for one, rule in asking.binding(OrdersIn)
        if not one.is_lifted(tour.start, tour.end, roster.emergencies)
    ]
    ranked: list[Ranked] = []
    spared: list[LeftOut] = []
    for line in sorted(able, key=lambda one: _least_senior(one.person_on(tour.day))):
        person = line.person_on(tour.day)
        reasons = (
            LeftOut(person, reason, one.clause)
            for one, rule in limits
            if one.covers(person) and line.record is not None
            if (reason := rule.spares(line.record, tour.day, vacancy.occasion)) is not None
        )
        why = next(reasons, None)
        if why is not None:
            spared.append(why)
        else:
            ranked.append(Ranked(person, 1, _seniority(person)))
    return ranked, spared


def _least_senior(person: Person) -> tuple[int, int, str, str]:
    senior = person.seniority if person.seniority is not None else _LAST
    return -senior, -(person.serial or 0), person.name, person.key


def _seniority(person: Person) -> str:
    if person.seniority is None:
        return "no seniority date"
    return f"seniority {day_text(person.seniority)}"
