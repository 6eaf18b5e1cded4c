"""A plain peer of the audit: the same rules, person by person and day by day, with calendar dates.

It knows the rules of the ambulance agreement that judge a person (average, year, runs) and says
only who breaks which clause.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

from watchbill.agreement.model import Agreement
from watchbill.kernel.clock import to_date
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.annual_hours import AnnualHours
from watchbill.rules.average_hours import AverageHours
from watchbill.rules.run_of_tours import RunOfTours

Worked = dict[date, tuple[datetime, datetime]]


def plain_findings(agreement: Agreement, roster: Roster) -> set[tuple[str, str]]:
    """Clause and person of every breach."""
    found: set[tuple[str, str]] = set()
    for line in roster.lines:
        worked = _worked(roster, line)
        for scoped in agreement.rules():
            rule = scoped.rule
            if not scoped.covers(line.person):
                continue
            broken = False
            if isinstance(rule, AverageHours):
                broken = _average(rule, roster, line, worked)
            elif isinstance(rule, AnnualHours):
                broken = _annual(rule, roster, line, worked)
            elif isinstance(rule, RunOfTours):
                broken = _run(rule, roster, worked)
            if broken:
                found.add((scoped.clause.number, line.person.name))
    return found


def _worked(roster: Roster, line: RosterLine) -> Worked:
    tours = line.carried + line.tours
    return {
        to_date(tour.day): (roster.zone.aware(tour.start), roster.zone.aware(tour.end))
        for tour in tours
    }


def _average(rule: AverageHours, roster: Roster, line: RosterLine, worked: Worked) -> bool:
    if line.cycle_days is None or line.cycle_from is None:
        return False
    begin = to_date(line.cycle_from)
    first, last = to_date(roster.first), to_date(roster.last)
    while begin < first:
        begin += timedelta(days=line.cycle_days)
    while begin - timedelta(days=line.cycle_days) >= first:
        begin -= timedelta(days=line.cycle_days)
    while begin + timedelta(days=line.cycle_days - 1) <= last:
        total = timedelta()
        for number in range(line.cycle_days):
            tour = worked.get(begin + timedelta(days=number))
            if tour:  # dates of one zone subtract by the wall clock: in UTC they do not
                total += tour[1].astimezone(UTC) - tour[0].astimezone(UTC)
        hours = Fraction(int(total.total_seconds()), 3600)
        if hours * 7 / line.cycle_days > Fraction(rule.at_most):
            return True
        begin += timedelta(days=line.cycle_days)
    return False


def _annual(rule: AnnualHours, roster: Roster, line: RosterLine, worked: Worked) -> bool:
    cycle = line.cycle_days or 1
    year_days = rule.period.days
    if year_days is None:
        return False
    measured = year_days // cycle * cycle
    begin, last = to_date(roster.anchor), to_date(roster.last)
    while begin + timedelta(days=year_days - 1) <= last:
        total = timedelta()
        for number in range(measured):
            tour = worked.get(begin + timedelta(days=number))
            if tour:
                total += tour[1].replace(tzinfo=None) - tour[0].replace(tzinfo=None)
        hours = Fraction(int(total.total_seconds()), 3600)
        if hours * year_days / measured > Fraction(rule.at_most):
            return True
        begin += timedelta(days=year_days)
    return False


def _run(rule: RunOfTours, roster: Roster, worked: Worked) -> bool:
    run = 0
    for number in range(-14, len(roster.days)):
        run = run + 1 if to_date(roster.first) + timedelta(days=number) in worked else 0
        if run > rule.at_most:
            return True
    return False
