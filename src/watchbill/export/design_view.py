"""A study of rotations as a page shows it: names, figures, charts and tables, ready to place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.aims import Quality
from watchbill.design.cycles.candidate import Candidate, Heat
from watchbill.design.cycles.laid_out import constraining
from watchbill.design.cycles.need import CycleNeed
from watchbill.design.study.study import LengthStudy, Study
from watchbill.design.why.explain import Explanation
from watchbill.design.why.sentences import (
    clash_sentence,
    count_text,
    member_sentence,
    people_text,
    relaxation_sentence,
    tour_name,
)
from watchbill.export.strain_view import strain_rows
from watchbill.kernel.clock import DAY_MINUTES, WEEKDAYS, decimal_text, hours_text, length_text
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.figures import Figures
from watchbill.rotation.notation import OFF
from watchbill.rules.tours_allowed import ToursAllowed

DAYS_SHOWN = 28
"""Days over which platoons are drawn beside each other."""
MOST_IN_A_ROW = 24
DAY_WIDTH, ROW_HEIGHT, LEFT, TOP = 24, 22, 30, 20
"""Of the chart, in its own units."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True)
class Bar:
    """A tour in the chart: where it is drawn, and its kind."""

    x: float
    y: float
    width: float
    kind: str
    letter: str


@dataclass(frozen=True, slots=True)
class Chart:
    """Platoons down, days across, tours as long as they last."""

    width: float
    height: float
    bars: tuple[Bar, ...]
    rows: tuple[tuple[float, str], ...]
    days: tuple[tuple[float, str, bool], ...]
    says: str


@dataclass(frozen=True, slots=True)
class Row:
    """A rotation in the table of all of them."""

    name: str
    anchor: str | None
    hours: str
    who: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """A candidate as the page shows it."""

    name: str
    anchor: str
    sought: str
    who: str
    weeks: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]
    heads: tuple[str, ...]
    chart: Chart
    heat: tuple[tuple[str, tuple[tuple[int, str], ...]], ...]
    figures: tuple[tuple[str, str], ...]
    proved: str


HEADS = (
    "Hours a week", "Hours a year", "Longest run", "Nights in a row", "Weekends off",
    "Shortest rest", "Quick returns",
)  # fmt: skip


def shown(one: LengthStudy, demand: Heat) -> list[Shown]:
    """The candidates of a length, named by it and a letter."""
    length = hours_text(one.length)
    return [
        _shown(f"{length}-{_LETTERS[place]}", candidate, demand)
        for place, candidate in enumerate(one.designs.candidates)
    ]


def _shown(name: str, one: Candidate, demand: Heat) -> Shown:
    days = one.rotation.days
    width = width_of(days)
    heads = tuple(day[:3].capitalize() for day in WEEKDAYS)
    if width != len(WEEKDAYS):
        heads = tuple(f"{number}" for number in range(1, width + 1))
    return Shown(
        name,
        f"rotation-{name.lower().replace('.', '-')}",
        one.aim.says,
        _who(one.form.platoons, one.form.size),
        _weeks(one.rotation, width),
        heads,
        chart(one.rotation),
        heat_rows(one.heat, demand),
        tuple(_all_figures(one)),
        _proved(one),
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


def chart(rotation: Rotation) -> Chart:
    """The first four weeks of each platoon."""
    bars = []
    for platoon in range(rotation.platoons):
        y = TOP + platoon * ROW_HEIGHT
        for day in range(-1, DAYS_SHOWN):
            code = rotation.code_on(day, platoon)
            if code == OFF:
                continue
            tour = rotation.tours[code]
            start = max(0.0, day + tour.start / DAY_MINUTES)
            end = min(float(DAYS_SHOWN), day + (tour.start + tour.length) / DAY_MINUTES)
            if end > start:
                x, width = LEFT + start * DAY_WIDTH, (end - start) * DAY_WIDTH
                bars.append(Bar(round(x, 1), y, round(width, 1), tour.kind.value, code))
    rows = tuple(
        (TOP + platoon * ROW_HEIGHT + 15, str(platoon + 1)) for platoon in range(rotation.platoons)
    )
    days = tuple(
        (LEFT + day * DAY_WIDTH, WEEKDAYS[day % 7][0].upper(), day % 7 > 4)
        for day in range(DAYS_SHOWN)
    )
    lines = [
        f"{number + 1}: {''.join(rotation.code_on(day, number) for day in range(DAYS_SHOWN))}"
        for number in range(rotation.platoons)
    ]
    return Chart(
        LEFT + DAYS_SHOWN * DAY_WIDTH + 2,
        TOP + rotation.platoons * ROW_HEIGHT + 4,
        tuple(bars),
        rows,
        days,
        "Four weeks from a Monday, a row a platoon or line. " + "; ".join(lines),
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


def _all_figures(one: Candidate) -> list[tuple[str, str]]:
    found, counts = one.figures, one.qualities
    rows = list(zip(HEADS, figure_cells(found), strict=True))
    rows += [
        ("Days of the cycle", str(found.cycle_days)),
        ("Runs of days off", f"{found.shortest_off} to {found.longest_off} days"),
    ]
    rows += [
        (quality.value.capitalize() + " in a cycle", str(counts[quality]))
        for quality in (
            Quality.BACKWARD, Quality.SHORT_AFTER_NIGHTS, Quality.LONE_OFF, Quality.LONE_ON,
            Quality.NIGHT_BLOCKS,
        )
    ]  # fmt: skip
    rows.append(("Most hours in seven days", str(counts[Quality.HEAVIEST])))
    return rows + strain_rows(one.rotation)


def _proved(one: Candidate) -> str:
    if one.best is None or one.bound is None or one.best == one.bound:
        return "Proved: of its form, none unlike those found before does better by what was sought."
    return "A better one of its form may exist; the search ended before that was proved."


def rows_of(found: Study) -> list[Row]:
    """Every candidate, and of the catalogue those that the agreement allows."""
    rows = []
    for one in found.lengths:
        hours = length_text(one.length)
        for view, candidate in zip(shown(one, found.demand), one.designs.candidates, strict=True):
            cells = figure_cells(candidate.figures)
            rows.append(Row(view.name, view.anchor, hours, view.who, cells))
        for known in one.beside:
            if known.passes:
                who = _who(known.figures.platoons, known.size)
                cells = figure_cells(known.figures)
                rows.append(Row(known.known.title, None, hours, who, cells))
    return rows


def need_sentences(need: CycleNeed) -> list[str]:
    """What each tour needs, and the hours of each person."""
    said = [
        f"{tour_name(tour)}: {count_text(row)} at least."
        for tour, row in zip(need.tours, need.need, strict=True)
    ]
    if need.least_hours:
        said.append(f"Each works {decimal_text(need.least_hours)} hours a week at least.")
    return said


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
        if clause.assumed and all(isinstance(rule, ToursAllowed) for rule in clause.rules)
    ]


def explained(found: Explanation) -> tuple[str, list[str], list[str]]:
    """What cannot be met, of what members, and what would open it."""
    return (
        clash_sentence(found),
        [member_sentence(one, found.need, found.agreement) for one in found.members],
        [relaxation_sentence(one, found) for one in found.relaxations],
    )
