"""Permanent exchanges at work: tours turned into days and nights, and back."""

from __future__ import annotations

from dataclasses import replace

from watchbill.events.draft import Draft, Refused
from watchbill.events.held import Held
from watchbill.events.partners import Partners, tour_start
from watchbill.kernel.clock import Day
from watchbill.records.local_tour import LocalTour
from watchbill.records.tours import Tour, TourKind

LAST = Day(2_000_000)
"""After every date."""


def turn(schedule: Draft, pair: Partners, first: Day, last: Day) -> Partners:
    """Turns the tours that the two hold on these dates, as far as the exchange covers them."""
    turned = list(pair.turned)
    for key, kind in pair.both:
        for held in schedule.standing(key).between(first, last):
            if held.tour.kind is kind or not pair.covers(held.tour.day):
                continue
            becomes = _alike(schedule, held.tour, kind)
            if becomes is None:
                continue
            other = replace(held, tour=becomes)
            schedule.release(key, held.tour.wall_start)
            schedule.rework(key, other)
            turned.append((key, held, other))
    return replace(pair, turned=tuple(turned))


def turn_back(schedule: Draft, pair: Partners, first: Day) -> Partners:
    """Turns the tours back that it turned, from that date on, where they stand as they became."""
    kept: list[tuple[str, Held, Held]] = []
    back: list[tuple[str, Held]] = []
    for key, before, after in pair.turned:
        start = after.tour.wall_start
        if before.tour.day < first:
            kept.append((key, before, after))
        elif schedule.standing(key).at(start) == after:
            schedule.release(key, start)
            back.append((key, before))
    for key, before in back:
        schedule.rework(key, before)
    return replace(pair, turned=tuple(kept))


def end_with_notice(schedule: Draft, key: str, told: Day) -> None:
    """Ends the person's exchange once its notice has run from ``told``.

    Raises :class:`Refused` where the person is a partner of none that runs.
    """
    place = _running(schedule, key)
    pair = schedule.of("partners")[place]
    _end(schedule, place, Day(told + pair.notice_days), None)


def end_at_once(schedule: Draft, key: str, day: Day) -> None:
    """Ends the person's exchange on that date: a partner has left.

    Raises :class:`Refused` where the person is a partner of none that runs.
    """
    _end(schedule, _running(schedule, key), day, key)


def told_pair(schedule: Draft, pair: Partners) -> str:
    """The exchange in words: its entry and who the two are."""
    days, nights = schedule.name(pair.days), schedule.name(pair.nights)
    return f"that of entry {pair.number}, {days} on days and {nights} on nights"


def _running(schedule: Draft, key: str) -> int:
    """The place of the exchange that nobody has ended and that the person is a partner of."""
    pairs: tuple[Partners, ...] = schedule.of("partners")
    places = [place for place, pair in enumerate(pairs) if pair.ends is None]
    for place in places:
        if key in (pairs[place].days, pairs[place].nights):
            return place
    if not places:
        raise Refused("no permanent exchange runs that could end", schedule.name(key))
    runs = "; ".join(told_pair(schedule, pairs[place]) for place in places)
    raise Refused(
        f"{schedule.name(key)} is a partner of no permanent exchange that runs; say of whom (of)."
        f" There runs {runs}",
        schedule.name(key),
    )


def _end(schedule: Draft, place: int, ends: Day, lost: str | None) -> None:
    pairs: tuple[Partners, ...] = schedule.of("partners")
    ended = replace(turn_back(schedule, pairs[place], ends), ends=ends, lost=lost)
    schedule.replace("partners", (*pairs[:place], ended, *pairs[place + 1 :]))


def _alike(schedule: Draft, tour: Tour, kind: TourKind) -> Tour | None:
    """The service's tour of that kind and the same length, on the same date."""
    for like in schedule.facts.tour_types(tour.day).values():
        if like.kind is kind and like.length == tour.nominal:
            return schedule.placed(LocalTour(tour_start(tour, like.start), like.length, kind))
    return None
