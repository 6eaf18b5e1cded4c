"""A schedule that begins with a roster: where no ledger is kept, as in a worked example."""

from __future__ import annotations

from watchbill.agreement.model import Agreement
from watchbill.events.base import Span
from watchbill.events.duty import Absent, Posting
from watchbill.events.held import Held
from watchbill.events.schedule import Schedule
from watchbill.events.standing import Standing
from watchbill.records.dated import Dated
from watchbill.records.demand import Post
from watchbill.records.facts import Facts
from watchbill.records.members import ALWAYS, StaffMember
from watchbill.roster.model import Roster, RosterLine


def schedule_of(agreement: Agreement, roster: Roster) -> Schedule:
    """The schedule as the roster lays it out, before anything happened."""
    facts = Facts(
        id=agreement.id,
        name=agreement.name,
        zone=roster.zone,
        currency="",
        anchor=roster.anchor,
        tours={code: Dated(((ALWAYS, kind),)) for code, kind in agreement.tours.items()},
        posts=_posts(roster),
    )
    return Schedule(
        facts,
        {line.person.key: _standing(line) for line in roster.lines},
        (Span(roster.first, roster.last),),
        _postings(roster),
        emergencies=roster.emergencies,
    )


def _postings(roster: Roster) -> tuple[Posting, ...]:
    """When the roster was posted, where somebody says so."""
    if roster.posted is None:
        return ()
    begins = roster.first if roster.posted_from is None else roster.posted_from
    return (Posting(roster.posted, begins, roster.last),)


def _posts(roster: Roster) -> dict[str, Dated[Post | None]]:
    """The posts by their ids; of several with one id each has a key of its own."""
    posts: dict[str, Dated[Post | None]] = {}
    for place, post in enumerate(roster.posts):
        key = f"{post.id} ({place})" if post.id in posts else post.id
        posts[key] = Dated(((ALWAYS, post),))
    return posts


def _standing(line: RosterLine) -> Standing:
    tours = line.tours if line.planned is None else line.planned
    cycle = None
    if line.cycle_days is not None and line.cycle_from is not None:
        cycle = (line.cycle_days, line.cycle_from)
    return Standing(
        StaffMember(line.person),
        own={tour.wall_start: Held(tour) for tour in tours},
        absences=tuple(Absent(one.tour, one.kind, None) for one in line.absences),
        before=line.carried,
        cycle=cycle,
    )
