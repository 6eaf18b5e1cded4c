"""From an agreement file to an agreement, or to every mistake in the file at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from watchbill.agreement.clauses import read_clauses, rule_problems
from watchbill.agreement.clock_change import CLOCK_CHANGE, ClockChange, clock_change
from watchbill.agreement.file import AgreementPart, ProposalPart, TermPart
from watchbill.agreement.model import (
    Agreement,
    Clause,
    Numbering,
    Parameter,
    PayTerms,
    goes_by,
)
from watchbill.agreement.shipped import agreement_ids, agreement_path
from watchbill.kernel.clock import WEEKDAYS, day_text
from watchbill.kernel.edge import check
from watchbill.kernel.problems import BadInput, Problem, nearest, shown
from watchbill.kernel.yamltree import Tree, parse_tree, read_tree
from watchbill.records.tours import TourType

NO_CHOICE: Mapping[str, str] = {}
NO_SETTINGS: Mapping[str, object] = {}


def load_agreement(
    where: str | Path,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Agreement:
    """The agreement in a file, or the one that ships under that id; for a proposal's file, the
    agreement that it is made on with its changes.

    ``readings`` chooses, by clause number, another reading than the default of an ambiguous
    clause; ``settings`` gives the parameters that the agreement leaves open. Raises
    :class:`BadInput` with every problem of the file and of the choices.
    """
    path = agreement_path(where)
    tree = read_tree(path, str(where))
    if isinstance(tree.data, dict) and "proposal" in tree.data:
        return _propose(tree, path.parent, readings, settings)
    return _build(tree, readings, settings)


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
        raise BadInput([*problems, *rule_problems(tree)])
    chosen = {name: parameter.default for name, parameter in part.parameters.items()}
    problems += _unknown(tree, "parameter", settings, chosen)
    chosen |= settings
    problems += _clock_change(tree, chosen)
    readings = _by_number(readings, [one.clause for one in part.clauses if one.readings])
    clauses, found = read_clauses(tree, part.clauses, readings, chosen)
    problems += found
    problems += _numberings(tree, part, clauses) + _term(tree, part.term)
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


def _by_number(readings: Mapping[str, str], ambiguous: list[str]) -> Mapping[str, str]:
    """The readings chosen, by the file's number where a paragraph's own means just one clause."""
    meant = {name: [one for one in ambiguous if goes_by(one, name)] for name in readings}
    return {
        meant[name][0] if len(meant[name]) == 1 else name: reading
        for name, reading in readings.items()
    }


def _propose(
    tree: Tree, folder: Path, readings: Mapping[str, str], settings: Mapping[str, object]
) -> Agreement:
    """The agreement with the clauses, and the figures left open, that a proposal changes."""
    part, problems = check(ProposalPart, tree)
    if part is None:
        raise BadInput([*problems, *rule_problems(tree)])
    own = {clause.clause for clause in part.clauses}
    base = load_agreement(
        part.on if part.on in agreement_ids() else folder / part.on,
        {number: name for number, name in readings.items() if number not in own},
        {**part.settings, **settings},
    )
    clauses, problems = read_clauses(tree, part.clauses, readings, base.settings)
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


def _clock_change(tree: Tree, settings: Mapping[str, object]) -> list[Problem]:
    """No rule takes this figure, so that no rule would say that it cannot be used."""
    try:
        clock_change(settings)
    except ValueError:
        given = str(settings[CLOCK_CHANGE])
        near = nearest(given, list(ClockChange))
        message = f"{CLOCK_CHANGE} is not one of the words allowed"
        place = ("parameters", CLOCK_CHANGE, "default")
        return [tree.problem(place, message, found=shown(settings[CLOCK_CHANGE]),
                             allowed=", ".join(ClockChange), suggestion=near)]  # fmt: skip
    return []


def _term(tree: Tree, term: TermPart) -> list[Problem]:
    if term.begins is None or term.ends is None or term.begins <= term.ends:
        return []
    found = f"{day_text(term.begins)} to {day_text(term.ends)}"
    return [tree.problem(("term", "ends"), "the term ends before it begins", found=found)]


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
