"""What the rules that judge people one by one say of a line of a roster.

It rests on the line, the rules and the dates alone, so that whose line stands as it did need not
be judged again.
"""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.asking.asked import Asked
from watchbill.asking.asking import Asking
from watchbill.kernel.clock import day_of
from watchbill.records.timeline import Frame
from watchbill.roster.judged import Framed, JudgedLines, ReadAs
from watchbill.roster.model import RosterLine
from watchbill.rules.base import Breach, ChecksPerson, ChecksRecord

Told = tuple[tuple[int, Breach], ...]
"""Breaches, each with the place of its rule among those asked."""


@dataclass(frozen=True, slots=True)
class LineJudged:
    """One line, judged; rules are known by their places among those asked.

    ``covered`` are those that judge the person's duty; ``not_judged`` those of them that cannot,
    each with the reason; ``of_record`` is what is found in what happened to the schedule.
    """

    covered: tuple[int, ...]
    of_duty: Told
    of_record: Told
    not_judged: tuple[tuple[int, str], ...]


class LineJudge:
    """Judges lines of one roster, one after another."""

    def __init__(self, asking: Asking, lines: JudgedLines) -> None:
        self._lines = lines
        readings = [ReadAs.of(asked) for asked in asking.rules]
        self._readings = list(dict.fromkeys(readings))
        places = [self._readings.index(reading) for reading in readings]
        self._of_duty: list[tuple[int, Asked, ChecksPerson, int]] = []
        self._of_record: list[tuple[int, Asked, ChecksRecord, int]] = []
        for place, asked in enumerate(asking.rules):
            rule = asked.rule
            if isinstance(rule, ChecksPerson):
                self._of_duty.append((place, asked, rule, places[place]))
            if isinstance(rule, ChecksRecord):
                self._of_record.append((place, asked, rule, places[place]))
        # Many people have the same frame, and are not judged for the same reason.
        self._reasons: dict[tuple[int, Frame], str | None] = {}

    def judge(self, line: RosterLine) -> LineJudged:
        """What the rules say of the line."""
        framed = [self._lines.framed(line, reading) for reading in self._readings]
        covered: list[int] = []
        of_duty: list[tuple[int, Breach]] = []
        reasons: list[tuple[int, str]] = []
        for place, asked, rule, reading in self._of_duty:
            one = framed[reading]
            if not _ever(asked, line):
                continue
            covered.append(place)
            of_duty += (
                (place, breach)
                for breach in rule.check(one.read_by(asked), one.frame)
                if day_of(breach.start) <= one.frame.last  # what begins later is of other dates
                and asked.covers(line.person_on(day_of(breach.start)))
            )
            reason = self._reason(place, rule, one.frame)
            if reason is not None:
                reasons.append((place, reason))
        return LineJudged(tuple(covered), tuple(of_duty), self._told(line, framed), tuple(reasons))

    def _told(self, line: RosterLine, framed: list[Framed]) -> Told:
        if line.record is None:
            return ()
        return tuple(
            (place, breach)
            for place, asked, rule, reading in self._of_record
            if _ever(asked, line)
            for breach in rule.check_record(line.record, framed[reading].frame)
            if asked.covers(line.person_on(day_of(breach.start)))
        )

    def _reason(self, place: int, rule: ChecksPerson, frame: Frame) -> str | None:
        key = (place, frame)
        if key not in self._reasons:
            self._reasons[key] = rule.not_judged(frame)
        return self._reasons[key]


def _ever(asked: Asked, line: RosterLine) -> bool:
    """Whether the rule covers the person on any of the dates for which it is in force."""
    return any(map(asked.covers, line.persons(asked.first, asked.last)))
