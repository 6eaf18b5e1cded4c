"""Who can be asked to work a tour, and who cannot."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.agreement.model import Agreement, Clause
from watchbill.events.standing import Standing
from watchbill.records.demand import Post
from watchbill.records.people import Person
from watchbill.records.timeline import Frame, Timeline
from watchbill.records.tours import Tour
from watchbill.roster.model import RosterLine
from watchbill.rules.base import ChecksPerson


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who is not asked, and why; ``clause`` where one forbids it."""

    person: Person
    reason: str
    clause: Clause | None = None


def why_not(
    agreement: Agreement,
    standing: Standing,
    line: RosterLine,
    frame: Frame,
    tour: Tour,
    post: Post | None,
) -> LeftOut | None:
    """Why the person cannot be asked; ``None`` where nothing stands against it.

    ``line`` and ``frame`` are the person's own, as the schedule stands.
    """
    person = standing.person
    if post is not None and not post.takes(person):
        need = f", which needs {post.qualification}" if post.qualification else ""
        return LeftOut(person, f"Not among those who may fill {post.name}{need}.")
    for absent in standing.absences:
        if absent.tour.start < tour.end and tour.start < absent.tour.end:
            return LeftOut(person, f"On leave then ({absent.kind}).")
    for other in line.tours:
        if other.start < tour.end and tour.start < other.end:
            return LeftOut(person, f"Works {other} then.")
    return _broken_rest(agreement, line, frame, tour)


def _broken_rest(
    agreement: Agreement, line: RosterLine, frame: Frame, tour: Tour
) -> LeftOut | None:
    """A rule on rest that the tour would break; efforts are no bar."""
    longer = Timeline.of(sorted((*line.carried, *line.tours, tour)))
    for one in agreement.rules():
        rule = one.rule
        if not (isinstance(rule, ChecksPerson) and rule.all_duty) or rule.soft:
            continue
        if not one.covers(line.person):
            continue
        before = set(rule.check(line.timeline, frame))
        for breach in rule.check(longer, frame):
            if breach not in before:
                return LeftOut(line.person, breach.sentence, one.clause)
    return None
