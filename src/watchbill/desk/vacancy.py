"""Offers of a vacancy: who is asked in which order, who is left out, and why.

Where the agreement states no order for the occasion, the usual one of equal chances holds and
is said to be an assumption: volunteers first, then who was charged with the fewest offers, then
whose last offer is longest ago, then seniority. Where nobody accepts, whoever is least senior
is ordered, within the agreement's limit on days against one's will.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from watchbill.agreement.model import Agreement, Clause
from watchbill.kernel.clock import Wall, day_text, hours_text, length_text, wall_text
from watchbill.ledger.standing import Schedule, stand
from watchbill.records.demand import Post
from watchbill.records.duty import Known
from watchbill.records.events import OfferAnswer, Vacancy
from watchbill.records.people import Person
from watchbill.records.tours import Tour
from watchbill.roster.model import Roster
from watchbill.rules.deciding import Candidate, OrdersOffers, Ranked
from watchbill.rules.mandatory_extra import MandatoryExtra
from watchbill.rules.rest import Rest

CHARGED = ("accepted", "refused", "no answer", "ordered")
"""Answers that count as an offer had, when chances are evened out."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who is not asked, and why; ``clause`` where one forbids it."""

    person: Person
    reason: str
    clause: Clause | None = None


@dataclass(frozen=True, slots=True)
class OfferOrder:
    """The order of offer, with the clause that sets it (``None``: equal chances, assumed).

    ``mandatory`` is the order in which people are ordered in, where all decline.
    """

    vacancy: Vacancy
    clause: Clause | None
    ranked: tuple[Ranked, ...]
    left_out: tuple[LeftOut, ...]
    mandatory: tuple[Ranked, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Names in the order of offer."""
        return tuple(one.person.name for one in self.ranked)


def offer_order(
    agreement: Agreement, roster: Roster, events: Iterable[Known], vacancy: Vacancy
) -> OfferOrder:
    """Whom to ask, in order, on the schedule that ``events`` made.

    Raises :class:`BadInput` as ``stand`` does.
    """
    known = tuple(events)
    schedule = stand(agreement, roster, known)
    tour = vacancy.tour.placed(agreement.zone, agreement.tours.values())
    post = next((one for one in roster.posts if vacancy.post in (one.id, one.name)), None)
    left_out: list[LeftOut] = []
    candidates: list[Candidate] = []
    history = _history(known)
    for name, standing in schedule.people.items():
        why = _why_not(agreement, schedule, name, tour, post)
        if why is not None:
            left_out.append(why)
            continue
        charged, last = history.get(name, (0, None))
        volunteer = name in vacancy.volunteers
        candidates.append(Candidate(standing.person, volunteer, charged, last))
    clause, ranked = _rank(agreement, vacancy, candidates)
    placed = {one.person.name for one in ranked}
    left_out += [
        LeftOut(one.person, "No step of the order takes in this person.", clause)
        for one in candidates
        if one.person.name not in placed
    ]
    mandatory = _mandatory(agreement, schedule, tour, candidates)
    return OfferOrder(vacancy, clause, tuple(ranked), tuple(left_out), tuple(mandatory))


def _rank(
    agreement: Agreement, vacancy: Vacancy, candidates: Sequence[Candidate]
) -> tuple[Clause | None, list[Ranked]]:
    ruling = [one for one in agreement.rules() if isinstance(one.rule, OrdersOffers)]
    ruling.sort(key=lambda one: not _names_occasion(one.rule, vacancy.occasion))
    for one in ruling:
        if isinstance(one.rule, OrdersOffers) and one.rule.governs(vacancy.occasion):
            covered = [able for able in candidates if one.covers(able.person)]
            return one.clause, one.rule.order(covered)
    return None, _equal_chances(candidates)


def _names_occasion(rule: object, occasion: str | None) -> bool:
    """Whether the rule speaks of this occasion and not of any: the special comes first."""
    return occasion is not None and occasion in getattr(rule, "occasions", ())


def _equal_chances(candidates: Sequence[Candidate]) -> list[Ranked]:
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
        Ranked(one.person, 1 if one.volunteer else 2, _chances(one))
        for one in sorted(candidates, key=key)
    ]


def _chances(one: Candidate) -> str:
    who = "volunteer" if one.volunteer else "not a volunteer"
    last = (
        f"last offer {wall_text(one.last_offer)}" if one.last_offer is not None else "no offer yet"
    )
    senior = one.person.seniority
    since = f"seniority {day_text(senior)}" if senior is not None else "no seniority date"
    return f"{who}; charged with {one.charged} offers; {last}; {since}"


def _history(known: Sequence[Known]) -> dict[str, tuple[int, Wall | None]]:
    """Offers charged to each person, and the last one's time."""
    found: dict[str, tuple[int, Wall | None]] = {}
    for one in known:
        event = one.event
        if isinstance(event, OfferAnswer) and event.answer in CHARGED:
            count, last = found.get(event.person, (0, None))
            found[event.person] = (count + 1, max(event.at, last) if last else event.at)
    return found


def _why_not(
    agreement: Agreement, schedule: Schedule, name: str, tour: Tour, post: Post | None
) -> LeftOut | None:
    """Why the person cannot be asked; ``None`` where nothing stands against it."""
    standing = schedule.people[name]
    person = standing.person
    if post is not None and not post.takes(person):
        need = f", which needs {post.qualification}" if post.qualification else ""
        return LeftOut(person, f"Not among those who may fill {post.name}{need}.")
    for absent in standing.absences:
        if absent.tour.start < tour.end and tour.start < absent.tour.end:
            return LeftOut(person, f"On leave then ({absent.kind}).")
    held = [one.tour for one in (*standing.held.values(), *standing.calls)]
    for other in held:
        if other.start < tour.end and tour.start < other.end:
            return LeftOut(person, f"Works {other} then.")
    rests = [
        one for one in agreement.rules()
        if isinstance(one.rule, Rest) and not one.rule.soft and one.covers(person)
    ]  # fmt: skip
    for one in rests:
        assert isinstance(one.rule, Rest)
        for other in held:
            free = tour.start - other.end if other.end <= tour.start else other.start - tour.end
            if free < one.rule.at_least:
                reason = (
                    f"Only {length_text(free)} free next to {other}, where"
                    f" {length_text(one.rule.at_least)} are owed."
                )
                return LeftOut(person, reason, one.clause)
    return None


def _mandatory(
    agreement: Agreement, schedule: Schedule, tour: Tour, candidates: Sequence[Candidate]
) -> list[Ranked]:
    """Who is ordered in, where all decline: the least senior first."""
    limits = [one for one in agreement.rules() if isinstance(one.rule, MandatoryExtra)]

    def allowed(person: Person) -> bool:
        for one in limits:
            assert isinstance(one.rule, MandatoryExtra)
            if one.covers(person) and _ordered(schedule, person, tour, one.rule.in_days) >= (
                one.rule.at_most
            ):
                return False
        return True

    able = [one.person for one in candidates if allowed(one.person)]
    able.sort(
        key=lambda person: (-(person.seniority or -(10**9)), -(person.serial or 0), person.name)
    )
    return [
        Ranked(
            person,
            1,
            f"seniority {day_text(person.seniority)}" if person.seniority is not None
            else "no seniority date",
        )
        for person in able
    ]  # fmt: skip


def _ordered(schedule: Schedule, person: Person, tour: Tour, days: int) -> int:
    """Days within so many around the tour on which the person was ordered to work already."""
    ordered = {
        known.number
        for known in schedule.people[person.name].events
        if isinstance(known.event, OfferAnswer) and known.event.answer == "ordered"
    }
    return sum(
        1
        for known in schedule.people[person.name].events
        if known.number in ordered
        and isinstance(known.event, OfferAnswer)
        and abs(known.event.at // 1440 - tour.day) < days
    )


def summary(order: OfferOrder) -> str:
    """The order in one sentence."""
    tour = order.vacancy.tour
    return (
        f"{order.vacancy.post}, {tour} ({hours_text(tour.length)} h):"
        f" {len(order.ranked)} to be asked, {len(order.left_out)} left out."
    )
