"""Whom rules cover: whether two can cover one person, and people to try rules on."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.records.people import Person, Scope


def scopes_of(scoped: ScopedRule) -> tuple[Scope, Scope]:
    """The clause's scope and the rule's own."""
    return scoped.clause.applies_to, scoped.rule.applies_to


def people_of(agreement: Agreement, scoped: ScopedRule) -> Iterator[Person]:
    """A person of every classification and status that the rule covers, none twice."""
    clause, rule = scopes_of(scoped)

    def options(field: str, defined: tuple[str, ...]) -> tuple[str | None, ...]:
        named: tuple[str, ...] = getattr(clause, field) or getattr(rule, field)
        return named or defined or (None,)

    for classification in options("classification", tuple(agreement.classifications)):
        for status in options("status", tuple(agreement.statuses)):
            for schedule in options("schedule", ()):
                for unit in options("unit", ()):
                    person = Person(
                        f"{classification}, {status}",
                        str(classification),
                        str(status),
                        unit=unit,
                        schedule=schedule,
                        platoon=next(iter(clause.platoon or rule.platoon), None),
                    )
                    if scoped.covers(person):
                        yield person


def can_cover_one(agreement: Agreement, one: ScopedRule, other: ScopedRule) -> bool:
    """Whether some person falls under both."""
    both = (*people_of(agreement, one), *people_of(agreement, other))
    return any(one.covers(person) and other.covers(person) for person in both)


def scopes_within(value: object) -> Iterator[Scope]:
    """Every scope inside a rule or a clause, however deep."""
    if isinstance(value, Scope):
        yield value
    elif isinstance(value, tuple | list):
        for item in value:
            yield from scopes_within(item)
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from scopes_within(getattr(value, field.name))
