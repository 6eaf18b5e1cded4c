"""An agreement from the tree of its own file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise

from watchbill.agreement.changes import changed_parts
from watchbill.agreement.clauses import read_clauses, rule_problems
from watchbill.agreement.clock_change import CLOCK_CHANGE, ClockChange, clock_change
from watchbill.agreement.figures import Figure, Parameter, settings_on
from watchbill.agreement.file import (
    AgreementPart,
    ChangePart,
    ParameterPart,
    TermPart,
)
from watchbill.agreement.model import Agreement, Clause, Numbering, PayTerms, Resolution, goes_by
from watchbill.agreement.term import Continues, Term
from watchbill.kernel.clock import WEEKDAYS, Day, day_text
from watchbill.kernel.edge import check
from watchbill.kernel.problems import BadInput, Problem, nearest, shown
from watchbill.kernel.yamltree import Tree
from watchbill.records.tours import TourType
from watchbill.rules.pricing import PaysAbove


def build_agreement(
    tree: Tree,
    readings: Mapping[str, str],
    settings: Mapping[str, object],
    day: Day | None,
    changes: Sequence[ChangePart],
) -> Agreement:
    """The agreement of the tree with its figures of that date, and with what proposals change in
    its clauses. Raises :class:`BadInput` with every problem.
    """
    part, problems = check(AgreementPart, tree)
    if part is None:
        # The rules can be read all the same, so that one run shows every mistake.
        raise BadInput([*problems, *rule_problems(tree)])
    parameters = tuple(_parameter(name, one) for name, one in part.parameters.items())
    chosen = settings_on(parameters, settings, day)
    problems += _unknown(tree, "parameter", settings, part.parameters)
    problems += _clock_change(tree, chosen)
    readings = _by_number(readings, [one.clause for one in part.clauses if one.readings])
    clauses, found = read_clauses(
        tree, changed_parts(part.clauses, changes), readings, chosen, part.read
    )
    problems += found
    week_start = WEEKDAYS.index(part.week_start)
    clauses = [clause.in_weeks_from(week_start) for clause in clauses]
    problems += _numberings(tree, part, clauses) + _term(tree, part.term)
    problems += _out_of_order(tree, part) + _totals(tree, part, clauses)
    ambiguous = {clause.number: clause for clause in clauses if clause.readings}
    problems += _unknown(tree, "clause with readings", readings, ambiguous)
    if problems:
        raise BadInput(problems)
    return Agreement(
        id=part.agreement,
        name=part.name,
        parties=part.parties,
        zone=part.time_zone,
        week_start=week_start,
        classifications=part.definitions.classifications,
        statuses=part.definitions.statuses,
        tours={
            code: TourType(code, tour.name, tour.start, tour.length, tour.kind)
            for code, tour in part.definitions.tours.items()
        },
        settings=chosen,
        clauses=tuple(clauses),
        file=tree.file,
        statute=part.statute,
        source=part.source,
        term=_term_of(part.term),
        assumed=part.assumed,
        pay=PayTerms(part.pay.resolution, part.pay.round_to, part.pay.exchanged),
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


def _totals(tree: Tree, part: AgreementPart, clauses: list[Clause]) -> list[Problem]:
    """Totals that are compared and cannot be: they need a period whose blocks lie end to end."""
    if part.pay.resolution is not Resolution.GREATER_OF_TOTALS:
        return []
    over = [rule.counted_over for one in clauses for rule in one.all_rules
            if isinstance(rule, PaysAbove)]  # fmt: skip
    periods = [one for one in over if one is not None]
    if len(over) > 1 and periods and all(one.end_to_end for one in periods):
        return []
    return [
        tree.problem(
            ("pay", "resolution"),
            "totals can only be compared of two or more thresholds of overtime, one of them at"
            " least over a period, and each period in blocks of the calendar",
            found=str(part.pay.resolution),
            allowed=", ".join((Resolution.GREATEST, Resolution.ADD)),
        )
    ]


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
