"""Who of which sort is in which platoon, so that each post is filled by those who may fill it."""

from __future__ import annotations

from collections.abc import Sequence

from watchbill.design.cycles.forms import Form
from watchbill.design.cycles.need import WEEK, CycleNeed, Seats


def spread_sorts(need: CycleNeed, form: Form) -> list[list[int]]:
    """For each sort of people how many are in each platoon: as evenly as can be, rare sorts first.

    Where there are more people than those counted, the rest may fill any post and come last, as a
    sort of their own; where there are fewer, the most frequent sorts have lost them.
    """
    places = form.platoons * form.size
    counts = list(need.sorts)
    while sum(counts) > places:
        counts[counts.index(max(counts))] -= 1
    counts.append(places - sum(counts))
    left = [form.size] * form.platoons
    rows = [[0] * form.platoons for _ in counts]
    for sort in sorted(range(len(counts)), key=lambda sort: (counts[sort], sort)):
        row = rows[sort]
        for number in range(counts[sort]):
            ideal = number * form.platoons // counts[sort]
            open_to = [place for place in range(form.platoons) if left[place]]
            place = min(open_to, key=lambda one: (row[one], (one - ideal) % form.platoons))
            row[place] += 1
            left[place] -= 1
    return rows


def who_may(need: CycleNeed, form: Form, seats: Seats) -> list[int]:
    """How many of each platoon may fill the seats."""
    rows = spread_sorts(need, form)
    own = [rows[sort] for sort in (*seats.who, len(rows) - 1)]
    return [sum(row[platoon] for row in own) for platoon in range(form.platoons)]


def seats_on(seats: Seats, form: Form, day: int, tour: int) -> int:
    """How many of those who may are needed on that day of the cycle of the first platoon."""
    return max(seats.need[tour][one] for one in _weekdays(form, day))


def meets(need: CycleNeed, form: Form, codes: Sequence[str]) -> bool:
    """Whether on every date each tour has the people that it and each post need."""
    asked = [(seats, who_may(need, form, seats)) for seats in need.seats]
    for day in range(form.days):
        on = [codes[(day - offset) % form.days] for offset in form.offsets]
        for place, tour in enumerate(need.tours):
            if form.size * on.count(tour.code) < need.on(place, _weekdays(form, day)):
                return False
            for seats, weights in asked:
                there = zip(weights, on, strict=True)
                have = sum(count for count, code in there if code == tour.code)
                if have < seats_on(seats, form, day, place):
                    return False
    return True


def _weekdays(form: Form, day: int) -> frozenset[int]:
    """The weekdays that a day of the cycle comes to."""
    return frozenset((day + turn * form.days) % WEEK for turn in range(WEEK))
