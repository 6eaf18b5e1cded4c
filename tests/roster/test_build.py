"""Rosters: the rotation laid over dates, leave taken out."""

import pytest

from watchbill.kernel.clock import Day, parse_day
from watchbill.roster.build import build_roster
from watchbill.service.load import load_service
from watchbill.service.shipped import service_ids


def test_every_day_has_the_letter_of_the_rotation_or_the_leave_that_took_it() -> None:
    service = load_service("kamloops-cso")
    roster = build_roster(service)
    assert (roster.first, roster.last) == (parse_day("2024-07-01"), parse_day("2024-08-25"))
    for line in roster.lines:
        assert line.person.platoon is not None
        platoon = service.platoons[line.person.platoon]
        for day in map(Day, roster.days):
            worked = [tour.code for tour in line.tours_by_day.get(day, ())]
            lost = line.absences_by_day.get(day)
            letters = worked + ([lost.tour.code] if lost else [])
            assert letters == ([platoon.code_on(day)] if platoon.code_on(day) != "-" else [])


def test_leave_takes_tours_out_and_keeps_them_as_absences() -> None:
    roster = build_roster(load_service("kamloops-cso"))
    okafor = next(line for line in roster.lines if line.person.name == "Okafor")
    assert [absence.kind for absence in okafor.absences] == ["vacation"] * 4
    lost = {absence.tour.day for absence in okafor.absences}
    assert lost == {parse_day(f"2024-07-{day}") for day in (17, 18, 19, 20)}
    assert okafor.minutes == 56 * 6 * 60 - 4 * 720


def test_a_casual_without_a_platoon_has_no_tours() -> None:
    roster = build_roster(load_service("hsaa-station"))
    assert [line.person.name for line in roster.lines if not line.tours] == ["Vance"]


def test_the_posting_time_holds_only_for_the_dates_it_was_given_for() -> None:
    service = load_service("kamloops-cso")
    assert build_roster(service).posted == service.posted
    assert build_roster(service, parse_day("2024-09-02")).posted is None


@pytest.mark.parametrize("service", service_ids())
def test_days_before_the_roster_are_carried_in(service: str) -> None:
    roster = build_roster(load_service(service))
    for line in roster.lines:
        assert all(tour.day < roster.first for tour in line.carried)
        assert all(roster.first <= tour.day <= roster.last for tour in line.tours)
