"""Who is ordered in where nobody accepts: the least senior first, within the agreement's limit
on days against one's will.
"""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.agreement.model import Agreement
from watchbill.desk.able import LeftOut
from watchbill.events.extra import Extra
from watchbill.events.offer_answer import OfferAnswer
from watchbill.events.schedule import Schedule
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Day, day_text
from watchbill.records.people import Person
from watchbill.records.tours import Tour
from watchbill.rules.deciding import Ranked
from watchbill.rules.mandatory_extra import MandatoryExtra

ORDERED = "ordered"
_LAST = 10**9


def mandatory_order(
    agreement: Agreement,
    schedule: Schedule,
    vacancy: Vacancy,
    tour: Tour,
    able: Iterable[Person],
) -> tuple[list[Ranked], list[LeftOut]]:
    """The order among those who are able, and those whom a limit spares, with the clause."""
    emergency = any(start < tour.end and tour.start < end for start, end in schedule.emergencies)
    limits = [
        (one, one.rule)
        for one in agreement.rules()
        if isinstance(one.rule, MandatoryExtra)
        and vacancy.occasion not in one.rule.outside
        and not (emergency and one.rule.lifted_by_emergency)
    ]
    ordered = _ordered_days(schedule)
    ranked: list[Ranked] = []
    spared: list[LeftOut] = []
    for person in sorted(able, key=_least_senior):
        days = ordered.get(person.key, set())
        for one, rule in limits:
            if one.covers(person) and rule.reached(days, tour.day):
                had = ", ".join(map(day_text, sorted(days)))
                reason = f"Ordered in already on {had}. {rule.says()}"
                spared.append(LeftOut(person, reason, one.clause))
                break
        else:
            ranked.append(Ranked(person, 1, _seniority(person)))
    return ranked, spared


def _least_senior(person: Person) -> tuple[int, int, str]:
    senior = person.seniority if person.seniority is not None else _LAST
    return -senior, -(person.serial or 0), person.name


def _seniority(person: Person) -> str:
    if person.seniority is None:
        return "no seniority date"
    return f"seniority {day_text(person.seniority)}"


def _ordered_days(schedule: Schedule) -> dict[str, set[Day]]:
    """By key the dates on which the person was ordered to work."""
    found: dict[str, set[Day]] = {}
    for key, standing in schedule.people.items():
        for known in standing.events:
            if isinstance(known.event, Extra) and known.event.against_will:
                found.setdefault(key, set()).add(known.event.tour.day)
    for number, answers in schedule.answers.items():
        asked = schedule.asked[number]
        if not isinstance(asked, Vacancy):
            continue
        for known in answers:
            event = known.event
            if isinstance(event, OfferAnswer) and event.answer == ORDERED:
                found.setdefault(event.person, set()).add(asked.tour.day)
    return found
