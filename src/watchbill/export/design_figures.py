"""Figures of rotations side by side: a row a figure, a column a rotation, the best marked.

Counts are brought to a year of 365 days, so that cycles of different lengths can be compared. What
is best of a row is said; what is best in all is not, since no published scale weighs one against
another.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from watchbill.design.cycles.aims import Quality, qualities
from watchbill.kernel.clock import decimal_text, hours_text, length_text
from watchbill.kernel.exact import as_decimal
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.fairness import Fairness, fairness
from watchbill.rotation.fatigue import Fatigue, fatigue
from watchbill.rotation.figures import Figures, figures
from watchbill.rotation.notation import OFF
from watchbill.rotation.relative_risk import risk_of_nights

YEAR = 365
LONG_BREAK = 4


@dataclass(frozen=True)
class AskedOfRotation:
    """What a rotation asks of a person; each figure is counted once."""

    rotation: Rotation

    @cached_property
    def figures(self) -> Figures:
        """Hours, runs and weekends."""
        return figures(self.rotation)

    @cached_property
    def strain(self) -> Fatigue:
        """Hours in any week, rests, nights."""
        return fatigue(self.rotation)

    @cached_property
    def evenness(self) -> Fairness:
        """The first year of those who start at different places."""
        return fairness(self.rotation)

    @cached_property
    def counts(self) -> dict[Quality, int]:
        """What is counted in a cycle."""
        return qualities(self.rotation)

    def yearly(self, count: int) -> Fraction:
        """So many in a cycle, in a year."""
        return Fraction(count * YEAR, self.rotation.days)

    @cached_property
    def long_breaks(self) -> Fraction:
        """Breaks of four days off or more in a year."""
        codes = self.rotation.pattern.codes
        starts = [day for day, code in enumerate(codes) if code != OFF]
        gaps = (
            (later - day - 1) % len(codes)
            for day, later in zip(starts, (*starts[1:], starts[0] + len(codes)), strict=True)
        )
        return self.yearly(sum(gap >= LONG_BREAK for gap in gaps))

    def spread(self, measure: str) -> tuple[int, int]:
        """The least and the most of a measure in the first year."""
        least, most = self.evenness.spread(measure)
        return int(least), int(most)


Value = Callable[[AskedOfRotation], Fraction | None]


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its name, what is shown, and by what the best is told: the greater, the better."""

    name: str
    shows: Callable[[AskedOfRotation], str]
    merit: Value | None = None


def _text(value: Fraction) -> str:
    return decimal_text(as_decimal(value))


def _yearly(quality: Quality) -> Callable[[AskedOfRotation], Fraction]:
    return lambda one: one.yearly(one.counts[quality])


def _count(name: str, value: Callable[[AskedOfRotation], Fraction]) -> Line:
    """A row of something that had better be rare."""
    return Line(name, lambda one: _rounded(value(one)), lambda one: -value(one))


def _rounded(value: Fraction) -> str:
    return decimal_text(round(as_decimal(value), 1))


def _spread(name: str, measure: str, judged: bool = True) -> Line:
    def shows(one: AskedOfRotation) -> str:
        least, most = one.spread(measure)
        text = hours_text if measure == "minutes" else str
        return text(least) if least == most else f"{text(least)} to {text(most)}"

    def merit(one: AskedOfRotation) -> Fraction:
        least, most = one.spread(measure)
        return Fraction(least - most)

    return Line(name, shows, merit if judged else None)


def _rest(one: AskedOfRotation) -> str:
    rest = one.figures.shortest_rest
    return "none" if rest is None else length_text(rest)


def _risk(one: AskedOfRotation) -> Fraction | None:
    found = risk_of_nights(one.rotation)
    return None if found is None or found.mean is None else Fraction(found.mean)


def _share(part: int, of: int) -> str:
    return f"{part} of {of}"


