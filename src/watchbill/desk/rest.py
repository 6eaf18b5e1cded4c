"""What published guidance on fatigue warns of and no clause may forbid.

Remarks, never findings: duty without a break as long as a day, hardly any rest between two tours,
a fifth night in a row. The sources are the evidence-based guideline on fatigue in emergency
medical services (Patterson et al., Prehospital Emergency Care 22, supplement 1, 2018), which
recommends shifts of less than 24 hours, and the guidance on shift work of the British Health and
Safety Executive (HSG256, 2006), which advises at least 12 hours between shifts and few nights in
a row.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from watchbill.desk.caution import Caution
from watchbill.kernel.clock import DAY_MINUTES, Day, day_text, length_text, wall_text
from watchbill.records.timeline import Timeline
from watchbill.records.tours import Tour, TourKind
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.spans import runs_of_days

EMS = "Patterson et al., Prehospital Emergency Care 22 (S1), 2018"
HSE = "HSE, Managing shift work, HSG256, 2006"
NIGHTS = 4
"""Nights in a row after which one more is remarked on."""

_Said = tuple[str, str]
"""A sentence and its source."""


def rest_remarks(before: Roster | None, after: Roster) -> Iterator[Caution]:
    """What guidance warns of in the lines after that it does not in those before."""
    old = {line.person.key: line for line in before.lines} if before is not None else {}
    for line in after.lines:
        was = old.get(line.person.key)
        if was is not None and was.tours == line.tours:
            continue
        stood = set() if was is None else set(_said(was))
        for sentence, source in _said(line):
            if (sentence, source) not in stood:
                yield Caution(line.person.label, sentence, source)


def _said(line: RosterLine) -> Iterator[_Said]:
    tours = sorted((*line.carried, *line.tours))
    yield from _unbroken(tours)
    yield from _no_rest(tours)
    yield from _nights(Timeline.of(tours))


def _unbroken(tours: Sequence[Tour]) -> Iterator[_Said]:
    """Tours that follow one another without a break and come to a day or more."""
    chain: list[Tour] = []
    for tour in [*tours, None]:
        if chain and (tour is None or tour.start > chain[-1].end):
            length = chain[-1].end - chain[0].start
            if len(chain) > 1 and length >= DAY_MINUTES:
                begins = wall_text(chain[0].wall_start)
                yield f"{length_text(length)} on duty without a break from {begins}.", EMS
            chain = []
        if tour is not None:
            chain.append(tour)


def _no_rest(tours: Sequence[Tour]) -> Iterator[_Said]:
    """Two tours one after the other without any rest between them."""
    for one, other in pairwise(tours):
        if one.end == other.start and other.end - one.start < DAY_MINUTES:
            yield f"No rest between {one} and {other}.", HSE


def _nights(line: Timeline) -> Iterator[_Said]:
    from_the_first = min(line.days, default=0)
    for run in runs_of_days(line, TourKind.NIGHT, NIGHTS, from_the_first):
        since = day_text(Day(run.first))
        yield f"{run.length} nights in a row from {since}.", HSE
