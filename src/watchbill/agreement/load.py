"""From an agreement file to an agreement, or to every mistake in the file at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from watchbill.agreement.clauses import read_clauses, rule_problems
from watchbill.agreement.clock_change import CLOCK_CHANGE, ClockChange, clock_change
from watchbill.agreement.figures import Figure, Parameter, changes_of, settings_on
from watchbill.agreement.file import AgreementPart, ParameterPart, ProposalPart, TermPart
from watchbill.agreement.model import Agreement, Clause, Numbering, PayTerms, goes_by
from watchbill.agreement.term import Continues, Term
from watchbill.agreement.texts import AgreementTexts, gather_texts, texts_of
from watchbill.kernel.clock import WEEKDAYS, Day, day_text
from watchbill.kernel.edge import check
from watchbill.kernel.problems import BadInput, Problem, nearest, shown
from watchbill.kernel.yamltree import Tree
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
    return read_agreement(gather_texts(where), readings, settings)


def parse_agreement(
    text: str,
    name: str,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Agreement:
    """The agreement, or the proposal on one that ships, in a text that its user knows as ``name``.

    Raises :class:`BadInput`.
    """
    return read_agreement(texts_of(text, name), readings, settings)


def read_agreement(
    texts: AgreementTexts,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Agreement:
    """The agreement that these texts describe, with its figures by date. Raises
    :class:`BadInput`."""
    trees = [one.tree for one in texts.chain]
    first = _read(trees, readings, settings, None)
    chosen = {**_proposed(trees), **settings}
    later = tuple(
        replace(_read(trees, readings, settings, day), figures_from=day, digest=texts.digest)
        for day in changes_of(first.parameters, chosen)
    )
    return replace(first, digest=texts.digest, later=later)


def _proposed(trees: Sequence[Tree]) -> dict[str, object]:
    """The figures that proposals give: as what is chosen, they hold on every date."""
    given: dict[str, object] = {}
    for tree in reversed(trees[:-1]):
        part, _ = check(ProposalPart, tree)
        given |= {} if part is None else part.settings
    return given


def _read(
    trees: Sequence[Tree],
    readings: Mapping[str, str],
    settings: Mapping[str, object],
    day: Day | None,
) -> Agreement:
    """The agreement of the first of the trees, each made on the next, as its figures are then."""
    own, *beneath = trees
    if beneath:
        return _propose(own, beneath, readings, settings, day)
    return _build(own, readings, settings, day)


def _build(
    tree: Tree, readings: Mapping[str, str], settings: Mapping[str, object], day: Day | None
) -> Agreement:
    part, problems = check(AgreementPart, tree)
    if part is None:
        # The rules can be read all the same, so that one run shows every mistake.
        raise BadInput([*problems, *rule_problems(tree)])
    parameters = tuple(_parameter(name, one) for name, one in part.parameters.items())
    chosen = settings_on(parameters, settings, day)
    problems += _unknown(tree, "parameter", settings, part.parameters)
    problems += _clock_change(tree, chosen)
    readings = _by_number(readings, [one.clause for one in part.clauses if one.readings])
    clauses, found = read_clauses(tree, part.clauses, readings, chosen)
    problems += found
    problems += _numberings(tree, part, clauses) + _term(tree, part.term)
    problems += _out_of_order(tree, part)
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
        term=_term_of(part.term),
        assumed=part.assumed,
        pay=PayTerms(part.pay.resolution, part.pay.round_to),
        numberings=tuple(
            Numbering(name, one.says, one.numbers) for name, one in part.numberings.items()
        ),
        parameters=parameters,
    )


def _parameter(name: str, part: ParameterPart) -> Parameter:
    figures = tuple(Figure(one.value, one.begins, one.source) for one in part.figures)
    return Parameter(name, part.says, part.default, figures, part.source)


def _term_of(part: TermPart) -> Term:
    goes_on = None
    if part.goes_on is not None and part.ends is not None:
        by = f"its own clause {part.goes_on.clause}"
        goes_on = Continues(by, Day(part.ends + 1), part.goes_on.source)
    return Term(part.begins, part.ends, part.assumed, goes_on)


def _by_number(readings: Mapping[str, str], ambiguous: list[str]) -> Mapping[str, str]:
    """The readings chosen, by the file's number where a paragraph's own means just one clause."""
    meant = {name: [one for one in ambiguous if goes_by(one, name)] for name in readings}
    return {
        meant[name][0] if len(meant[name]) == 1 else name: reading
        for name, reading in readings.items()
    }


def _propose(
    tree: Tree,
    beneath: Sequence[Tree],
    readings: Mapping[str, str],
    settings: Mapping[str, object],
    day: Day | None,
) -> Agreement:
    """The agreement with the clauses, and the figures left open, that a proposal changes."""
    part, problems = check(ProposalPart, tree)
    if part is None:
        raise BadInput([*problems, *rule_problems(tree)])
    own = {clause.clause for clause in part.clauses}
    base = _read(
        beneath,
        {number: name for number, name in readings.items() if number not in own},
        {**part.settings, **settings},
        day,
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
    if term.goes_on is not None and term.ends is None:
        message = "a text without a last day has no need to go on after it"
        return [tree.problem(("term", "goes_on"), message)]
    if term.begins is None or term.ends is None or term.begins <= term.ends:
        return []
    found = f"{day_text(term.begins)} to {day_text(term.ends)}"
    return [tree.problem(("term", "ends"), "the term ends before it begins", found=found)]


def _out_of_order(tree: Tree, part: AgreementPart) -> list[Problem]:
    """Figures whose dates do not come one after another."""
    return [
        tree.problem(
            ("parameters", name, "figures", place + 1, "begins"),
            "a figure begins after the one before it",
            found=day_text(later.begins),
            allowed=f"after {day_text(earlier.begins)}",
        )
        for name, one in part.parameters.items()
        for place, (earlier, later) in enumerate(pairwise(one.figures))
        if later.begins <= earlier.begins
    ]


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