GROUPS: tuple[tuple[str, tuple[Line, ...]], ...] = (
    (
        "Hours",
        (
            Line("Hours a week", lambda one: decimal_text(one.figures.hours_per_week)),
            Line("Hours a year", lambda one: decimal_text(one.figures.annual_hours)),
            Line(
                "Most hours in any 7 days",
                lambda one: hours_text(one.strain.most_in_7_days),
                lambda one: Fraction(-one.strain.most_in_7_days),
            ),
            Line(
                "Most hours in any 14 days",
                lambda one: hours_text(one.strain.most_in_14_days),
                lambda one: Fraction(-one.strain.most_in_14_days),
            ),
        ),
    ),
    (
        "Time off",
        (
            Line(
                "Weekends wholly off",
                lambda one: _share(one.figures.weekends_off, one.figures.weekends),
                lambda one: Fraction(one.figures.weekends_off, one.figures.weekends),
            ),
            Line(
                "Breaks of four days or more, a year",
                lambda one: _rounded(one.long_breaks),
                lambda one: one.long_breaks,
            ),
            Line(
                "Longest break, days",
                lambda one: str(one.figures.longest_off),
                lambda one: Fraction(one.figures.longest_off),
            ),
            _count("Single days off, a year", _yearly(Quality.LONE_OFF)),
        ),
    ),
    (
        "Runs and rests",
        (
            _count("Longest run of tours", lambda one: Fraction(one.figures.longest_work)),
            Line(
                "Shortest rest",
                _rest,
                lambda one: Fraction(one.figures.shortest_rest or 10**6),
            ),
            _count("Quick returns, a year", lambda one: one.yearly(one.figures.quick_returns)),
            _count("Earlier starts than the tour before, a year", _yearly(Quality.BACKWARD)),
            _count("Single days on, a year", _yearly(Quality.LONE_ON)),
        ),
    ),
    (
        "Nights",
        (
            _count("Most nights in a row", lambda one: Fraction(one.figures.longest_nights)),
            Line(
                "Nights (22:00-06:00) without duty",
                lambda one: f"{_text(one.strain.share_of_nights_free * 100)} %",
                lambda one: one.strain.share_of_nights_free,
            ),
            Line(
                "Hours off between 22:00 and 06:00",
                lambda one: f"{_text(one.strain.share_of_night_hours_off * 100)} %",
                lambda one: one.strain.share_of_night_hours_off,
            ),
            _count(
                "Nights with less than two days off after, a year",
                _yearly(Quality.SHORT_AFTER_NIGHTS),
            ),
            Line(
                "Published relative risk of its nights*",
                lambda one: "none" if _risk(one) is None else _text(_risk(one) or Fraction(0)),
                lambda one: -(_risk(one) or Fraction(0)),
            ),
        ),
    ),
    (
        "The first year, by who starts where",
        (
            _spread("Hours", "minutes"),
            _spread("Nights", "nights"),
            _spread("Weekends wholly off", "weekends_off", judged=False),
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class Compared:
    """A group of rows: its name, and for each row its name and a text a rotation, with whether
    it is the best of its row.
    """

    name: str
    rows: tuple[tuple[str, tuple[tuple[str, bool], ...]], ...]


def compared(rotations: Sequence[Rotation]) -> list[Compared]:
    """All figures of the rotations, the best of a row marked where they are not all as good."""
    asked = [AskedOfRotation(rotation) for rotation in rotations]
    return [
        Compared(name, tuple((line.name, _cells(line, asked)) for line in lines))
        for name, lines in GROUPS
    ]


def _cells(line: Line, asked: Sequence[AskedOfRotation]) -> tuple[tuple[str, bool], ...]:
    merits = [None if line.merit is None else line.merit(one) for one in asked]
    known = [merit for merit in merits if merit is not None]
    best = max(known) if known and max(known) > min(known) else None
    return tuple(
        (line.shows(one), best is not None and merit == best)
        for one, merit in zip(asked, merits, strict=True)
    )


def figures_of(rotation: Rotation) -> list[tuple[str, list[tuple[str, str]]]]:
    """The same figures of one rotation, by group."""
    return [
        (group.name, [(name, cells[0][0]) for name, cells in group.rows])
        for group in compared([rotation])
    ]
