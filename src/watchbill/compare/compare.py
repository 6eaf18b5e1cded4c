"""Compares two agreements by kind of rule: what only one has, and where they differ by how much.

Rules of a kind are paired so that they differ least. A comparison is the same from both sides:
what is better for the employee in one is worse in the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields

from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.compare.calls import call_in
from watchbill.compare.figures import amounts
from watchbill.rules.base import Rule
from watchbill.rules.registry import kinds

_COMMON = {field.name for field in fields(Rule)}


@dataclass(frozen=True, slots=True)
class Side:
    """A rule on one side, with its clause."""

    clause: str
    says: str
    covers: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Rules of one kind on both sides, or on one; ``sentences`` say by how much they differ."""

    kind: str
    summary: str
    left: Side | None
    right: Side | None
    sentences: tuple[str, ...]

    @property
    def same(self) -> bool:
        """Whether both sides say the same."""
        return self.left is not None and self.right is not None and not self.sentences


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two agreements, kind by kind."""

    left: Agreement
    right: Agreement
    rows: tuple[Difference, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The rows in which they differ."""
        return tuple(row for row in self.rows if not row.same)


def compare(left: Agreement, right: Agreement) -> Comparison:
    """The two side by side, in the order of rule kinds and then of the left one's clauses."""
    rows: list[Difference] = []
    for name, kind in kinds().items():
        ours, theirs = _of(left, kind), _of(right, kind)
        for one, other in _paired(ours, theirs):
            sentences = _sentences(one.rule, other.rule, left.id, right.id)
            rows.append(Difference(name, kind.summary(), _side(one), _side(other), sentences))
            ours.remove(one)
            theirs.remove(other)
        rows += [
            Difference(name, kind.summary(), _side(one), None, (f"Only {left.id} has it.",))
            for one in ours
        ]
        rows += [
            Difference(name, kind.summary(), None, _side(other), (f"Only {right.id} has it.",))
            for other in theirs
        ]
    return Comparison(left, right, tuple(rows))


def _of(agreement: Agreement, kind: type[Rule]) -> list[ScopedRule]:
    return [one for one in agreement.rules() if type(one.rule) is kind]


def _side(scoped: ScopedRule) -> Side:
    clause, rule = scoped.clause.applies_to, scoped.rule.applies_to
    covers = "; ".join(str(scope) for scope in (clause, rule) if not scope.is_open)
    return Side(scoped.clause.number, scoped.rule.says(), covers or "everybody")


def _paired(
    ours: Iterable[ScopedRule], theirs: Iterable[ScopedRule]
) -> list[tuple[ScopedRule, ScopedRule]]:
    """Pairs, those that differ in the fewest fields first; each rule once."""
    able = sorted(
        (
            (_distance(one.rule, other.rule), sorted((_text(one), _text(other))), i, j, one, other)
            for i, one in enumerate(ours)
            for j, other in enumerate(theirs)
        ),
        key=lambda pair: pair[:2],
    )
    pairs: list[tuple[ScopedRule, ScopedRule]] = []
    taken: set[tuple[str, int]] = set()
    for _, _, i, j, one, other in able:
        if ("left", i) not in taken and ("right", j) not in taken:
            taken |= {("left", i), ("right", j)}
            pairs.append((one, other))
    return pairs


def _text(scoped: ScopedRule) -> tuple[str, str, str]:
    """What decides between pairs that differ equally, from whichever side one looks."""
    return scoped.clause.number, str(scoped.clause.applies_to), repr(scoped.rule)


def _distance(one: Rule, other: Rule) -> int:
    """In how many fields they differ; what the rule is about weighs more than its figures."""
    apart = 0
    for name in _fields(one):
        values = getattr(one, name), getattr(other, name)
        if values[0] != values[1]:
            apart += 3 if any(isinstance(value, str | tuple | bool) for value in values) else 1
    return apart


def _fields(rule: Rule) -> list[str]:
    return [field.name for field in fields(rule) if field.name not in _COMMON]


def _sentences(one: Rule, other: Rule, left: str, right: str) -> tuple[str, ...]:
    if all(getattr(one, name) == getattr(other, name) for name in _fields(one)):
        soft = one.soft, other.soft
        if soft[0] == soft[1]:
            return ()
        firm, effort = (right, left) if one.soft else (left, right)
        return (f"A limit in {firm}, an effort in {effort}.",)
    said = list(call_in(one, other, left, right))
    said += amounts(one, other, _fields(one), left, right)
    return tuple(said)
