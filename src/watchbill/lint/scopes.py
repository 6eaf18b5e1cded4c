"""Whom rules cover: whether they can meet in one person, and whether one covers all of another.

Nobody is listed: each way in which people differ (classification, status, schedule, ...) is a
set of names, and rules meet where every set has a name left. Schedules, units and platoons are
not defined by an agreement, so beside those that scopes name there is always another.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.records.people import Person, Scope

FIELDS = ("classification", "status", "platoon", "unit", "schedule")
EXCLUDED = {field: f"not_{field}" for field in FIELDS}


def scopes_of(scoped: ScopedRule) -> tuple[Scope, Scope]:
    """The clause's scope and the rule's own."""
    return scoped.clause.applies_to, scoped.rule.applies_to


def somebody(agreement: Agreement, *rules: ScopedRule) -> Person | None:
    """A person whom all these rules cover, where there can be one."""
    return somebody_in(agreement, *(scope for one in rules for scope in scopes_of(one)))


def somebody_in(agreement: Agreement, *scopes: Scope) -> Person | None:
    """A person whom all these scopes cover, where there can be one."""
    names: dict[str, str | None] = {}
    for field in FIELDS:
        left = _left(agreement, field, scopes)
        if not left:
            return None
        names[field] = left[0]
    return Person(
        "somebody",
        names["classification"] or "",
        names["status"] or "",
        platoon=names["platoon"],
        unit=names["unit"],
        schedule=names["schedule"],
    )


def can_cover_one(agreement: Agreement, one: ScopedRule, other: ScopedRule) -> bool:
    """Whether some person falls under both."""
    return somebody(agreement, one, other) is not None


def covers_all_of(agreement: Agreement, outer: ScopedRule, inner: ScopedRule) -> bool:
    """Whether everybody whom ``inner`` covers is covered by ``outer`` too."""
    return within(agreement, scopes_of(inner), scopes_of(outer))


def within(agreement: Agreement, inner: tuple[Scope, ...], outer: tuple[Scope, ...]) -> bool:
    """Whether everybody in all the ``inner`` scopes is in all the ``outer`` ones."""
    return all(
        set(_left(agreement, field, inner)) <= set(_left(agreement, field, (*inner, *outer)))
        for field in FIELDS
    )


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


def _left(agreement: Agreement, field: str, scopes: tuple[Scope, ...]) -> list[str | None]:
    """The names that all the scopes leave; ``None`` is a name that none of them has."""
    left: list[str | None] | None = None
    for scope in scopes:
        named: tuple[str, ...] = getattr(scope, field)
        if named:
            left = [name for name in (named if left is None else left) if name in named]
    if left is None:
        left = _everybody(agreement, field)
    without = {name for scope in scopes for name in getattr(scope, EXCLUDED[field])}
    return [name for name in left if name not in without]


def _everybody(agreement: Agreement, field: str) -> list[str | None]:
    defined = {"classification": agreement.classifications, "status": agreement.statuses}
    return list(defined.get(field, ())) or [None]
