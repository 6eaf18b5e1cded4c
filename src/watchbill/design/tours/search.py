"""Designs tours: the best found within the limit, and how much better any could be.

Duties a week are a ratio, and most designs keep their limits by themselves. So the goal is first
solved without them, which is a bound on the whole. Only if that design breaks them is it solved
with them, as products of integers, from that design.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from fractions import Fraction
from math import ceil

from watchbill.design.tours.caps import affordable, worthwhile
from watchbill.design.tours.model import DUTY_SCALE, Caps, DesignModel
from watchbill.design.tours.problem import Parts, Staffed, TourNeed, parts_of
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer, Outcome, solve
from watchbill.solve.settings import Settings

WAY: dict[str, object] = {"linearization_level": 2}
RACE: dict[str, object] = {"interleave_search": False, "num_workers": 8}
"""More searches than cores: some only look for better designs near the best. Measured on two."""

TIMES_WIDER = 3


@dataclass(frozen=True, slots=True)
class TourDesign:
    """What a search for tours came to.

    ``answer`` is best (proved), found, impossible or undecided. ``goal`` is the weighted sum of
    ``parts``, exactly; no design has one below ``bound``. ``seconds`` by the clock.
    """

    answer: Answer
    seconds: float
    staffed: tuple[Staffed, ...] = ()
    parts: Parts | None = None
    goal: Fraction | None = None
    bound: Fraction | None = None
    interrupted: bool = False

    @property
    def gap(self) -> float | None:
        """How far the goal may be above the least possible, as a share of it."""
        if self.goal is None or self.bound is None:
            return None
        return float((self.goal - self.bound) / self.goal) if self.goal else 0.0


def design_tours(
    need: TourNeed,
    settings: Settings | None = None,
    watch: Watch | None = None,
    race: bool = False,
) -> TourDesign:
    """The tours that meet ``need`` best.

    The same need, seed and cores give the same design unless the limit or a stop came first.
    With ``race``, searches run beside each other as they can: sooner, and not the same each time.
    """
    return _Search(need, settings or Settings(), watch, race).run()


class _Search:
    """The state of one search."""

    def __init__(self, need: TourNeed, settings: Settings, watch: Watch | None, race: bool) -> None:
        self._began = time.perf_counter()
        self._need = need
        self._settings = settings
        self._watch = watch
        self._way = WAY | RACE if race else WAY
        self._best: tuple[Fraction, Parts, tuple[Staffed, ...]] | None = None
        self._bound = Fraction(0)
        self._interrupted = False

    def run(self) -> TourDesign:
        need, weights = self._need, self._need.weights
        if need.bounded and self._cannot_be_bounded():
            return self._end(Answer.IMPOSSIBLE)
        free = DesignModel(need, worthwhile(need))
        outcome = self._solve(free)
        if not outcome.has_solution:
            return self._end(Answer.UNDECIDED)
        self._bound = Fraction(outcome.bound or 0)
        staffed = free.design(outcome)
        kept = not parts_of(need, staffed).duties
        if kept or not need.bounded:
            self._take(staffed)
        if kept or not (need.bounded or weights.duties):
            return self._end(outcome.answer)
        return self._keep_duties() if need.bounded else self._price_duties()

    def _price_duties(self) -> TourDesign:
        """A design is known whose duties are outside their limits: now that has its price."""
        goal, staffed = self._known()
        price = self._need.weights.duties
        model = DesignModel(self._need, self._wider(goal), ceil(goal * DUTY_SCALE / price))
        model.hint(staffed)
        outcome = self._solve(model)
        if outcome.has_solution:
            self._take(model.design(outcome))
            if self._need.weights.over:
                bound = Fraction(outcome.bound or 0) / DUTY_SCALE - Fraction(price, DUTY_SCALE)
                self._bound = max(self._bound, bound)
        sure = outcome.answer is Answer.BEST and self._need.weights.over
        return self._end(Answer.BEST if sure else Answer.FOUND)

    def _keep_duties(self) -> TourDesign:
        """The best design breaks the limits of duties: people are added until some design keeps
        them, and then as many as any better one could have."""
        caps = worthwhile(self._need)
        for _ in range(TIMES_WIDER):
            model = DesignModel(self._need, caps, outside=0)
            outcome = self._solve(model)
            if outcome.answer is not Answer.IMPOSSIBLE:
                break
            caps = [[4 * max(cap, 1) for cap in row] for row in caps]
        if not outcome.has_solution:
            return self._end(Answer.UNDECIDED)
        self._take(model.design(outcome))
        if not self._need.weights.over:
            return self._end(Answer.FOUND)
        goal, staffed = self._known()
        model = DesignModel(self._need, self._wider(goal), outside=0)
        model.hint(staffed)
        outcome = self._solve(model)
        if outcome.has_solution:
            self._take(model.design(outcome))
            self._bound = max(self._bound, Fraction(outcome.bound or 0))
        return self._end(Answer.BEST if outcome.answer is Answer.BEST else Answer.FOUND)

    def _cannot_be_bounded(self) -> bool:
        """Whether some slot has no tour, or every tour is too short, or too long, for the duties.

        Otherwise enough people on a tour that is not will do.
        """
        need = self._need
        if not any(need.demand):
            return False
        covered = {
            slot
            for tour in need.tours()
            for day in range(need.days)
            for slot in need.slots_of(tour, day)
        }
        alone = [Fraction(need.week_minutes, tour.length * need.slot) for tour in need.tours()]
        least, most = need.duties
        return (
            any(want and slot not in covered for slot, want in enumerate(need.demand))
            or min(alone) > most
            or max(alone) < least
        )

    def _wider(self, goal: Fraction) -> Caps:
        """Caps that no design better than ``goal`` exceeds, where being to spare has a price."""
        if self._need.weights.over:
            return affordable(self._need, goal)
        return [[2 * max(self._need.demand)] * self._need.days for _ in self._need.tours()]

    def _solve(self, model: DesignModel) -> Outcome:
        rest = self._settings.left(time.perf_counter() - self._began)
        outcome = solve(model.model, rest, self._watch, self._way)
        self._interrupted = self._interrupted or outcome.interrupted
        return outcome

    def _take(self, staffed: tuple[Staffed, ...]) -> None:
        """Keeps a design if it is better than what is known."""
        parts = parts_of(self._need, staffed)
        goal = parts.goal(self._need.weights)
        if self._best is None or goal < self._best[0]:
            self._best = goal, parts, staffed

    def _known(self) -> tuple[Fraction, tuple[Staffed, ...]]:
        if self._best is None:
            raise ValueError("nothing is known yet")
        goal, _, staffed = self._best
        return goal, staffed

    def _end(self, answer: Answer) -> TourDesign:
        seconds = time.perf_counter() - self._began
        if self._best is None:
            return TourDesign(answer, seconds, interrupted=self._interrupted)
        goal, parts, staffed = self._best
        bound = goal if answer is Answer.BEST else min(self._bound, goal)
        return TourDesign(answer, seconds, staffed, parts, goal, bound, self._interrupted)
