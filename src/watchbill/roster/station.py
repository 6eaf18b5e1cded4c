"""One station of a roster: its posts, and whoever works there on any of the dates."""

from __future__ import annotations

from dataclasses import replace

from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.roster.model import Roster, RosterLine
from watchbill.service.model import Service


def of_station(roster: Roster, station: str) -> Roster:
    """The posts of that station, and the lines of those who are at it on any of the dates, lent
    ones too. What it has and needs is worked out of the whole roster: people without a station
    fill posts of every one."""
    lines = tuple(line for line in roster.lines if _is_at(line, roster, station))
    posts = tuple(post for post in roster.posts if post.station == station)
    return replace(roster, lines=lines, posts=posts)


def known_station(service: Service, station: str, option: str) -> str:
    """The id of the station of that id or name. Raises :class:`BadInput` where there is none."""
    for key, called in service.stations.items():
        if station in (key, called):
            return key
    names = [*service.stations]
    message = "the service has no station of this id"
    allowed = ", ".join(names) or "the service has no stations"
    raise BadInput([Problem(option, None, "", message, station, allowed, nearest(station, names))])


def _is_at(line: RosterLine, roster: Roster, station: str) -> bool:
    return any(person.station == station for person in line.persons(roster.first, roster.last))
