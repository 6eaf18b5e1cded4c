"""Offers of a vacancy: who is asked in which order, who is left out, and why.

Where the agreement states no order for the occasion, the usual one of equal chances holds and
is said to be an assumption: volunteers first, then who was charged with the fewest offers, then
whose last offer is longest ago, then seniority.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from watchbill.agreement.model import Agreement, Clause
from watchbill.desk.able import LeftOut, why_not
from watchbill.desk.mandatory import mandatory_order
from watchbill.events.offer_answer import OfferAnswer
from watchbill.events.schedule import Schedule
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Wall, day_text, hours_text, length_text, wall_text
from watchbill.ledger.rosters import roster_of
from watchbill.records.tours import Tour
from watchbill.roster.model import RosterLine
from watchbill.rules.deciding import Candidate, OrdersOffers, Ranked

SHORT_REST = 8 * 60
"""Minutes free next to the tour below which a place in the order says so."""
CHARGED = ("accepted", "refused", "no answer", "ordered")
"""Answers that count as an offer had, when chances are evened out."""


@dataclass(frozen=True, slots=True)
class OfferOrder:
    """The order of offer, with the clause that sets it (``None``: equal chances, assumed).

    ``mandatory`` is the order in which people are ordered in, where all decline; ``spared`` are
    those who may not be, by a limit on days against one's will.
    """

    vacancy: Vacancy
    clause: Clause | None
    ranked: tuple[Ranked, ...]
    left_out: tuple[LeftOut, ...]
    mandatory: tuple[Ranked, ...]
    spared: tuple[LeftOut, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The people's keys in the order of offer."""
        return tuple(one.person.key for one in self.ranked)


def offer_order(agreement: Agreement, schedule: Schedule, vacancy: Vacancy) -> OfferOrder:
    """Whom to ask, in order, on the schedule as it stands.

    Raises :class:`BadInput` where nothing is laid out.
    """
    roster = roster_of(schedule)
    lines = {line.person.key: line for line in roster.lines}
    tour = vacancy.tour.placed(agreement.zone, agreement.tours.values())
    post = next((one for one in roster.posts if vacancy.post in (one.id, one.name)), None)
    left_out: list[LeftOut] = []
    candidates: list[Candidate] = []
    history = _history(schedule)
    for name, standing in schedule.people.items():
        if name not in lines:
            continue
        why = why_not(agreement, standing, lines[name], roster.frame(lines[name]), tour, post)
        if why is not None:
            left_out.append(why)
            continue
        charged, last = history.get(name, (0, None))
        volunteer = name in vacancy.volunteers
        candidates.append(Candidate(standing.person, volunteer, charged, last))
    clause, ranked = _rank(agreement, vacancy, candidates)
    placed = {one.person.key for one in ranked}
    left_out += [
        LeftOut(one.person, "No step of the order takes in this person.", clause)
        for one in candidates
        if one.person.key not in placed
    ]
    ranked = [_with_rest(one, lines[one.person.key], tour) for one in ranked]
    mandatory, spared = mandatory_order(
        agreement, schedule, vacancy, tour, [one.person for one in candidates]
    )
    return OfferOrder(
        vacancy, clause, tuple(ranked), tuple(left_out), tuple(mandatory), tuple(spared)
    )


def _with_rest(one: Ranked, line: RosterLine, tour: Tour) -> Ranked:
    """The place with what a supervisor should see first: hardly any rest next to the tour."""
    for other in (*line.carried, *line.tours):
        free = tour.start - other.end if other.end <= tour.start else other.start - tour.end
        if 0 <= free < SHORT_REST:
            return replace(one, reason=f"{one.reason}; {length_text(free)} free next to {other}")
    return one


def _rank(
    agreement: Agreement, vacancy: Vacancy, candidates: Sequence[Candidate]
) -> tuple[Clause | None, list[Ranked]]:
    ruling = [one for one in agreement.rules() if isinstance(one.rule, OrdersOffers)]
    ruling.sort(key=lambda one: not _names_occasion(one.rule, vacancy.occasion))
    for one in ruling:
        if isinstance(one.rule, OrdersOffers) and one.rule.governs(vacancy.occasion):
            covered = [able for able in candidates if one.covers(able.person)]
            return one.clause, one.rule.order(covered)
    return None, _equal_chances(candidates, vacancy.at)


def _names_occasion(rule: object, occasion: str | None) -> bool:
    """Whether the rule speaks of this occasion and not of any: the special comes first."""
    return occasion is not None and occasion in getattr(rule, "occasions", ())


def _equal_chances(candidates: Sequence[Candidate], at: Wall) -> list[Ranked]:
    def key(one: Candidate) -> tuple[bool, int, int, int, str]:
        person = one.person
        return (
            not one.volunteer,
            one.charged,
            one.last_offer if one.last_offer is not None else -1,
            person.seniority if person.seniority is not None else 10**9,
            person.name,
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


def _history(schedule: Schedule) -> dict[str, tuple[int, Wall | None]]:
    """Offers charged to each person, and the last one's time."""
    found: dict[str, tuple[int, Wall | None]] = {}
    for known in (one for answers in schedule.answers.values() for one in answers):
        event = known.event
        if isinstance(event, OfferAnswer) and event.answer in CHARGED:
            count, last = found.get(event.person, (0, None))
            found[event.person] = (count + 1, max(event.at, last) if last else event.at)
    return found
