"""From an agreement file to an agreement, or to every mistake in the file at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from watchbill.agreement.file import AgreementPart, ClausePart
from watchbill.agreement.model import Agreement, Clause, Numbering, Parameter, PayTerms, Reading
from watchbill.agreement.rulefile import read_rules
from watchbill.agreement.shipped import agreement_path
from watchbill.kernel.clock import WEEKDAYS
from watchbill.kernel.edge import check
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.kernel.yamltree import Path_, Tree, parse_tree, read_tree
from watchbill.records.tours import TourType
from watchbill.rules.base import Rule

NO_CHOICE: Mapping[str, str] = {}
NO_SETTINGS: Mapping[str, object] = {}


def load_agreement(
    where: str | Path,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Agreement:
    """The agreement in a file, or the one that ships under that id.

    ``readings`` chooses, by clause number, another reading than the default of an ambiguous
    clause; ``settings`` gives the parameters that the agreement leaves open. Raises
    :class:`BadInput` with every problem of the file and of the choices.
    """
    path = agreement_path(where)
    return _build(read_tree(path, str(where)), readings, settings)


def parse_agreement(
    text: str,
    name: str,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Agreement:
    """The agreement in a text that its user knows as ``name``. Raises :class:`BadInput`."""
    return _build(parse_tree(text, name), readings, settings)


def _build(tree: Tree, readings: Mapping[str, str], settings: Mapping[str, object]) -> Agreement:
    part, problems = check(AgreementPart, tree)
    if part is None:
        # The rules can be read all the same, so that one run shows every mistake.
        raise BadInput([*problems, *_rule_problems(tree)])
    chosen = {name: parameter.default for name, parameter in part.parameters.items()}
    problems += _unknown(tree, "parameter", settings, chosen)
    chosen |= settings
    clauses = []
    for index, clause_part in enumerate(part.clauses):
        clause, found = _clause(tree, ("clauses", index), clause_part, readings, chosen)
        problems += found
        clauses.append(clause)
    problems += _twice(tree, clauses)
    problems += _numberings(tree, part, clauses)
    ambiguous = {clause.number: clause for clause in clauses if clause.readings}
    problems += _unknown(tree, "clause with readings", readings, ambiguous)
    if problems:
        raise BadInput(problems)
    return Agreement(
        id=part.agreement,
        name=part.name,
        parties=part.parties,
        zone=part.time_zone,
        week_start=WEEKDAYS.index(part.week_start),
        classifications=part.definitions.classifications,
        statuses=part.definitions.statuses,
        tours={
            code: TourType(code, tour.name, tour.start, tour.length, tour.kind)
            for code, tour in part.definitions.tours.items()
        },
        settings=chosen,
        clauses=tuple(clauses),
        file=tree.file,
        source=part.source,
        begins=part.term.begins,
        ends=part.term.ends,
        assumed=part.assumed,
        pay=PayTerms(part.pay.resolution, part.pay.round_to),
        numberings=tuple(
            Numbering(name, one.says, one.numbers) for name, one in part.numberings.items()
        ),
        parameters=tuple(
            Parameter(name, one.says, one.default) for name, one in part.parameters.items()
        ),
    )


def _clause(
    tree: Tree,
    path: Path_,
    part: ClausePart,
    choice: Mapping[str, str],
    settings: Mapping[str, object],
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
        assumed=part.assumed,
        refers_to=part.refers_to,
        line=tree.line_of(path),
    )
    return clause, problems


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


def _numberings(tree: Tree, part: AgreementPart, clauses: list[Clause]) -> list[Problem]:
    """Numbers given to clauses that the file does not have."""
    known = [clause.number for clause in clauses]
    return [
        tree.problem(
            ("numberings", name, "numbers", number),
            "the file has no clause of this number",
            found=number,
            suggestion=nearest(number, known),
        )
        for name, numbering in part.numberings.items()
        for number in numbering.numbers
        if number not in known
    ]


def _unknown(
    tree: Tree, what: str, given: Mapping[str, object], known: Mapping[str, object]
) -> list[Problem]:
    return [
        Problem(
            tree.file,
            None,
            "",
            f"the agreement has no such {what}",
            found=name,
            allowed=", ".join(known) or "none",
            suggestion=nearest(name, known),
        )
        for name in given
        if name not in known
    ]


def _rule_problems(tree: Tree) -> list[Problem]:
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
