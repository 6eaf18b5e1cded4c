"""One person's tours, week by week: the page for a phone."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.kernel.clock import Day, hours_text, weekday
from watchbill.records.tours import Tour
from watchbill.roster.model import RosterLine
from watchbill.web.access import Opened, open_service
from watchbill.web.colours import colour
from watchbill.web.marks import findings_by_key
from watchbill.web.pages import Page, Tab
from watchbill.web.views.calendar import subscription_address


@dataclass(frozen=True, slots=True)
class Turn:
    """A tour, or one that leave took out: ``leave`` is then its kind, as far as it is shown."""

    tour: Tour
    colour: str
    leave: str = ""


def person(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """The person's tours and leave by week, what comes next, and the findings on them."""
    opened = open_service(request, slug)
    line = opened.line(name)
    turns = _turns(opened, line)
    coming = [one for one in turns if not one.leave and one.tour.end > opened.instant]
    found = findings_by_key(opened.built.audit)
    weeks = _weeks(opened.built.service.agreement.week_start, turns)
    over = [one for one in weeks if opened.on_now and one[0] + 7 <= opened.today]
    address = ""
    if name == opened.member.person:
        address = subscription_address(request, opened.member)
    context = opened.context(
        line=line,
        over=over,
        weeks=weeks[len(over) :],
        hours=hours_text(line.minutes),
        coming=coming[0] if opened.on_now and coming else None,
        findings={key: one for key, one in found.items() if one.person and one.person.key == name},
        address=address,
        webcal=address.replace("http", "webcal", 1).replace("webcals:", "webcal:", 1),
    )
    return render(request, "person.html", context)


def _turns(opened: Opened, line: RosterLine) -> list[Turn]:
    service = opened.built.service
    turns = [Turn(tour, colour(service, tour)) for tour in line.tours]
    for absence in line.absences:
        kind = f"Leave: {absence.kind}" if opened.sees_leave(line.person.key) else "Leave"
        turns.append(Turn(absence.tour, "leave", kind))
    return sorted(turns, key=lambda turn: turn.tour)


def _weeks(start: int, turns: list[Turn]) -> list[tuple[Day, list[Turn]]]:
    """Turns by week, each with its first date; weeks begin on the weekday ``start``."""
    weeks = groupby(turns, key=lambda one: one.tour.day - (weekday(one.tour.day) - start) % 7)
    return [(Day(first), list(week)) for first, week in weeks]


PAGES = (
    Page(
        "<slug:slug>/people/<name:name>/",
        person,
        "person",
        Tab(
            "My tours",
            20,
            sees=lambda member: bool(member.person),
            words=lambda member: (member.person,),
        ),
    ),
)
