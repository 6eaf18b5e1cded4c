"""Judges an exchange: every condition of the agreement, met or not, with its evidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from watchbill.agreement.model import Clause
from watchbill.asking.asked import Asked
from watchbill.asking.asking import Asking, Texts, ask_throughout
from watchbill.audit.audit import Finding
from watchbill.desk.effect import Touched, pay_of, sentence, touched
from watchbill.desk.following import Following, following
from watchbill.events.duty import Known
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import Day, Wall, day_of
from watchbill.kernel.problems import BadInput, Problem
from watchbill.pay.lines import PayLine, basic_hours, total
from watchbill.records.people import Person
from watchbill.rules.deciding import Condition, DecidesExchange

FINDINGS = "findings"
"""The condition that no clause would be broken."""
SUPPOSED = 1_000_000_000
"""The number of an entry that nobody has made: to see what would follow from it."""


class Verdict(StrEnum):
    """What the conditions come to."""

    APPROVED = "approved"
    REFUSED = "refused"
    NEEDS_CONSENT = "needs consent"


@dataclass(frozen=True, slots=True)
class Judged:
    """A condition with the clause that sets it."""

    clause: Clause
    condition: Condition


@dataclass(frozen=True, slots=True)
class ExchangeDecision:
    """The verdict on an exchange and every condition that led to it.

    ``coverage`` is that of the tours concerned, before and after; ``cost`` what the two cost
    before and after; ``following`` what the audit would find of the two, and what is remarked on.
    """

    exchange: Exchange
    verdict: Verdict
    conditions: tuple[Judged, ...]
    coverage: tuple[Touched, ...]
    cost: tuple[Decimal, Decimal]
    following: Following = field(default_factory=Following)

    @property
    def unmet(self) -> tuple[str, ...]:
        """Names of the conditions that failed."""
        names = (one.condition.name for one in self.conditions if not one.condition.met)
        return tuple(dict.fromkeys(names))


def judge(texts: Texts, schedule: Schedule, exchange: Exchange) -> ExchangeDecision:
    """The exchange judged on the schedule as it stands.

    What is asked is what is in force on the dates of the tours; a clause that is an effort says
    what it finds and refuses nothing. Raises :class:`BadInput` where it names people or tours that
    the schedule does not have, where no agreement is in force on one of the dates, or where no
    clause of it provides for exchanges.
    """
    request = _Request(texts, schedule, exchange)
    request.refuse_strangers()
    days = sorted(day_of(start) for start in request.starts)
    asking = ask_throughout(texts, days[0], days[-1])
    agreement = asking.agreement
    scoped = _clauses(asking, request.people)
    if not scoped:
        message = "no clause of the agreement provides for an exchange between these two"
        raise BadInput([Problem(agreement.file, None, "", message)])
    answers = [(one, condition) for one, rule in scoped for condition in rule.decide(request)]
    broken = tuple(_broken(request, scoped[0][0].clause))
    conditions = (*(Judged(one.clause, condition) for one, condition in answers), *broken)
    unmet = [condition for one, condition in answers if one.binds and not condition.met]
    unmet += [one.condition for one in broken if not one.condition.met]
    if not unmet:
        verdict = Verdict.APPROVED
    elif all(condition.consent for condition in unmet):
        verdict = Verdict.NEEDS_CONSENT
    else:
        verdict = Verdict.REFUSED
    coverage = tuple(request.coverage)
    return ExchangeDecision(
        exchange, verdict, conditions, coverage, request.cost(), request.following
    )


def _broken(request: _Request, clause: Clause) -> Iterator[Judged]:
    """Each clause that the exchange would break; ``clause`` is the one on exchanges, under which
    it is said that none would be. What breaks one is not approved by conditions alone.
    """
    by_clause: dict[str, list[Finding]] = {}
    for finding in request.following.breaches:
        by_clause.setdefault(finding.clause.number, []).append(finding)
    for found in by_clause.values():
        told = (f"{one.person.label}: {one.sentence}" for one in found if one.person is not None)
        yield Judged(found[0].clause, Condition(FINDINGS, met=False, evidence=" ".join(told)))
    if not by_clause:
        evidence = "The audit would find nothing new of the two."
        yield Judged(clause, Condition(FINDINGS, met=True, evidence=evidence))


def _clauses(asking: Asking, people: tuple[Person, Person]) -> list[tuple[Asked, DecidesExchange]]:
    """Clauses on exchanges that cover at least one of the two: conditions say who may not."""
    return [
        (one, rule)
        for one, rule in asking.having(DecidesExchange)
        if any(one.covers(person) for person in people)
    ]


@dataclass(frozen=True)
class _Request:
    """The exchange with what is known of it, worked out when a condition asks."""

    texts: Texts
    before: Schedule
    exchange: Exchange

    @cached_property
    def people(self) -> tuple[Person, Person]:
        day = day_of(self.first_start)
        one, other = (self.before.people[key].member.on(day) for key in self.exchange.between)
        return one, other

    @property
    def starts(self) -> list[Wall]:
        """Local starts of the tours concerned."""
        return [start for start in self.exchange.gives if start is not None]

    @property
    def first_start(self) -> Wall:
        return min(self.starts)

    def refuse_strangers(self) -> None:
        """Raises :class:`BadInput` for names that the roster does not have, and no tours."""
        problems = [
            Problem("exchange", None, "between", "nobody on the roster has this name", found=key)
            for key in self.exchange.between
            if key not in self.before.people
        ]
        if not self.starts:
            problems.append(Problem("exchange", None, "gives", "neither of the two gives a tour"))
        if len(set(self.exchange.between)) < 2:
            problems.append(Problem("exchange", None, "between", "an exchange needs two people"))
        if problems:
            raise BadInput(problems)

    @cached_property
    def after(self) -> Schedule | BadInput:
        """The schedule with the exchange carried out, or why it cannot be."""
        answer = ExchangeAnswer(exchange=SUPPOSED, answer="approved", at=self.exchange.asked)
        done = (Known(SUPPOSED, self.exchange), Known(SUPPOSED + 1, answer))
        try:
            return self.before.apply_all(done)
        except BadInput as bad:
            return bad

    def disruptions(self) -> Sequence[str]:
        if isinstance(self.after, BadInput):
            return [f"{problem.message[0].upper()}{problem.message[1:]}."
                    for problem in self.after.problems]  # fmt: skip
        return [sentence(part, self.before.facts.zone) for part in self.coverage if part.worse]

    @cached_property
    def coverage(self) -> list[Touched]:
        """Coverage over the tours concerned, before and after, where it can be carried out."""
        if isinstance(self.after, BadInput):
            return []
        days = [Day(day_of(start)) for start in self.starts]
        held = (
            self.exchange.tour_of(self.before.people[giver], start)
            for giver, _, start in self.exchange.moves
        )
        spans = [(one.tour.start, one.tour.end) for one in held if one is not None]
        return [
            part
            for part in touched(self.texts, self.before, self.after, days)
            if part.worse or any(start < part.end and part.start < end for start, end in spans)
        ]

    @cached_property
    def following(self) -> Following:
        """What the audit would find of the two; nothing where it cannot be carried out."""
        if isinstance(self.after, BadInput):
            return Following()
        return following(self.texts, self.before, self.after, self.exchange.between)

    @cached_property
    def _lines(self) -> tuple[list[PayLine], list[PayLine]]:
        names = self.exchange.between
        before = pay_of(self.texts, self.before, names)
        if isinstance(self.after, BadInput):
            return before, before
        return before, pay_of(self.texts, self.after, names)

    def cost(self) -> tuple[Decimal, Decimal]:
        before, after = self._lines
        return total(before), total(after)

    def paid_hours(self) -> Sequence[tuple[str, Decimal, Decimal]]:
        before, after = self._lines
        return [
            (self.before.name(key), _hours(before, key), _hours(after, key))
            for key in self.exchange.between
        ]


def _hours(lines: Sequence[PayLine], name: str) -> Decimal:
    return basic_hours(line for line in lines if line.person.key == name)
