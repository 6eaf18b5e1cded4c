"""Compares two agreements by kind of rule: what only one has, and where they differ by how much.

Rules of a kind are paired so that they differ least, those of one clause first. A comparison is
the same from both sides: what is better for the employee in one is worse in the other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields, replace

from watchbill.agreement.counts import otherwise_worded, unanswered_sentences
from watchbill.agreement.model import Agreement, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.compare.calls import by_length, runs, same_pay
from watchbill.compare.figures import amounts, favoured
from watchbill.rules.base import Rule
from watchbill.rules.pricing import PaysByLength
from watchbill.rules.registry import kinds

_COMMON = {field.name for field in fields(Rule)}


@dataclass(frozen=True, slots=True)
class ComparedSide:
    """A rule on one side, with its clause."""

    clause: str
    says: str
    covers: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Rules of one kind on both sides, or on one; ``sentences`` say by how much they differ.

    ``better`` is the side that is better for the employee, where one is in every case.
    """

    kind: str
    summary: str
    left: ComparedSide | None
    right: ComparedSide | None
    sentences: tuple[str, ...]
    better: str | None = None

    @property
    def same(self) -> bool:
        """Whether both sides say the same."""
        return self.left is not None and self.right is not None and not self.sentences


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two agreements, kind by kind, and what each is called."""

    left: Agreement
    right: Agreement
    rows: tuple[Difference, ...]
    names: tuple[str, str]

    @property
    def unknown(self) -> tuple[str, ...]:
        """What changes from the one to the other and is not computed, and what either says that is
        not, a sentence each.
        """
        sides = (self.left, self.right)
        own = [
            sentence
            for one, other, name in zip(sides, reversed(sides), self.names, strict=True)
            for sentence in _not_computed(one, other, name)
        ]
        return (*otherwise_worded(*sides), *own)

    @property
    def differences(self) -> tuple[Difference, ...]:
        """The rows in which they differ."""
        return tuple(row for row in self.rows if not row.same)

    @property
    def summary(self) -> str:
        """How many differences there are, and in how many the employee is better off where."""
        count, same = len(self.differences), len(self.rows) - len(self.differences)
        text = f"{count} {'difference' if count == 1 else 'differences'};"
        text += f" {same} {'rule is' if same == 1 else 'rules are'} the same in both."
        better = [sum(row.better == name for row in self.rows) for name in self.names]
        if any(better):
            text += (
                f" Better for the employee: {better[0]} in {self.names[0]},"
                f" {better[1]} in {self.names[1]}."
            )
        return text


def compare(left: Agreement, right: Agreement) -> Comparison:
    """The two side by side, in the order of rule kinds and then of the left one's clauses."""
    rows: list[Difference] = []
    names = _names(left, right)
    for name, kind in kinds().items():
        ours, theirs = _of(left, kind), _of(right, kind)
        for one, other in _paired(ours, theirs):
            sentences, better = _sentences(one.rule, other.rule, *names)
            rows.append(
                Difference(name, kind.summary(), _side(one), _side(other), sentences, better)
            )
            ours.remove(one)
            theirs.remove(other)
        rows += [
            Difference(name, kind.summary(), _side(one), None, (f"Only {names[0]} has it.",))
            for one in ours
        ]
        rows += [
            Difference(name, kind.summary(), None, _side(other), (f"Only {names[1]} has it.",))
            for other in theirs
        ]
    return Comparison(left, right, tuple(rows), names)


def _not_computed(agreement: Agreement, other: Agreement, name: str) -> tuple[str, ...]:
    """What of an agreement should be computed and is not, so that it is not compared; a clause that
    the other one has to the letter is no difference.
    """
    missing = [
        one
        for one in agreement.clauses
        if one.provenance.missing is not None and other.by_number.get(one.number) != one
    ]
    return unanswered_sentences(missing, f"Not compared, since {name} does not compute it")


def _names(left: Agreement, right: Agreement) -> tuple[str, str]:
    """What each is called: its id, or where that is the same, what was chosen otherwise."""
    if left.id != right.id:
        return left.id, right.id
    chosen = [
        {clause.number: clause.chosen for clause in one.clauses} | dict(one.settings)
        for one in (left, right)
    ]
    apart = [key for key in chosen[0] if chosen[0][key] != chosen[1].get(key)]
    first, second = (
        f"{left.id} ({', '.join(f'{key}: {own.get(key)}' for key in apart)})" if apart else left.id
        for own in chosen
    )
    return first, second


def _of(agreement: Agreement, kind: type[Rule]) -> list[ScopedRule]:
    return [one for one in rules_of(agreement) if type(one.rule) is kind]


