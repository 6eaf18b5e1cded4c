"""What a clause lets be done by agreement: done only once each whom it names has agreed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from watchbill.agreement.model import Agreement, ScopedRule, goes_by
from watchbill.asking.asking import rules_of
from watchbill.events.consent import Consent
from watchbill.events.duty import Known
from watchbill.records.people import Person
from watchbill.rules.deciding import Condition, NeedsConsent


@dataclass(frozen=True, slots=True)
class Agreed:
    """A rule that needs agreement, and a condition for each whose agreement it needs."""

    scoped: ScopedRule
    conditions: tuple[Condition, ...]

    @property
    def may_be_done(self) -> bool:
        """Whether everybody has agreed."""
        return all(condition.met for condition in self.conditions)


def agreed(
    agreement: Agreement, events: Iterable[Known], person: Person | None = None
) -> tuple[Agreed, ...]:
    """Everything that needs agreement, for that person or for anybody, with who has agreed.

    An agreement that was entered for one employee holds for that one alone.
    """
    given = [
        (known.number, known.event)
        for known in events
        if isinstance(known.event, Consent)
        and known.event.person in (None, None if person is None else person.key)
    ]
    return tuple(
        Agreed(one, tuple(one.rule.consents(_under(one, given))))
        for one in rules_of(agreement)
        if isinstance(one.rule, NeedsConsent) and (person is None or one.covers(person))
    )


def _under(scoped: ScopedRule, given: Iterable[tuple[int, Consent]]) -> list[tuple[int, Consent]]:
    return [pair for pair in given if goes_by(scoped.clause.number, pair[1].clause)]
