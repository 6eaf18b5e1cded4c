"""The most people who may be worth having on a tour on a day.

A tour's people switch it on, and a solver sees through that the better the lower this is.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from watchbill.design.tours.model import Caps
from watchbill.design.tours.problem import SlotTour, TourNeed


def worthwhile(need: TourNeed) -> Caps:
    """No better design has more, as long as duties a week cost nothing.

    One person more on a tour covers what nobody covered in some slots and is to spare in the
    others. Where that would not pay even if no other tour was staffed, it never does. Where
    demand must be covered in full, one more pays as long as any slot asks for as many.
    """
    weights = need.weights
    under, over = (1, 0) if need.bounded else (weights.under, weights.over)

    def cap(tour: SlotTour, day: int) -> int:
        wanted = sorted((need.demand[slot] for slot in need.slots_of(tour, day)), reverse=True)
        most = 0
        for place, demand in enumerate(wanted, start=1):
            # With as many people as this slot asks for, `place` slots at least want all of them.
            if under * place > over * (len(wanted) - place):
                most = demand
                break
        return most

    return _each(need, cap)


def affordable(need: TourNeed, goal: Fraction) -> Caps:
    """No design better than ``goal`` has more: what they are to spare alone would cost as much.

    ``need.weights.over`` must be above zero.
    """
    price = need.weights.over * need.slot

    def cap(tour: SlotTour, day: int) -> int:
        wanted = [need.demand[slot] for slot in need.slots_of(tour, day)]
        most = max(wanted)
        spare = sum(most - demand for demand in wanted)
        while price * spare > goal and most:
            most -= 1
            spare = sum(max(0, most - demand) for demand in wanted)
        return most + max(0, int((goal / price - spare) // len(wanted)))

    return _each(need, cap)


def _each(need: TourNeed, cap: Callable[[SlotTour, int], int]) -> Caps:
    return [[cap(tour, day) for day in range(need.days)] for tour in need.tours()]
