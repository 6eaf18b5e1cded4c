"""By when a change has to be told, to be paid no premium for want of notice.

There is no second notion of notice here: the change is priced as if it had been told earlier, and
later, and the first date is the one from which it costs no more than with all the notice there
could be.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from watchbill.asking.asking import Texts
from watchbill.desk.effect import pay_of
from watchbill.events.change import Change
from watchbill.events.duty import Known
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import DAY_MINUTES, Day, Wall, at, day_of
from watchbill.kernel.problems import BadInput
from watchbill.ledger.entry import Entry
from watchbill.pay.lines import total
from watchbill.records.local_tour import DayOff

LONGEST = 60
"""Days of notice that are enough for any clause: more is not tried."""


@dataclass(frozen=True, slots=True)
class WithoutPremium:
    """``tell_by`` is the last date on which this change can be told without a premium;
    ``first_date`` the first to which such a change can be made, told when this one is."""

    tell_by: Day
    first_date: Day


def without_premium(
    texts: Texts, before: Schedule, added: Sequence[Entry]
) -> WithoutPremium | None:
    """Of the one change among the entries; ``None`` where there is none, or where its cost does
    not go by when it is told."""
    changes = [one for one in added if isinstance(one.event, Change)]
    if len(changes) != 1:
        return None
    event, number = changes[0].event, changes[0].number
    assert isinstance(event, Change)
    if event.person not in before.people:
        return None
    day = _first_touched(event)
    base = replace(before, people={event.person: before.people[event.person]})

    def cost(days: int) -> Decimal | None:
        """What the person costs, told so many days before."""
        told = at(Day(day - days), event.told % DAY_MINUTES)
        earlier = Wall(min(0, told - event.told))
        postings = tuple(replace(one, at=Wall(one.at + earlier)) for one in base.postings)
        try:
            told_then = Known(number, replace(event, told=told))
            after = replace(base, postings=postings).apply(told_then)
        except BadInput:
            return None  # a later entry of the same act took the place of this one
        return total(pay_of(texts, after, (event.person,)))

    least, most = cost(LONGEST), cost(0)
    if least is None or most is None or most <= least:
        return None
    enough = bisect_left(range(LONGEST + 1), True, key=lambda days: cost(days) == least)
    return WithoutPremium(Day(day - enough), Day(day_of(event.told) + enough))


def _first_touched(event: Change) -> Day:
    """The first date that the change touches: notice is counted to it."""
    days = [event.tour.day if isinstance(event.tour, DayOff) else day_of(event.tour)]
    days += [event.to.day] if event.to is not None else []
    return min(days)
