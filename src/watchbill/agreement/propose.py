"""A proposal laid over the agreement that it is made on."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from watchbill.agreement.changes import changed_parts, misplaced
from watchbill.agreement.clauses import read_clauses, rule_problems
from watchbill.agreement.file import ChangePart, ProposalPart
from watchbill.agreement.model import Agreement
from watchbill.kernel.edge import check
from watchbill.kernel.problems import BadInput, nearest
from watchbill.kernel.yamltree import Tree

Beneath = Callable[[Mapping[str, str], Mapping[str, object], Sequence[ChangePart]], Agreement]
"""Reads what a proposal is made on: with readings and figures chosen, and with changes."""


def propose(
    tree: Tree,
    beneath: Beneath,
    readings: Mapping[str, str],
    settings: Mapping[str, object],
    changes: Sequence[ChangePart],
) -> Agreement:
    """The agreement beneath with what the proposal changes, and with ``changes`` of proposals
    made on this one. Raises :class:`BadInput` with every problem.
    """
    part, problems = check(ProposalPart, tree)
    if part is None:
        raise BadInput([*problems, *rule_problems(tree)])
    own = {clause.clause for clause in part.clauses}
    others = {number: name for number, name in readings.items() if number not in own}
    chosen = {**part.settings, **settings}
    passed = [one for one in changes if one.clause not in own]
    base = beneath(others, chosen, passed)
    problems = misplaced(tree, part.changes, base)
    if part.changes and not problems:
        base = _with_changes(tree, part.changes, lambda own: beneath(others, chosen, own), passed)
    written = changed_parts(part.clauses, changes)
    clauses, found = read_clauses(tree, written, readings, base.settings, part.read)
    problems += found
    clauses = [clause.in_weeks_from(base.week_start) for clause in clauses]
    known = list(base.by_number)
    problems += [
        tree.problem(("without",), "the agreement has no clause of this number", found=number,
                     suggestion=nearest(number, known))
        for number in part.without
        if number not in known
    ]  # fmt: skip
    if problems:
        raise BadInput(problems)
    changed = {clause.number: clause for clause in clauses}
    kept = [changed.pop(one.number, one) for one in base.clauses if one.number not in part.without]
    return replace(
        base,
        id=part.proposal,
        name=part.name,
        clauses=(*kept, *changed.values()),
        file=tree.file,
        source=part.source,
        on=base.on or base.id,
    )


def _with_changes(
    tree: Tree,
    own: Sequence[ChangePart],
    beneath: Callable[[Sequence[ChangePart]], Agreement],
    passed: Sequence[ChangePart],
) -> Agreement:
    """The agreement beneath with the proposal's own changes, then those of proposals on it.

    What a change makes of a rule that cannot be is told at the change, not at the rule.
    """
    try:
        return beneath([*own, *passed])
    except BadInput:
        problems = []
        for index, change in enumerate(own):
            try:
                beneath([change])
            except BadInput as bad:
                problems += [
                    tree.problem(("changes", index, "fields"), one.message, found=one.found,
                                 allowed=one.allowed, suggestion=one.suggestion)
                    for one in bad.problems
                ]  # fmt: skip
        if problems:
            # Under each of a clause's readings the same is wrong: it is told once.
            raise BadInput(dict.fromkeys(problems)) from None
        raise
