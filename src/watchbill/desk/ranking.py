"""Candidates for a vacancy in the order in which they are asked.

Where the agreement states no order for the occasion, the usual one of equal chances holds and
is said to be an assumption: volunteers first, then who was charged with the fewest offers, then
whose last offer is longest ago, then seniority. Whoever has first refusal comes before the others
in either case.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from watchbill.agreement.model import Clause
from watchbill.asking.asking import Asking
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Wall, day_text, hours_text, wall_text
from watchbill.records.people import Person
from watchbill.rules.deciding import Candidate, GoesFirst, ListsVolunteers, OrdersOffers, Ranked


def candidate(
    asking: Asking, person: Person, vacancy: Vacancy, charged: int, last: Wall | None
) -> Candidate:
    """The person as a candidate; a volunteer only where the list is open to the person."""
    volunteer = person.key in vacancy.volunteers and all(
        rule.lists(person, vacancy.occasion) for _, rule in asking.having(ListsVolunteers)
    )
    return Candidate(person, volunteer, charged, last)


def rank(
    asking: Asking, vacancy: Vacancy, candidates: Sequence[Candidate]
) -> tuple[Clause | None, list[Ranked]]:
    """The order of offer, and the clause that sets it or gives first refusal, if one does."""
    clause, ranked = _ordered(asking, vacancy, candidates)
    for one, rule in asking.having(GoesFirst):
        clause = clause or one.clause
        first = [
            place.person.key
            for place in ranked
            if one.covers(place.person) and rule.goes_first(place.person)
        ]
        ranked = _with_first(ranked, first, one.rule.says())
    return clause, ranked


def _with_first(ranked: Sequence[Ranked], first: Sequence[str], says: str) -> list[Ranked]:
    """Those of ``first`` before the others, each group in its order."""
    why = f"first refusal ({says.rstrip('.')})"
    early = [
        replace(one, reason=f"{why}; {one.reason}") for one in ranked if one.person.key in first
    ]
    return early + [one for one in ranked if one.person.key not in first]


def _ordered(
    asking: Asking, vacancy: Vacancy, candidates: Sequence[Candidate]
) -> tuple[Clause | None, list[Ranked]]:
    """By the order for this very occasion, else by one for any, else by equal chances."""
    ruling = [
        (one, rule) for one, rule in asking.having(OrdersOffers) if rule.governs(vacancy.occasion)
    ]
    ruling.sort(key=lambda pair: not pair[1].names(vacancy.occasion))
    for one, rule in ruling:
        covered = [able for able in candidates if one.covers(able.person)]
        return one.clause, rule.order(covered)
    return None, _equal_chances(candidates, vacancy.at)


def _equal_chances(candidates: Sequence[Candidate], at: Wall) -> list[Ranked]:
    def key(one: Candidate) -> tuple[bool, int, int, int, str, str]:
        person = one.person
        return (
            not one.volunteer,
            one.charged,
            one.last_offer if one.last_offer is not None else -1,
            person.seniority if person.seniority is not None else 10**9,
            person.name,
            person.key,
        )

    return [
        Ranked(one.person, 1 if one.volunteer else 2, _chances(one, at))
        for one in sorted(candidates, key=key)
    ]


def _chances(one: Candidate, at: Wall) -> str:
    who = "volunteer" if one.volunteer else "not a volunteer"
    last = "no offer yet"
    if one.last_offer is not None:
        last = f"last offer {wall_text(one.last_offer)}, {hours_text(at - one.last_offer)} h ago"
    senior = one.person.seniority
    since = f"seniority {day_text(senior)}" if senior is not None else "no seniority date"
    offers = f"{one.charged} {'offer' if one.charged == 1 else 'offers'}"
    return f"{who}; charged with {offers}; {last}; {since}"
