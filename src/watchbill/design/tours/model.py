"""The integer model of tour design: people on each tour each day, and which tours are used.

The tours are as many as the families allow, a few hundred where slots are a quarter of an hour,
and most are not used. Whether one is used is a Boolean that its people switch on, so the model's
linear relaxation is as good as the most people that a tour may have: see the caps.
"""

from __future__ import annotations

from collections.abc import Sequence

from ortools.sat.python import cp_model

from watchbill.design.tours.problem import Staffed, TourNeed
from watchbill.solve.run import Outcome

weighted = cp_model.LinearExpr.weighted_sum
total = cp_model.LinearExpr.sum

DUTY_SCALE = 1000
"""The goal counts duties a week outside the limits to a thousandth, rounded up."""

Caps = list[list[int]]
"""For each tour and day the most people who may start it."""


class DesignModel:
    """The model of a need; ``scale`` is what its goal is multiplied by.

    ``outside``: the most that duties a week may be outside their limits, in thousandths; what
    they are is in the goal at the need's weight, unless it is 0. ``None`` leaves them free.
    """

    def __init__(self, need: TourNeed, caps: Caps, outside: int | None = None) -> None:
        self.need = need
        self.tours = need.tours()
        self.model = cp_model.CpModel()
        self._caps = caps
        self.people = [[self.model.new_int_var(0, cap, "") for cap in row] for row in caps]
        self._used = [self.model.new_bool_var("") for _ in self.tours]
        for row, own_caps, used in zip(self.people, caps, self._used, strict=True):
            for people, cap in zip(row, own_caps, strict=True):
                if cap:
                    self.model.add(people <= cap * used)
        self._under, self._over = self._cover(max(map(max, caps), default=0))
        self.scale = 1
        goal = self._plain_goal()
        if outside == 0:
            for span in self._spans():
                self.model.add(span <= 0)
        elif outside is not None:
            self.scale = DUTY_SCALE
            goal = DUTY_SCALE * goal + need.weights.duties * self._duties_outside(outside)
        self.model.minimize(goal)

    def _cover(self, cap: int) -> tuple[list[cp_model.IntVar], list[cp_model.IntVar]]:
        """People short and to spare, by slot."""
        there: list[list[cp_model.IntVar]] = [[] for _ in self.need.demand]
        for tour, row in zip(self.tours, self.people, strict=True):
            for day, people in enumerate(row):
                for slot in self.need.slots_of(tour, day):
                    there[slot].append(people)
        under, over = [], []
        for demand, people_there in zip(self.need.demand, there, strict=True):
            under.append(self.model.new_int_var(0, 0 if self.need.bounded else demand, ""))
            over.append(self.model.new_int_var(0, cap * len(people_there), ""))
            self.model.add(total(people_there) + under[-1] - over[-1] == demand)
        return under, over

    def _plain_goal(self) -> cp_model.LinearExpr:
        weights, slot = self.need.weights, self.need.slot
        return (
            weights.under * slot * total(self._under)
            + weights.over * slot * total(self._over)
            + weights.tours * total(self._used)
        )

    def _duties(self) -> cp_model.LinearExpr:
        return total([people for row in self.people for people in row])

    def _slots(self) -> cp_model.LinearExpr:
        pairs = [(people, tour.length) for tour, row in zip(self.tours, self.people, strict=True)
                 for people in row]  # fmt: skip
        return weighted([people for people, _ in pairs], [length for _, length in pairs])

    def _spans(self) -> list[cp_model.LinearExpr]:
        """How far duties a week are above and below their limits, above 0 where they break them.

        Duties a week are duties x week's minutes / minutes worked; each is multiplied by the
        minutes worked and by the limit's denominator.
        """
        (least, most), minutes = self.need.duties, self.need.week_minutes
        duties, worked = self._duties(), self.need.slot * self._slots()
        return [
            most.denominator * minutes * duties - most.numerator * worked,
            least.numerator * worked - least.denominator * minutes * duties,
        ]

    def _duties_outside(self, most: int) -> cp_model.IntVar:
        """Duties a week outside their limits, in thousandths, rounded up, at most ``most``."""
        outside = self.model.new_int_var(0, most, "")
        largest = sum(
            tour.length * sum(row) for tour, row in zip(self.tours, self._caps, strict=True)
        )
        slots = self.model.new_int_var(0, largest, "")
        self.model.add(slots == self._slots())
        product = self.model.new_int_var(0, most * largest, "")
        self.model.add_multiplication_equality(product, [outside, slots])
        least_limit, most_limit = self.need.duties
        for span, limit in zip(self._spans(), (most_limit, least_limit), strict=True):
            factor = limit.denominator * self.need.slot
            self.model.add(factor * product >= DUTY_SCALE * span)
        return outside

    def hint(self, design: Sequence[Staffed]) -> None:
        """Tells the search of a design to begin with."""
        known = {staffed.tour: staffed.people for staffed in design}
        for tour, row, used in zip(self.tours, self.people, self._used, strict=True):
            counts = known.get(tour, (0,) * self.need.days)
            self.model.add_hint(used, tour in known)
            for people, count in zip(row, counts, strict=True):
                self.model.add_hint(people, count)

    def design(self, outcome: Outcome) -> tuple[Staffed, ...]:
        """The design that a solve found: its tours that anybody works."""
        staffed = (
            Staffed(tour, tuple(outcome.value(people) for people in row))
            for tour, row in zip(self.tours, self.people, strict=True)
        )
        return tuple(one for one in staffed if any(one.people))
