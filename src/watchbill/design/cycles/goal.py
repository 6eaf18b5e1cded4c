"""The qualities of a cycle as terms of a goal in CP-SAT.

Each term is at least its count, and where the goal drives it, exactly that (for what is good: at
most, and driven up).
"""

from __future__ import annotations

from collections.abc import Iterable

from ortools.sat.python import cp_model

from watchbill.design.cycles.aims import LONG_BREAK, WEEK, Aim, Quality, is_quick
from watchbill.design.cycles.model import CycleModel, total
from watchbill.kernel.clock import DAY_MINUTES, SATURDAY
from watchbill.records.tours import TourKind


class Goal:
    """The terms of a model's goal, by quality."""

    def __init__(self, cycle: CycleModel) -> None:
        self._cycle, self._model = cycle, cycle.model
        self._days = cycle.form.days
        self._tours = cycle.need.tours
        nights = [place for place, tour in enumerate(self._tours) if tour.kind is TourKind.NIGHT]
        self._night = [total([row[place] for place in nights]) for row in cycle.on]
        self.terms: dict[Quality, cp_model.LinearExpr] = {
            Quality.WEEKENDS: self._weekends(),
            Quality.QUICK: self._quick(),
            Quality.BACKWARD: self._backward(),
            Quality.SHORT_AFTER_NIGHTS: self._short_after_nights(),
            Quality.LONE_OFF: self._each(
                [self.duty(day - 1) + self.duty(day + 1) - self.duty(day) - 1]
                for day in range(self._days)
            ),
            Quality.LONE_ON: self._each(
                [self.duty(day) - self.duty(day - 1) - self.duty(day + 1)]
                for day in range(self._days)
            ),
            Quality.NIGHT_BLOCKS: self._each(
                [self.night(day) - self.night(day - 1)] for day in range(self._days)
            ),
            Quality.LONG_BREAKS: self._long_breaks(),
            Quality.HEAVIEST: self._heaviest(),
            Quality.UNEVEN: self._uneven(),
        }

    def minimize(self, aim: Aim) -> None:
        """Makes the aim the model's goal; what is no count of days weighs by the cycle's weeks."""
        weeks = max(1, self._days // WEEK)
        weighed = []
        for quality, term in self.terms.items():
            share = 28
            if quality in (Quality.HEAVIEST, Quality.UNEVEN):
                share = 7 * weeks
            elif quality is Quality.WEEKENDS and self._days % WEEK:
                share = 4  # each day of the cycle is a Saturday once in seven rounds
            weighed.append(aim.weight(quality) * share * term)
        self._model.minimize(total(weighed))

    def settle(self, quality: Quality, aim: Aim) -> None:
        """Makes one quality the model's only goal, whichever way the aim has it."""
        self._model.minimize((1 if aim.weight(quality) > 0 else -1) * self.terms[quality])

    def hold(self, quality: Quality, aim: Aim, at: float) -> None:
        """No worse in the quality than where :meth:`settle` came to ``at``."""
        sign = 1 if aim.weight(quality) > 0 else -1
        self._model.add(sign * self.terms[quality] <= round(at))

    def duty(self, day: int) -> cp_model.IntVar:
        """Whether a tour starts on the day."""
        return self._cycle.duty[day % self._days]

    def night(self, day: int) -> cp_model.LinearExpr:
        """Whether a night starts on the day."""
        return self._night[day % self._days]

    def on(self, day: int, tour: int) -> cp_model.IntVar:
        """Whether that tour starts on the day."""
        return self._cycle.on[day % self._days][tour]

    def _each(self, days: Iterable[Iterable[cp_model.LinearExpr]]) -> cp_model.LinearExpr:
        """How many of the days have an expression above nought; none is above one."""
        found = []
        for expressions in days:
            is_so = self._model.new_bool_var("")
            for expression in expressions:
                self._model.add(is_so >= expression)
            found.append(is_so)
        return total(found)

    def _weekends(self) -> cp_model.LinearExpr:
        whole = self._days % WEEK == 0
        free = []
        for day in range(SATURDAY, self._days, WEEK) if whole else range(self._days):
            is_free = self._model.new_bool_var("")
            self._model.add_implication(is_free, self.duty(day).negated())
            self._model.add_implication(is_free, self.duty(day + 1).negated())
            for place, tour in enumerate(self._tours):
                if tour.start + tour.length > DAY_MINUTES:
                    self._model.add_implication(is_free, self.on(day - 1, place).negated())
            free.append(is_free)
        return total(free)

    def _pairs(self, day: int, kind: str) -> Iterable[cp_model.LinearExpr]:
        """Two tours, the other a day later or after a day off, that are of the kind looked for."""
        for place, tour in enumerate(self._tours):
            for then, other in enumerate(self._tours):
                for later in (1, 2):
                    if kind == "backward":
                        hit = other.start < tour.start
                    else:
                        hit = is_quick(tour, other, later)
                    if hit:
                        between = self.duty(day + 1) if later == 2 else 0
                        yield self.on(day, place) + self.on(day + later, then) - between - 1

    def _quick(self) -> cp_model.LinearExpr:
        return self._each(self._pairs(day, "quick") for day in range(self._days))

    def _backward(self) -> cp_model.LinearExpr:
        return self._each(self._pairs(day, "backward") for day in range(self._days))

    def _short_after_nights(self) -> cp_model.LinearExpr:
        return self._each(
            [
                self.night(day) + self.duty(day + 1) - self.night(day + 1) - 1,
                self.night(day) + self.duty(day + 2) - self.duty(day + 1) - 1,
            ]
            for day in range(self._days)
        )

    def _long_breaks(self) -> cp_model.LinearExpr:
        begun = []
        for day in range(self._days):
            is_long = self._model.new_bool_var("")
            for later in range(LONG_BREAK):
                self._model.add_implication(is_long, self.duty(day + later).negated())
            begun.append(is_long)
        return total(begun)

    def _heaviest(self) -> cp_model.LinearExpr:
        hours = self._model.new_int_var(0, 24 * WEEK, "heaviest")
        for day in range(self._days):
            minutes = total(
                [
                    tour.length * self.on(day + later, place)
                    for later in range(WEEK)
                    for place, tour in enumerate(self._tours)
                ]
            )
            self._model.add(60 * hours >= minutes)
        return hours

    def _uneven(self) -> cp_model.LinearExpr:
        cycle = self._cycle
        most = self._model.new_int_var(-cycle.form.platoons, cycle.form.platoons, "most spare")
        least = self._model.new_int_var(-cycle.form.platoons, cycle.form.platoons, "least spare")
        for day in range(cycle.form.step):
            for place in range(len(self._tours)):
                spare = cycle.cover(day, place) - cycle.platoons_needed(day, place)
                self._model.add(spare <= most)
                self._model.add(spare >= least)
        return most - least
