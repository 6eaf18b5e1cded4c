"""Whether anybody is missing at a post while a tour lasts."""

from __future__ import annotations

from watchbill.asking.asking import Texts
from watchbill.desk.effect import AFTER, BEFORE, LONGEST_DAYS
from watchbill.events.schedule import Schedule
from watchbill.events.vacancy import Vacancy
from watchbill.kernel.clock import Day, day_of
from watchbill.ledger.rosters import roster_of
from watchbill.records.local_tour import LocalTour
from watchbill.roster.coverage import Cover, coverage
from watchbill.roster.seated import seated


def is_missing(texts: Texts, schedule: Schedule, tour: LocalTour, post: str) -> bool:
    """Whether the post, by id or name, is short at any time of the tour."""
    return any(cover.short for cover in _covers(texts, schedule, tour, post))


def nobody_missing(texts: Texts, schedule: Schedule, vacancy: Vacancy) -> str | None:
    """What to ask whoever opens a vacancy where nobody is missing; ``None`` where somebody is,
    and where the service has no such post and so no need of it is known."""
    covers = _covers(texts, schedule, vacancy.tour, vacancy.post)
    if not covers or any(cover.short for cover in covers):
        return None
    least = min(covers, key=lambda cover: cover.have - cover.need)
    return (
        f"Nobody is missing at {least.post.name} then: it needs {least.need} and has"
        f" {least.have}. Is the tour {vacancy.tour} really to be filled?"
    )


def _covers(texts: Texts, schedule: Schedule, tour: LocalTour, post: str) -> list[Cover]:
    first, last = Day(tour.day - BEFORE), Day(day_of(tour.end) + AFTER)
    roster = seated(texts, roster_of(schedule, first, last, near=LONGEST_DAYS))
    start, end = roster.zone.instant(tour.start), roster.zone.instant(tour.end)
    return [
        cover
        for cover in coverage(roster)
        if post in (cover.post.id, cover.post.name) and cover.start < end and start < cover.end
    ]
