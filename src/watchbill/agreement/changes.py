"""Figures of an agreement's own rules that a proposal changes, everything else kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from watchbill.agreement.file import ChangePart, ClausePart
from watchbill.agreement.model import Agreement
from watchbill.kernel.problems import Problem, nearest
from watchbill.kernel.yamltree import Tree

Rules = list[dict[str, Any]]


def changed_parts(parts: Iterable[ClausePart], changes: Sequence[ChangePart]) -> list[ClausePart]:
    """The clauses as written, with the fields that the changes give to their rules.

    Under every reading of a clause the rules of the kind change, and under none anything else.
    """
    return [_changed(part, [one for one in changes if one.clause == part.clause]) for part in parts]


def _changed(part: ClausePart, changes: Sequence[ChangePart]) -> ClausePart:
    for change in changes:
        readings = {
            name: one.model_copy(update={"rules": _with_fields(one.rules, change)})
            for name, one in part.readings.items()
        }
        update: dict[str, object] = {
            "rules": _with_fields(part.rules, change),
            "readings": readings,
        }
        if change.reading is not None:
            update["reading"] = change.reading
        part = part.model_copy(update=update)
    return part


def _with_fields(rules: Rules, change: ChangePart) -> Rules:
    return [
        {kind: {**(fields or {}), **change.fields} if kind == change.rule else fields}
        if len(rule) == 1
        else rule
        for rule in rules
        for kind, fields in [next(iter(rule.items()), ("", None))]
    ]


def misplaced(tree: Tree, changes: Sequence[ChangePart], base: Agreement) -> list[Problem]:
    """Changes of clauses that the agreement does not have, or of rules that no reading of the
    clause has.
    """
    problems = []
    for index, change in enumerate(changes):
        clause = base.by_number.get(change.clause)
        if clause is None:
            message = "the agreement has no clause of this number"
            near = nearest(change.clause, list(base.by_number))
            place, given = ("changes", index, "clause"), change.clause
            problems.append(tree.problem(place, message, found=given, suggestion=near))
            continue
        every = (*clause.rules, *(rule for one in clause.readings for rule in one.rules))
        kinds = sorted({rule.kind() for rule in every})
        if change.rule not in kinds:
            problems.append(
                tree.problem(
                    ("changes", index, "rule"),
                    f"clause {change.clause} has no rule of this kind",
                    found=change.rule,
                    allowed=", ".join(kinds) or "none",
                    suggestion=nearest(change.rule, kinds),
                )
            )
    return problems