def _side(scoped: ScopedRule) -> ComparedSide:
    clause, rule = scoped.clause.applies_to, scoped.rule.applies_to
    covers = "; ".join(str(scope) for scope in (clause, rule) if not scope.is_open)
    return ComparedSide(scoped.clause.number, scoped.rule.says(), covers or "everybody")


def _paired(
    ours: Iterable[ScopedRule], theirs: Iterable[ScopedRule]
) -> list[tuple[ScopedRule, ScopedRule]]:
    """Pairs, those that differ in the fewest fields first; each rule once."""
    able = sorted(
        (
            (_distance(one, other), sorted((_text(one), _text(other))), i, j, one, other)
            for i, one in enumerate(ours)
            for j, other in enumerate(theirs)
            if _of_one_matter(one, other)
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


def _is_one_clause(one: ScopedRule, other: ScopedRule) -> bool:
    """Whether it is a clause and a proposal of it, or another reading."""
    here, there = one.clause, other.clause
    return (here.number, here.heading) == (there.number, there.heading)


def _of_one_matter(one: ScopedRule, other: ScopedRule) -> bool:
    """Whether they can be set against each other: about the same, not for quite other people."""
    alike = all(getattr(one.rule, name) == getattr(other.rule, name) for name in one.rule.about)
    return _is_one_clause(one, other) or (alike and _statuses_meet(one, other))


def _statuses_meet(one: ScopedRule, other: ScopedRule) -> bool:
    named = [set(side.rule.applies_to.status or side.clause.applies_to.status)
             for side in (one, other)]  # fmt: skip
    without = [set(side.rule.applies_to.not_status + side.clause.applies_to.not_status)
               for side in (one, other)]  # fmt: skip
    if named[0] and named[1]:
        return bool(named[0] & named[1])
    return not any(
        names and names <= others for names, others in zip(named, reversed(without), strict=True)
    )


def _distance(one: ScopedRule, other: ScopedRule) -> int:
    """In how many fields they differ; what the rule is about weighs more than its figures."""
    apart = 0 if _is_one_clause(one, other) else 100
    for name in _fields(one.rule):
        values = getattr(one.rule, name), getattr(other.rule, name)
        if values[0] != values[1]:
            apart += 3 if any(isinstance(value, str | tuple | bool) for value in values) else 1
    return apart


def _fields(rule: Rule) -> list[str]:
    return [field.name for field in fields(rule) if field.name not in _COMMON]


def _sentences(one: Rule, other: Rule, left: str, right: str) -> tuple[tuple[str, ...], str | None]:
    """By how much they differ, and the side that is better for the employee in every case."""
    said: list[str] = []
    better: str | None = None
    if any(getattr(one, name) != getattr(other, name) for name in _fields(one)):
        if isinstance(one, PaysByLength) and isinstance(other, PaysByLength):
            own, better = _calls(one, other, left, right)
            said += own
        else:
            said += amounts(one, other, _fields(one), left, right)
            better = favoured(one, other, _fields(one), left, right)
            if better is not None and one.soft == other.soft:
                said.append(f"Better for the employee in {better}.")
    if one.soft != other.soft:
        firm, effort = (right, left) if one.soft else (left, right)
        said.append(f"A limit in {firm}, an effort in {effort}.")
        better = None
    return tuple(said), better


def _is_idle(rule: Rule, name: str, other: Rule) -> bool:
    """Whether the field, taken from the other rule, leaves what calls bring as it was."""
    try:
        changed = replace(rule, **{name: getattr(other, name)})
    except ValueError:  # the two figures cannot stand together, so that they do have to do
        return False
    assert isinstance(rule, PaysByLength)
    assert isinstance(changed, PaysByLength)
    return same_pay(rule, changed)


def _calls(one: Rule, other: Rule, left: str, right: str) -> tuple[list[str], str | None]:
    """Calls as functions of their length, and beside that the fields on which no length depends;
    where there are such, nobody is said to be better off in every case.
    """
    assert isinstance(one, PaysByLength)
    assert isinstance(other, PaysByLength)
    beside = [
        name
        for name in _fields(one)
        if getattr(one, name) != getattr(other, name)
        and _is_idle(one, name, other)
        and _is_idle(other, name, one)
    ]
    by_pay = [] if same_pay(one, other) and beside else list(by_length(one, other, left, right))
    said = [*by_pay, *amounts(one, other, beside, left, right)]
    ahead = {run.better for run in runs(one, other, left, right)} - {None}
    return said, ahead.pop() if len(ahead) == 1 and not beside else None
