"""Who can be asked to work a tour, and who cannot."""

from __future__ import annotations

from dataclasses import dataclass

from watchbill.agreement.model import Clause
from watchbill.asking.asking import Asking
from watchbill.events.standing import Standing
from watchbill.records.demand import Post
from watchbill.records.people import Person
from watchbill.records.tours import Tour
from watchbill.roster.judged import JudgedLines
from watchbill.rules.base import ChecksPerson


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who is not asked, and why; ``clause`` where one forbids it."""

    person: Person
    reason: str
    clause: Clause | None = None


def why_not(
    asking: Asking,
    standing: Standing,
    lines: JudgedLines,
    tour: Tour,
    post: Post | None,
) -> LeftOut | None:
    """Why the person cannot be asked; ``None`` where nothing stands against it.

    ``lines`` are those of the schedule as it stands, and ``asking`` what is in force on its dates.
    """
    person = standing.member.on(tour.day)
    if not standing.member.here_on(tour.day):
        return LeftOut(person, "Not in the service on that date.")
    if post is not None and not post.takes(person):
        if post.station is not None and person.station not in (None, post.station):
            return LeftOut(person, f"Works at another station then ({person.station}).")
        need = f", which needs {post.qualification}" if post.qualification else ""
        return LeftOut(person, f"Not among those who may fill {post.name}{need}.")
    for absent in standing.absences:
        if absent.tour.start < tour.end and tour.start < absent.tour.end:
            return LeftOut(person, f"On leave then ({absent.kind}).")
    line = next(one for one in lines.whole.lines if one.person.key == person.key)
    for other in line.tours:
        if other.start < tour.end and tour.start < other.end:
            return LeftOut(person, f"Works {other} then.")
    return _broken_rest(asking, person, lines, tour)


def _broken_rest(asking: Asking, person: Person, lines: JudgedLines, tour: Tour) -> LeftOut | None:
    """A rule on rest that the tour would break, as the audit would find it; an effort is no bar,
    and neither is what a declared emergency lifts.
    """
    wall = lines.whole.zone.wall
    lifted = [(wall(start), wall(end)) for start, end in lines.whole.emergencies]
    for asked, rule in asking.binding(ChecksPerson):
        if not (asked.counts_all_duty and asked.covers(person) and asked.covers_day(tour.day)):
            continue
        framed = lines.of(person.key, asked)
        before = set(rule.check(framed.duty, framed.frame))
        for breach in rule.check(framed.with_duty(tour), framed.frame):
            if breach not in before and not asked.is_lifted(breach.start, breach.end, lifted):
                return LeftOut(person, breach.sentence, asked.clause)
    return None
