"""Offers of a vacancy: who is asked in which order, who is left out, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace

from watchbill.agreement.model import Clause
from watchbill.asking.asking import Texts, ask, ask_throughout
from watchbill.desk.able import LeftOut, why_not
from watchbill.desk.mandatory import mandatory_order
from watchbill.desk.ranking import candidate, rank
from watchbill.events.offer_answer import OfferAnswer
from watchbill.events.schedule import Schedule
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Wall, length_text
from watchbill.ledger.rosters import roster_of
from watchbill.ledger.service_view import posts_of
from watchbill.records.tours import Tour
from watchbill.roster.judged import JudgedLines
from watchbill.roster.model import RosterLine
from watchbill.rules.deciding import Candidate, Ranked

SHORT_REST = 8 * 60
"""Minutes free next to the tour below which a place in the order says so."""
CHARGED = ("accepted", "refused", "no answer", "ordered")
"""Answers that count as an offer had, when chances are evened out."""


@dataclass(frozen=True, slots=True)
class OfferOrder:
    """The order of offer, with the clause that sets it, or gives first refusal where none does
    (``None``: equal chances, assumed).

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


def offer_order(texts: Texts, schedule: Schedule, vacancy: Vacancy) -> OfferOrder:
    """Whom to ask, in order, on the schedule as it stands.

    Raises :class:`BadInput` where nothing is laid out, and where no agreement is in force on the
    date of the vacancy.
    """
    day = vacancy.tour.day
    asking = ask_throughout(texts, day, day)
    agreement = asking.agreement
    roster = roster_of(schedule)
    lines = {line.person.key: line for line in roster.lines}
    judged, throughout = JudgedLines(roster), ask(texts, roster.first, roster.last)
    tour = vacancy.tour.placed(agreement.zone, agreement.tours.values())
    post = next(
        (one for one in posts_of(schedule.facts, day) if vacancy.post in (one.id, one.name)), None
    )
    left_out: list[LeftOut] = []
    candidates: list[Candidate] = []
    history = _history(schedule)
    for name, standing in schedule.people.items():
        if name not in lines:
            continue
        why = why_not(throughout, standing, judged, tour, post)
        if why is not None:
            left_out.append(why)
            continue
        charged, last = history.get(name, (0, None))
        person = standing.member.on(day)
        candidates.append(candidate(asking, person, vacancy, charged, last))
    clause, ranked = rank(asking, vacancy, candidates)
    placed = {one.person.key for one in ranked}
    left_out += [
        LeftOut(one.person, "No step of the order takes in this person.", clause)
        for one in candidates
        if one.person.key not in placed
    ]
    ranked = [_with_rest(one, lines[one.person.key], tour) for one in ranked]
    able = [lines[one.person.key] for one in candidates]
    mandatory, spared = mandatory_order(asking, roster, vacancy, tour, able)
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


def _history(schedule: Schedule) -> dict[str, tuple[int, Wall | None]]:
    """Offers charged to each person, and the last one's time."""
    charged: dict[str, tuple[int, Wall | None]] = {}
    for known in (one for answers in schedule.answers.values() for one in answers):
        event = known.event
        if isinstance(event, OfferAnswer) and event.answer in CHARGED:
            count, last = charged.get(event.person, (0, None))
            charged[event.person] = (count + 1, max(event.at, last) if last else event.at)
    return charged
