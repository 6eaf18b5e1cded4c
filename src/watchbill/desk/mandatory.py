"""Who is ordered in where nobody accepts: the least senior first, within the agreement's limit
on days against one's will.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from watchbill.agreement.model import Agreement
from watchbill.kernel.clock import Day, day_text
from watchbill.records.duty import Known
from watchbill.records.events import Extra, OfferAnswer, Vacancy
from watchbill.records.people import Person
from watchbill.records.tours import Tour
from watchbill.rules.deciding import Ranked
from watchbill.rules.mandatory_extra import MandatoryExtra

ORDERED = "ordered"
_LAST = 10**9


def mandatory_order(
    agreement: Agreement, known: Sequence[Known], tour: Tour, able: Iterable[Person]
) -> list[Ranked]:
    """The order among those who are able and have not reached a limit."""
    limits = [(one, one.rule) for one in agreement.rules() if isinstance(one.rule, MandatoryExtra)]
    ordered = _ordered_days(known)

    def allowed(person: Person) -> bool:
        days = ordered.get(person.name, set())
        return all(
            sum(abs(day - tour.day) < rule.in_days for day in days) < rule.at_most
            for one, rule in limits
            if one.covers(person)
        )

    taken = sorted(filter(allowed, able), key=_least_senior)
    return [Ranked(person, 1, _seniority(person)) for person in taken]


def _least_senior(person: Person) -> tuple[int, int, str]:
    senior = person.seniority if person.seniority is not None else _LAST
    return -senior, -(person.serial or 0), person.name


def _seniority(person: Person) -> str:
    if person.seniority is None:
        return "no seniority date"
    return f"seniority {day_text(person.seniority)}"


def _ordered_days(known: Iterable[Known]) -> dict[str, set[Day]]:
    """By name the dates on which the person was ordered to work."""
    found: dict[str, set[Day]] = {}
    vacancies: dict[int, Vacancy] = {}
    for one in known:
        event = one.event
        if isinstance(event, Vacancy):
            vacancies[one.number] = event
        elif isinstance(event, Extra) and event.list == ORDERED:
            found.setdefault(event.person, set()).add(event.tour.day)
        elif isinstance(event, OfferAnswer) and event.answer == ORDERED:
            asked = vacancies.get(event.vacancy)
            if asked is not None:
                found.setdefault(event.person, set()).add(asked.tour.day)
    return found
