"""A cycle in CP-SAT: its tours, the need that its copies meet, the clauses that it keeps.

One Boolean a day of the cycle and tour. All platoons work the same cycle from different days, so
that who is on duty on a date is the sum of the cycle's days that lie so far apart. Each member of
the demand (:class:`~watchbill.design.cycles.need.Member`) can have a switch of its own.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from ortools.sat.python import cp_model

from watchbill.agreement.model import Agreement
from watchbill.design.cycles.forms import Form, platoons_needed
from watchbill.design.cycles.laid_out import (
    block_of,
    constraining,
    days_for,
    days_to_audit,
    offsets_for,
    possible,
)
from watchbill.design.cycles.need import WEEK, AskedPart, AskedSort, CycleNeed
from watchbill.design.cycles.spread import seats_on, who_may
from watchbill.kernel.clock import DAY_MINUTES
from watchbill.rotation.notation import OFF
from watchbill.rules.plan import Constrains
from watchbill.solve.repeating import LaidCycle, RepeatingDuty


class CycleModel:
    """The model of a need in one form, under an agreement.

    ``on[d][t]`` is true where tour ``t`` starts on day ``d`` of the cycle, and ``duty[d]`` where
    any does. With ``switches``, each member holds only where its literal is true.
    """

    def __init__(
        self, need: CycleNeed, form: Form, agreement: Agreement, switches: bool = False
    ) -> None:
        self.need, self.form = need, form
        self.model = cp_model.CpModel()
        days, tours = range(form.days), range(len(need.tours))
        self.on = [
            [self.model.new_bool_var(f"{day} {need.tours[tour].code}") for tour in tours]
            for day in days
        ]
        self.duty = [self.model.new_bool_var(f"{day} duty") for day in days]
        self.switches: dict[AskedPart, cp_model.IntVar] = {}
        self._switches = switches
        self._worked_once()
        self._cover()
        self._seats()
        self._hours()
        self._clauses(agreement)

    @property
    def minutes(self) -> cp_model.LinearExpr:
        """Minutes of duty in a cycle."""
        return total(
            [
                tour.length * row[place]
                for row in self.on
                for place, tour in enumerate(self.need.tours)
            ]
        )

    def cover(self, day: int, tour: int) -> cp_model.LinearExpr:
        """Platoons on a tour of that day."""
        days = [(day - offset) % self.form.days for offset in self.form.offsets]
        return total([self.on[one][tour] for one in days])

    def platoons_needed(self, day: int, tour: int) -> int:
        """Platoons that a tour needs on such a day at least."""
        return platoons_needed(self.need, self.form, day, tour)

    def hint(self, codes: Sequence[str]) -> None:
        """Starts the search from a cycle that is known; to be said once."""
        for day, code in enumerate(codes):
            self.model.add_hint(self.duty[day], code != OFF)
            for place, tour in enumerate(self.need.tours):
                self.model.add_hint(self.on[day][place], code == tour.code)

    def keep_away(self, codes: Sequence[str], distance: int, shifts: Collection[int]) -> None:
        """At least ``distance`` days differ from the cycle ``codes``, however it is turned."""
        letters = [tour.code for tour in self.need.tours]
        for shift in shifts:
            same = []
            for day in range(self.form.days):
                code = codes[(day + shift) % len(codes)]
                same.append(
                    self.duty[day].negated() if code == OFF else self.on[day][letters.index(code)]
                )
            self.model.add(total(same) <= self.form.days - distance)

    def _worked_once(self) -> None:
        """At most one tour starts on a day, and none before the last one is over."""
        for day, row in enumerate(self.on):
            self.model.add(total(row) == self.duty[day])
            for place, tour in enumerate(self.need.tours):
                for later, other in enumerate(self.need.tours):
                    if tour.start + tour.length > DAY_MINUTES + other.start:
                        after = self.on[(day + 1) % self.form.days][later]
                        self.model.add(row[place] + after <= 1)

    def _switch(self, member: AskedPart) -> cp_model.IntVar | None:
        if not self._switches:
            return None
        if member not in self.switches:
            self.switches[member] = self.model.new_bool_var(f"{member.sort} {member.name}")
        return self.switches[member]

    def _hold(self, constraint: cp_model.BoundedLinearExpression | bool, member: AskedPart) -> None:
        switch = self._switch(member)
        held = self.model.add(constraint)
        if switch is not None:
            held.only_enforce_if(switch)

    def _cover(self) -> None:
        for place, tour in enumerate(self.need.tours):
            member = AskedPart(AskedSort.TOUR, tour.code)
            needed = [self.platoons_needed(day, place) for day in range(self.form.step)]
            for day, count in enumerate(needed):
                if count:
                    self._hold(self.cover(day, place) >= count, member)
            if any(needed):
                # Nothing new, but a limit on hours is seen to clash with it at once.
                self._hold(total([row[place] for row in self.on]) >= sum(needed), member)

    def _seats(self) -> None:
        """Of those who may fill some posts, enough on every date of the cycle."""
        for seats in self.need.seats:
            weights = who_may(self.need, self.form, seats)
            for place, tour in enumerate(self.need.tours):
                member = AskedPart(AskedSort.TOUR, tour.code)
                for day in range(self.form.days):
                    count = seats_on(seats, self.form, day, place)
                    if count:
                        there = [
                            weight * self.on[(day - offset) % self.form.days][place]
                            for weight, offset in zip(weights, self.form.offsets, strict=True)
                        ]
                        self._hold(total(there) >= count, member)

    def _hours(self) -> None:
        if self.need.least_hours:
            least = math.ceil(self.need.least_hours * 60 * self.form.days / WEEK)
            self._hold(self.minutes >= least, AskedPart(AskedSort.HOURS))

    def _clauses(self, agreement: Agreement) -> None:
        duty = RepeatingDuty(self.model, [one for row in self.on for one in row])
        laid: dict[tuple[int, int], LaidCycle] = {}
        audited = days_to_audit(agreement, self.need, self.form)
        for scoped in constraining(agreement, self.need):
            rule = scoped.rule
            assert isinstance(rule, Constrains)
            switch = self._switch(AskedPart(AskedSort.CLAUSE, scoped.clause.number))
            days = audited if block_of(rule) else days_for(rule, self.form)
            for offset in offsets_for(rule, self.form):
                if (offset, days) not in laid:
                    laid[offset, days] = possible(self.need, self.form, offset, days)
                duty.hold_to(rule, laid[offset, days], switch)


def total(terms: Sequence[cp_model.LinearExprT]) -> cp_model.LinearExpr:
    """The sum of the terms, an expression also where there is none or but one."""
    return cp_model.LinearExpr.weighted_sum(terms, [1] * len(terms))
