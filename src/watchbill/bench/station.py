"""The station of the benchmarks: as many people as wanted, copies of those that ship."""

from __future__ import annotations

from dataclasses import replace

from watchbill.kernel.clock import Day
from watchbill.roster.build import build_roster
from watchbill.roster.model import Roster
from watchbill.service.load import load_service
from watchbill.service.model import Service

SERVICE = "hsaa-station"


def station(people: int, first: int = 0, *, posts: bool = False) -> Service:
    """The station with so many people, named by numbers from ``first``; with its ``posts``, each
    of which needs as many as in the station that ships, where that is asked."""
    shipped = load_service(SERVICE)
    rostered = [person for person in shipped.people if person.platoon is not None]
    copies = tuple(
        replace(rostered[number % len(rostered)], name=f"{number:06d}")
        for number in range(first, first + people)
    )
    return replace(shipped, people=copies, leave=(), posts=shipped.posts if posts else ())


def station_roster(service: Service, days: int) -> Roster:
    """Its roster over so many days."""
    return build_roster(service, last=Day(service.starts + days - 1))
