"""Offers of a vacancy: who is asked in which order, who is left out, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from watchbill.agreement.model import Clause
from watchbill.asking.asking import Texts, ask, ask_throughout, laid_out_under
from watchbill.desk.able import LeftOut, why_not
from watchbill.desk.mandatory import mandatory_order
from watchbill.desk.ranking import candidate, rank
from watchbill.events.duty import Known
from watchbill.events.offer_answer import OfferAnswer
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Wall, length_text
from watchbill.ledger.standing import stand
from watchbill.records.tours import Tour
from watchbill.roster.judged import JudgedLines
from watchbill.roster.model import Roster, RosterLine
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
        """Names in the order of offer."""
        return tuple(one.person.name for one in self.ranked)


def offer_order(
    texts: Texts, roster: Roster, events: Iterable[Known], vacancy: Vacancy
) -> OfferOrder:
    """Whom to ask, in order, on the schedule that ``events`` made.

    Raises :class:`BadInput` as ``stand`` does, and where no agreement is in force on the date of
    the vacancy.
    """
    known = tuple(events)
    day = vacancy.tour.day
    asking = ask_throughout(texts, day, day)
    agreement = asking.agreement
    schedule = stand(laid_out_under(texts, roster.first, roster.last), roster, known)
    standing_roster = schedule.as_roster()
    lines = {line.person.name: line for line in standing_roster.lines}
    judged, throughout = JudgedLines(standing_roster), ask(texts, roster.first, roster.last)
    tour = vacancy.tour.placed(agreement.zone, agreement.tours.values())
    post = next((one for one in roster.posts if vacancy.post in (one.id, one.name)), None)
    left_out: list[LeftOut] = []
    candidates: list[Candidate] = []
    history = _history(known)
    for name, standing in schedule.people.items():
        why = why_not(throughout, standing, judged, tour, post)
        if why is not None:
            left_out.append(why)
            continue
        charged, last = history.get(name, (0, None))
        candidates.append(candidate(asking, standing.person, vacancy, charged, last))
    clause, ranked = rank(asking, vacancy, candidates)
    placed = {one.person.name for one in ranked}
    left_out += [
        LeftOut(one.person, "No step of the order takes in this person.", clause)
        for one in candidates
        if one.person.name not in placed
    ]
    ranked = [_with_rest(one, lines[one.person.name], tour) for one in ranked]
    able = [lines[one.person.name] for one in candidates]
    mandatory, spared = mandatory_order(asking, standing_roster, vacancy, tour, able)
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


def _history(known: Sequence[Known]) -> dict[str, tuple[int, Wall | None]]:
    """Offers charged to each person, and the last one's time."""
    found: dict[str, tuple[int, Wall | None]] = {}
    for one in known:
        event = one.event
        if isinstance(event, OfferAnswer) and event.answer in CHARGED:
            count, last = found.get(event.person, (0, None))
            found[event.person] = (count + 1, max(event.at, last) if last else event.at)
    return found
