"""A study of rotations as a page shows it: names, figures, charts and tables, ready to place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.candidate import CycleCandidate, Heat
from watchbill.design.cycles.laid_out import constraining
from watchbill.design.cycles.need import CycleNeed
from watchbill.design.staffing.staffing import Staffing
from watchbill.design.study.study import LengthStudy, NightTrial
from watchbill.design.why.explain import Explanation
from watchbill.design.why.sentences import (
    allowed_sentence,
    clash_sentence,
    count_text,
    member_sentence,
    openings,
    people_text,
    seats_sentence,
    staffing_sentence,
    tour_name,
)
from watchbill.export.design_chart import Chart, chart
from watchbill.export.design_figures import Compared, compared, figures_of
from watchbill.kernel.clock import WEEKDAYS, decimal_text, hours_text, length_text
from watchbill.kernel.exact import as_decimal
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.figures import Figures
from watchbill.rotation.notation import OFF
from watchbill.rules.reading import Topic
from watchbill.solve.run import Answer

MOST_IN_A_ROW = 24
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Column:
    """A rotation in the table of those of its length: its name, where it is drawn, what it was
    sought for, and who works it.
    """

    name: str
    anchor: str | None
    sought: str
    who: str


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The rotations of a length side by side."""

    columns: tuple[Column, ...]
    groups: tuple[Compared, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A candidate as the page shows it."""

    name: str
    anchor: str
    sought: str
    who: str
    known: str
    weeks: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    heads: tuple[str, ...]
    chart: Chart
    heat: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
    figures: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    proved: str
    warned: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """What a candidate is called, where it is drawn, and who works it."""

    name: str
    anchor: str
    who: str


HEADS = (
    "Hours a week", "Hours a year", "Longest run", "Nights in a row", "Weekends off",
    "Shortest rest", "Quick returns",
)  # fmt: skip


def names(one: LengthStudy) -> list[Named]:
    """The candidates of a length, named by it and a letter."""
    length = hours_text(one.length)
    return [
        Named(
            f"{length}-{_LETTERS[place]}",
            f"rotation-{length}-{_LETTERS[place]}".lower().replace(".", "-"),
            _who(candidate.form.platoons, candidate.form.size),
        )
        for place, candidate in enumerate(one.designs.candidates)
    ]


def shown(one: LengthStudy, demand: Heat) -> list[Shown]:
    """The candidates of a length as the page shows them."""
    known = {str(other.known.rotation.pattern): other.known.title for other in one.beside}
    return [
        _shown(name, candidate, demand, known)
        for name, candidate in zip(names(one), one.designs.candidates, strict=True)
    ]


def _shown(name: Named, one: CycleCandidate, demand: Heat, known: Mapping[str, str]) -> Shown:
    days = one.rotation.days
    width = width_of(days)
    heads = tuple(day[:3].capitalize() for day in WEEKDAYS)
    if width != len(WEEKDAYS):
        heads = tuple(f"{number}" for number in range(1, width + 1))
    return Shown(
        name.name,
        name.anchor,
        one.aim.says,
        name.who,
        known.get(str(one.rotation.pattern), ""),
        _weeks(one.rotation, width),
        heads,
        chart(one.rotation),
        heat_rows(one.heat, demand),
        tuple((group, tuple(rows)) for group, rows in figures_of(one.rotation)),
        _proved(one),
        one.warned,
    )


def _who(platoons: int, size: int) -> str:
    if size == 1:
        return f"{platoons} lines, a person each"
    return f"{platoons} platoons of {people_text(size)}"


def width_of(days: int) -> int:
    """Days in a row of a cycle: a week, or as many as make equal rows that a page can hold."""
    if days % len(WEEKDAYS) == 0:
        return len(WEEKDAYS)
    return max(width for width in range(1, MOST_IN_A_ROW + 1) if days % width == 0)


def _weeks(rotation: Rotation, width: int) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
    """Rows of the cycle: for each its name, and a letter and its kind a day."""
    cells = [
        (code, "off" if code == OFF else rotation.tours[code].kind.value)
        for code in rotation.pattern.codes
    ]
    weekly = rotation.days % len(WEEKDAYS) == 0
    return tuple(
        (
            f"Week {at // width + 1}" if weekly else f"From day {at + 1}",
            tuple(cells[at : at + width]),
        )
        for at in range(0, len(cells), width)
    )


def heat_rows(have: Heat, demand: Heat) -> tuple[tuple[str, tuple[tuple[int, str], ...]], ...]:
    """By weekday, for each hour the least number on duty and how that is to the demand."""

    def name(count: int, needed: int) -> str:
        if count < needed:
            return "short"
        return ("met", "one", "two")[min(count - needed, 2)]

    return tuple(
        (
            WEEKDAYS[day].capitalize(),
            tuple(
                (count, name(count, needed))
                for count, needed in zip(have[day], demand[day], strict=True)
            ),
        )
        for day in range(7)
    )


def _rest(found: Figures) -> str:
    return "none" if found.shortest_rest is None else length_text(found.shortest_rest)


def _weekends(found: Figures) -> str:
    return f"{found.weekends_off} of {found.weekends}"


def figure_cells(found: Figures) -> tuple[str, ...]:
    """The figures in the order of :data:`HEADS`."""
    return (
        decimal_text(found.hours_per_week),
        decimal_text(found.annual_hours),
        str(found.longest_work),
        str(found.longest_nights),
        _weekends(found),
        _rest(found),
        str(found.quick_returns),
    )


def _proved(one: CycleCandidate) -> str:
    if one.answer is Answer.BEST:
        return "Proved: of its form, none unlike those found before does better by what was sought."
    return "A better one of its form may exist; the search ended before that was proved."


def side_by_side(one: LengthStudy) -> SideBySide:
    """Every candidate of the length, and of the catalogue the others that the agreement allows."""
    columns = [
        Column(view.name, view.anchor, candidate.aim.name, view.who)
        for view, candidate in zip(names(one), one.designs.candidates, strict=True)
    ]
    drawn = {str(candidate.rotation.pattern) for candidate in one.designs.candidates}
    known = [
        other
        for other in one.beside
        if other.passes and str(other.known.rotation.pattern) not in drawn
    ]
    columns += [
        Column(other.known.title, None, "known to the field",
               _who(other.figures.platoons, other.size))
        for other in known
    ]  # fmt: skip
    rotations = [
        *(candidate.rotation for candidate in one.designs.candidates),
        *(other.known.rotation for other in known),
    ]
    return SideBySide(tuple(columns), tuple(compared(rotations) if rotations else ()))


def need_sentences(need: CycleNeed) -> list[str]:
    """What each tour needs, and the hours of each person."""
    said = [
        f"{tour_name(tour)}: {count_text(row)} at least."
        for tour, row in zip(need.tours, need.need, strict=True)
    ]
    said += [seats_sentence(seats, need) for seats in need.seats]
    if need.least_hours:
        said.append(f"Each works {decimal_text(need.least_hours)} hours a week at least.")
    return said


def changes_of(one: LengthStudy) -> list[tuple[str, str, str]]:
    """The clauses changed so that the length is allowed: number, what it says, what it would."""
    return [
        (change.clause, change.was.says(), allowed_sentence(change, one.length))
        for change in one.allowed
    ]


def people_of(found: Staffing) -> tuple[str, str]:
    """How many people the posts take if nobody is away, and with those away replaced."""
    seats, exact = (decimal_text(as_decimal(value)) for value in (found.seats, found.exact))
    return seats, f"{found.people} ({exact})"


def staffing_of(trial: NightTrial) -> list[tuple[str, str]]:
    """How many people it takes without the nights and with them, each in a sentence."""
    return [
        ("Days and evenings", staffing_sentence(trial.before)),
        ("With nights", staffing_sentence(trial.after)),
    ]


def clauses_of(agreement: Agreement, need: CycleNeed) -> list[tuple[str, str, Sequence[str], str]]:
    """The clauses that constrain a rotation: number, heading, what they say, why assumed."""
    says: dict[str, list[str]] = {}
    for one in constraining(agreement, need):
        says.setdefault(one.clause.number, []).append(one.rule.says())
    clauses = agreement.by_number
    return [
        (number, clauses[number].heading, texts, clauses[number].assumed or "")
        for number, texts in says.items()
    ]


def told(agreement: Agreement) -> list[tuple[str, str]]:
    """What an agreement that is assumed tells of coverage and of lengths of tours: number and
    reading of its clauses without rules and of those on tours.
    """
    return [
        (clause.number, clause.reading)
        for clause in agreement.clauses
        if clause.assumed and all(rule.topic is Topic.TOURS for rule in clause.rules)
    ]


def explained(
    found: Explanation,
) -> tuple[str, list[str], list[tuple[str, tuple[str, ...]]]]:
    """What cannot be met, of what members, and what would open it."""
    return (
        clash_sentence(found),
        [member_sentence(one, found.need, found.agreement) for one in found.members],
        openings(found),
    )
