"""On which day of the cycle each platoon starts, where nobody has said.

The first platoon starts on day 0 and the others as evenly apart as whole days allow. From
there each platoon in turn moves to where the fewest minutes of duty coincide with the others',
and among equally good days to the one nearest its even place, then the earlier, until nothing
improves. The fewer minutes coincide, the more level the coverage.

So two days, two nights, four off with four platoons gives 0, 2, 4, 6; 24/48 with a Kelly day
every 7th tour and three platoons stays at 0, 7, 14, where each day has its platoon and the
Kelly days lie a week apart; with a Kelly day every 9th the even 0, 9, 18 would put all three on
duty on the same day, and becomes 0, 8, 19.
"""

from __future__ import annotations

from collections.abc import Mapping

from watchbill.kernel.clock import DAY_MINUTES
from watchbill.records.tours import TourType
from watchbill.rotation.notation import OFF, Pattern

_MOST_TRIES = 300_000
"""Above this many comparisons a round (very long cycles, very many platoons) the even places
are kept as they are."""


def spread(pattern: Pattern, tours: Mapping[str, TourType], platoons: int) -> tuple[int, ...]:
    """The day of the cycle on which each platoon starts, the first on 0."""
    days = pattern.days
    even = [(2 * days * platoon + platoons) // (2 * platoons) for platoon in range(platoons)]
    if platoons == 1 or days * platoons * platoons > _MOST_TRIES:
        return tuple(even)
    together = _together(pattern, tours)
    places = list(even)
    while _improve(places, even, together):
        pass
    return tuple(sorted(places))


def _improve(places: list[int], even: list[int], together: list[int]) -> bool:
    """Moves each platoon but the first to its best day; whether any moved."""
    days = len(together)
    before = tuple(places)
    for platoon in range(1, len(places)):
        others = places[:platoon] + places[platoon + 1 :]

        def cost(
            day: int, others: list[int] = others, home: int = even[platoon]
        ) -> tuple[int, int]:
            return sum(together[(day - other) % days] for other in others), abs(day - home)

        best = min(range(days), key=lambda day: (*cost(day), day))
        if cost(best) < cost(places[platoon]):
            places[platoon] = best
    return tuple(places) != before


def _together(pattern: Pattern, tours: Mapping[str, TourType]) -> list[int]:
    """Minutes in a cycle that two platoons so many days apart are on duty together.

    Days of a tour are the bits of a number, so that a shift of the cycle is a shift of bits.
    """
    days = pattern.days
    full = (1 << days) - 1
    codes = sorted(set(pattern.codes) - {OFF})
    bits = {
        code: sum(1 << day for day, other in enumerate(pattern.codes) if other == code)
        for code in codes
    }
    minutes = [0] * days
    for one in codes:
        for other in codes:
            for later in (-1, 0, 1):
                shared = _overlap(tours[one], tours[other], later * DAY_MINUTES)
                if not shared:
                    continue
                for apart in range(days):
                    # ``other`` starts ``later`` days after ``one``, its cycle ``apart`` days on.
                    turn = (apart - later) % days
                    turned = (bits[other] << turn | bits[other] >> (days - turn)) & full
                    minutes[apart] += shared * (bits[one] & turned).bit_count()
    return minutes


def _overlap(one: TourType, other: TourType, later: int) -> int:
    start = max(one.start, other.start + later)
    end = min(one.start + one.length, other.start + other.length + later)
    return max(0, end - start)
