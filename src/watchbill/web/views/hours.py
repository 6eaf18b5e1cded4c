"""Hours and cost by person: what is scheduled, and what it pays."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from watchbill.kernel.clock import Minutes
from watchbill.records.people import Person
from watchbill.roster.model import RosterLine
from watchbill.web.access import open_service
from watchbill.web.pages import Page, Tab
from watchbill.web.rosters import Built

NOTHING = Decimal(0)


@dataclass(frozen=True, slots=True)
class HoursRow:
    """A person's scheduled minutes, and the sums of the pay lines of the same dates; ``rates`` are
    those that they have on some of them each."""

    person: Person
    rates: tuple[Decimal, ...]
    minutes: Minutes
    basic_hours: Decimal
    premium: Decimal
    amount: Decimal


def hours(request: HttpRequest, slug: str) -> HttpResponse:
    """The hours and the money of the period, as ``watchbill pay`` has them for its dates."""
    opened = open_service(request, slug)
    if not opened.member.sees_cost:
        raise PermissionDenied
    built = opened.built
    minutes = sum(line.minutes for line in built.roster.lines)
    context = opened.context(rows=_rows(built), pay=built.pay, minutes=minutes)
    return render(request, "hours.html", context)


def _rows(built: Built) -> list[HoursRow]:
    paid = {one.person.key: one for one in built.pay.people}
    rows = []
    for line in built.roster.lines:
        sums = paid.get(line.person.key)
        figures = (sums.basic_hours, sums.premium, sums.amount) if sums else (NOTHING,) * 3
        rows.append(HoursRow(line.person, _rates(built, line), line.minutes, *figures))
    return rows


def _rates(built: Built, line: RosterLine) -> tuple[Decimal, ...]:
    persons = line.persons(built.roster.first, built.roster.last) or (line.person,)
    return tuple(dict.fromkeys(person.rate for person in persons))


PAGES = (
    Page(
        "<slug:slug>/hours/",
        hours,
        "hours",
        Tab("Hours", 50, sees=lambda member: member.sees_cost, rest=" and cost"),
    ),
)
