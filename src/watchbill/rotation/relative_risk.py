"""Published relative risks of injuries and accidents, by features of a schedule.

Source: S. Folkard, D. A. Lombardi and P. T. Tucker, "Shiftwork: safety, sleepiness and sleep",
Industrial Health 43 (2005), 20-23, which pools published studies. They are the trends on which
the "Risk Index" of Folkard and Lombardi (American Journal of Industrial Medicine 49 (2006),
953-963) rests. The figures here are whole per cents, as later writers quote them from the paper.

**Limits.** Each table compares with its own base (the first night of a run, a morning, a tour of
8 hours) and is pooled from few studies, mostly of industry with breaks and tasks of its own. The
tables are not independent, and nothing here multiplies or adds them: the index that the authors
make of them also needs rest breaks, which a rotation does not say. Between the printed points and
beyond the fourth tour of a run nothing is published there, and nothing is given here; nor is it
for tours of 20 hours and more, which are mornings and nights at once. A later
review (D. Fischer and others, Chronobiology International 34 (2017), 1423-1438) confirms the fourth
night (1.36) and more risk at night, but finds no higher risk in the afternoon and the second and
third tour of a run not significantly worse. They compare rotations; they foretell nobody's
accident.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from itertools import groupby

from watchbill.kernel.clock import Minutes
from watchbill.records.tours import TourKind, TourType
from watchbill.rotation.cycle import LONG, Rotation

SOURCE = "Folkard, Lombardi and Tucker 2005"
SUCCESSIVE_NIGHTS = (Decimal("1.00"), Decimal("1.06"), Decimal("1.17"), Decimal("1.36"))
"""Risk on the first to fourth night in a row, against the first."""
SUCCESSIVE_DAYS = (Decimal("1.00"), Decimal("1.02"), Decimal("1.07"), Decimal("1.17"))
"""Risk on the first to fourth morning or day tour in a row, against the first."""
KINDS: Mapping[TourKind, Decimal] = {
    TourKind.DAY: Decimal("1.00"),
    TourKind.EVENING: Decimal("1.18"),
    TourKind.NIGHT: Decimal("1.30"),
}
"""Risk by the kind of tour, against mornings."""
LENGTHS: Mapping[Minutes, Decimal] = {
    Minutes(8 * 60): Decimal("1.00"),
    Minutes(10 * 60): Decimal("1.13"),
    Minutes(12 * 60): Decimal("1.27"),
}
"""Risk by the length of a tour, against 8 hours."""


@dataclass(frozen=True, slots=True)
class RiskOfRuns:
    """The published risk of the tours of runs, against the first tour of a run.

    ``highest`` and ``mean`` are over the tours of a cycle that the table has, and ``None`` where
    a run has no first tour because it never ends; ``beyond`` are later in their run than the
    fourth, of which it says nothing.
    """

    tours: int
    highest: Decimal | None
    mean: Fraction | None
    beyond: int


def risk_of_nights(rotation: Rotation) -> RiskOfRuns | None:
    """The published risk of the nights of a cycle by their place in a run of nights on
    consecutive days; ``None`` where none is worked.
    """
    return _risk(rotation, TourKind.NIGHT, SUCCESSIVE_NIGHTS)


def risk_of_days(rotation: Rotation) -> RiskOfRuns | None:
    """The same of day tours, those of 20 h and more left out."""
    return _risk(rotation, TourKind.DAY, SUCCESSIVE_DAYS)


def risk_of_kind(tour: TourType) -> Decimal | None:
    """The published risk of a tour of that kind against mornings; ``None`` for round-the-clock
    ones.
    """
    return None if tour.length >= LONG else KINDS[tour.kind]


def risk_of_length(length: Minutes) -> Decimal | None:
    """The published risk of a tour of that length against 8 hours; ``None`` between its points."""
    return LENGTHS.get(length)


def _risk(rotation: Rotation, kind: TourKind, table: tuple[Decimal, ...]) -> RiskOfRuns | None:
    wanted = {
        code for code, tour in rotation.tours.items() if tour.kind is kind and tour.length < LONG
    }
    of_kind = [code in wanted for code in rotation.pattern.codes]
    if not any(of_kind):
        return None
    if all(of_kind):
        return RiskOfRuns(len(of_kind), None, None, len(of_kind))
    first = of_kind.index(False)
    line = of_kind[first:] + of_kind[:first]
    lengths = [len(list(run)) for worked, run in groupby(line) if worked]
    known = [risk for length in lengths for risk in table[:length]]
    tours = sum(lengths)
    return RiskOfRuns(tours, max(known), Fraction(sum(known)) / len(known), tours - len(known))
