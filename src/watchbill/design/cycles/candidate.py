"""A rotation that was found, with what it is good at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from watchbill.audit.audit import Audit
from watchbill.design.cycles.aims import Aim, Quality, qualities, score
from watchbill.design.cycles.forms import Form, platoons_needed
from watchbill.design.cycles.need import WEEK, CycleNeed
from watchbill.kernel.clock import DAY_MINUTES
from watchbill.rotation.cycle import Rotation, make_rotation
from watchbill.rotation.figures import Figures, coverage_by_hour, figures
from watchbill.rotation.notation import OFF, Pattern
from watchbill.solve.run import Answer

Heat = tuple[tuple[int, ...], ...]
"""For each weekday and hour, the least number of people on duty in any of its minutes."""


@dataclass(frozen=True)
class CycleCandidate:
    """A rotation that meets a need and that breaks no limit of the agreement.

    ``aim`` is what it was searched for with, and ``answer`` says whether nothing of its form is
    better by that aim (``best``) or that was not proved; ``best`` and ``bound`` of the goal.
    """

    rotation: Rotation
    form: Form
    aim: Aim
    need: CycleNeed
    answer: Answer
    best: float | None
    bound: float | None
    audit: Audit

    @cached_property
    def figures(self) -> Figures:
        """Its figures; coverage counts platoons."""
        return figures(self.rotation)

    @cached_property
    def qualities(self) -> dict[Quality, int]:
        """Its counts."""
        return qualities(self.rotation, uneven(self.rotation, self.form, self.need))

    @cached_property
    def score(self) -> float:
        """What it is worth where nothing in particular is aimed at: the less, the better."""
        return score(self.rotation, uneven(self.rotation, self.form, self.need))

    @property
    def warned(self) -> tuple[str, ...]:
        """The clauses whose soft rules it does not keep, by number; no limit is broken."""
        return tuple(dict.fromkeys(one.clause.number for one in self.audit.findings))

    @cached_property
    def heat(self) -> Heat:
        """The least number of people on duty, by weekday and hour."""
        return heat(self.rotation, self.form.size)


def heat(rotation: Rotation, size: int) -> Heat:
    """The least number of people on duty in any minute of each weekday's hours, with platoons
    of ``size`` people. Where a cycle passes through all weekdays, each has its thinnest.
    """
    hourly = coverage_by_hour(rotation)
    table = [[len(rotation.offsets) * size] * 24 for _ in range(WEEK)]
    for turn in range(WEEK if rotation.days % WEEK else 1):
        for hour, count in enumerate(hourly):
            day = (turn * rotation.days + hour // 24) % WEEK
            table[day][hour % 24] = min(table[day][hour % 24], count * size)
    return tuple(map(tuple, table))


def uneven(rotation: Rotation, form: Form, need: CycleNeed) -> int:
    """By how many platoons the tours with most to spare have more than those with least."""
    spare = []
    for place, tour in enumerate(need.tours):
        for day in range(form.step):
            on = sum(
                rotation.pattern.codes[(day - offset) % form.days] == tour.code
                for offset in form.offsets
            )
            spare.append(on - platoons_needed(need, form, day, place))
    return max(spare) - min(spare)


def as_rotation(need: CycleNeed, form: Form, codes: Sequence[str]) -> Rotation:
    """The cycle as a rotation of the form's platoons."""
    tours = {tour.code: tour for tour in need.tours if tour.code in codes}
    return make_rotation(Pattern(tuple(codes)), tours=tours, offsets=form.offsets)


def turned(need: CycleNeed, form: Form, codes: Sequence[str]) -> tuple[str, ...]:
    """The cycle begun where it reads best: with work after the longest time off, by turns of
    which each leaves the same people on duty on the same dates.
    """

    def reads(shift: int) -> tuple[bool, int, list[int], int]:
        line = [*codes[shift:], *codes[:shift]]
        off = 0
        while off < len(line) and line[-1 - off] == OFF:
            off += 1
        starts = {tour.code: tour.start for tour in need.tours} | {OFF: DAY_MINUTES}
        return line[0] == OFF, -off, [starts[code] for code in line], shift

    shift = min(range(0, form.days, form.step), key=reads)
    return (*codes[shift:], *codes[:shift])


def apart(one: Sequence[str], other: Sequence[str], form: Form) -> int:
    """Days on which two cycles of a form differ, however either is turned."""
    return min(
        sum(code != other[(day + shift) % len(other)] for day, code in enumerate(one))
        for shift in form.shifts
    )


def shortest_cycle(codes: Sequence[str]) -> tuple[str, ...]:
    """The shortest cycle that comes to the same, repeated."""
    days = len(codes)
    length = next(
        length
        for length in range(1, days + 1)
        if days % length == 0 and all(codes[day] == codes[day % length] for day in range(days))
    )
    return tuple(codes[:length])
