"""Clauses of a file, with their readings and rules, and every mistake in them."""

from __future__ import annotations

from collections.abc import Mapping

from watchbill.agreement.encoding import LastRead, Missing, Provenance
from watchbill.agreement.file import ClausePart, LastReadPart
from watchbill.agreement.model import Clause, Reading
from watchbill.agreement.rulefile import read_rules
from watchbill.kernel.problems import Problem, nearest
from watchbill.kernel.yamltree import Path_, Tree
from watchbill.rules.base import Rule


def read_clauses(
    tree: Tree,
    parts: list[ClausePart],
    readings: Mapping[str, str],
    settings: Mapping[str, object],
    read: LastReadPart | None,
) -> tuple[list[Clause], list[Problem]]:
    """The clauses that stand under ``clauses``, and what is wrong with them; ``read`` is who read
    those that do not say so themselves.
    """
    clauses: list[Clause] = []
    problems: list[Problem] = []
    for index, part in enumerate(parts):
        clause, found = _clause(tree, ("clauses", index), part, readings, settings, read)
        problems += found
        clauses.append(clause)
    return clauses, problems + _twice(tree, clauses)


def _clause(
    tree: Tree,
    path: Path_,
    part: ClausePart,
    choice: Mapping[str, str],
    settings: Mapping[str, object],
    read: LastReadPart | None,
) -> tuple[Clause, list[Problem]]:
    rules, problems = read_rules(tree, (*path, "rules"), part.rules, settings)
    readings = []
    for name, reading in part.readings.items():
        place: Path_ = (*path, "readings", name, "rules")
        own, found = read_rules(tree, place, reading.rules, settings)
        problems += found
        readings.append(Reading(name, reading.says, tuple(own)))
    by_name = {reading.name: reading for reading in readings}
    chosen = choice.get(part.clause) or next(iter(by_name), None)
    in_force: tuple[Rule, ...] = tuple(rules)
    if chosen is not None and chosen in by_name:
        in_force += by_name[chosen].rules
    elif by_name:
        message = f"clause {part.clause} has no such reading"
        near = nearest(str(chosen), by_name)
        problems.append(
            tree.problem((*path, "readings"), message, found=chosen, allowed=", ".join(by_name),
                         suggestion=near)
        )  # fmt: skip
    clause = Clause(
        number=part.clause,
        heading=part.heading,
        reading=part.reading,
        applies_to=part.applies_to,
        rules=in_force,
        readings=tuple(readings),
        chosen=chosen,
        provenance=_provenance(part, read),
        refers_to=part.refers_to,
        line=tree.line_of(path),
    )
    return clause, problems


def _provenance(part: ClausePart, read: LastReadPart | None) -> Provenance:
    missing = part.missing
    own = part.read or read
    return Provenance(
        part.derived,
        part.assumed,
        None if missing is None else Missing(missing.says, missing.questions),
        None if own is None else LastRead(own.by, own.on),
    )


def _twice(tree: Tree, clauses: list[Clause]) -> list[Problem]:
    seen: dict[str, int] = {}
    problems = []
    for index, clause in enumerate(clauses):
        if clause.number in seen:
            place: Path_ = ("clauses", index, "clause")
            message = f"clause {clause.number} stands twice, first on line {seen[clause.number]}"
            problems.append(tree.problem(place, message))
        seen.setdefault(clause.number, clause.line)
    return problems


def rule_problems(tree: Tree) -> list[Problem]:
    """Problems of the rules of a file whose other parts are damaged."""
    data = tree.data
    if not isinstance(data, dict) or not isinstance(data.get("clauses"), list):
        return []
    parameters = data.get("parameters")
    settings = {
        name: part.get("default") if isinstance(part, dict) else None
        for name, part in (parameters if isinstance(parameters, dict) else {}).items()
    }
    problems: list[Problem] = []
    for index, clause in enumerate(data["clauses"]):
        if not isinstance(clause, dict):
            continue
        lists: list[tuple[Path_, object]] = [(("clauses", index, "rules"), clause.get("rules"))]
        readings = clause.get("readings")
        for name, reading in (readings if isinstance(readings, dict) else {}).items():
            if isinstance(reading, dict):
                lists.append((("clauses", index, "readings", name, "rules"), reading.get("rules")))
        for place, rules in lists:
            if isinstance(rules, list):
                entries = [rule for rule in rules if isinstance(rule, dict)]
                if len(entries) == len(rules):
                    problems += read_rules(tree, place, rules, settings)[1]
    return problems
