"""Exports read back are the roster again."""

import csv
import io
from dataclasses import replace
from datetime import datetime
from typing import Any

import icalendar
import openpyxl
import pytest

from watchbill.export.board_xlsx import board_xlsx
from watchbill.export.calendar_ics import calendar_ics
from watchbill.export.tours_csv import tours_csv
from watchbill.kernel.clock import Day, at, parse_day
from watchbill.pay.cost import cost
from watchbill.roster.build import build_roster
from watchbill.roster.contract import schedule_record
from watchbill.roster.model import Roster
from watchbill.service.load import load_service
from watchbill.service.model import Service

Built = tuple[Service, Roster]


@pytest.fixture(params=["2024-03-04", "2024-10-28"])
def through_a_change(request: pytest.FixtureRequest) -> Built:
    service = load_service("kamloops-cso")
    return service, build_roster(service, parse_day(request.param), 2)


def spans(roster: Roster) -> set[tuple[str, float, float]]:
    return {
        (line.person.name, tour.start * 60.0, tour.end * 60.0)
        for line in roster.lines
        for tour in line.tours
    }


def test_a_calendar_read_back_has_every_tour_at_its_instant(through_a_change: Built) -> None:
    service, roster = through_a_change
    calendar = icalendar.Calendar.from_ical(calendar_ics(service, roster))
    events: list[Any] = list(calendar.walk("VEVENT"))
    found = {
        (
            str(event["SUMMARY"]).partition(":")[0],
            event.start.timestamp(),
            event.end.timestamp(),
        )
        for event in events
    }
    assert found == spans(roster)
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert [str(one["TZID"]) for one in calendar.walk("VTIMEZONE")] == ["America/Vancouver"]


def test_a_calendar_made_again_is_the_same_to_the_byte(through_a_change: Built) -> None:
    service, roster = through_a_change
    assert calendar_ics(service, roster) == calendar_ics(service, roster)


def test_one_person_s_calendar_has_their_tours_only() -> None:
    service = load_service("kamloops-cso")
    roster = build_roster(service)
    calendar = icalendar.Calendar.from_ical(calendar_ics(service, roster, "Okafor"))
    okafor = next(line for line in roster.lines if line.person.name == "Okafor")
    assert len(calendar.walk("VEVENT")) == len(okafor.tours)


def test_csv_read_back_has_every_tour_at_its_instant(through_a_change: Built) -> None:
    service, roster = through_a_change
    rows = [
        row
        for row in csv.DictReader(io.StringIO(tours_csv(schedule_record(service, roster))))
        if not row["leave"]
    ]
    found = {
        (
            row["person"],
            datetime.fromisoformat(row["start"]).timestamp(),
            datetime.fromisoformat(row["end"]).timestamp(),
        )
        for row in rows
    }
    assert found == spans(roster)
    worked = sum(float(row["hours"]) for row in rows)
    assert worked * 60 == sum(line.minutes for line in roster.lines)


def test_csv_keeps_leave_with_its_kind_and_without_hours() -> None:
    service = load_service("kamloops-cso")
    rows = csv.DictReader(io.StringIO(tours_csv(schedule_record(service, build_roster(service)))))
    leave = [(row["person"], row["leave"], row["hours"]) for row in rows if row["leave"]]
    assert leave.count(("Okafor", "vacation", "")) == 4


def test_the_workbook_shows_the_board_the_hours_and_the_findings() -> None:
    service = load_service("foothills-communications")
    roster = build_roster(service)
    book = openpyxl.load_workbook(io.BytesIO(board_xlsx(service, roster)))
    assert book.sheetnames == ["Board", "Hours and cost", "Findings"]
    board = {str(row[0]): row[1:] for row in book["Board"].iter_rows(values_only=True) if row[0]}
    for line in roster.lines:
        letters = [
            "".join(tour.code for tour in line.tours_by_day.get(day, ()))
            or ("L" if day in line.absences_by_day else None)
            for day in map(Day, roster.days)
        ]
        assert list(board[line.person.name]) == letters
    severities = [row[1] for row in book["Findings"].iter_rows(min_row=2, values_only=True)]
    assert severities == ["breach"] * 6 + ["not judged"] * 2
    assert book["Board"].freeze_panes == "B3"


def with_names(roster: Roster, *names: str) -> Roster:
    """The roster with these people in place of its first."""
    lines = [
        replace(line, person=replace(line.person, name=name))
        for line, name in zip(roster.lines, names, strict=False)
    ]
    return replace(roster, lines=tuple(lines))


def test_a_name_that_looks_like_a_formula_is_no_formula() -> None:
    service = load_service("kamloops-cso")
    roster = with_names(build_roster(service), "=1+1", "Bell\x07")
    late = replace(roster, posted=at(roster.first, 0))
    book = openpyxl.load_workbook(io.BytesIO(board_xlsx(service, late)))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s", "s"]
    assert "f" not in {cell.data_type for cell in cells}
    assert "'=1+1" in tours_csv(schedule_record(service, roster))


def test_people_whose_names_are_alike_have_calendars_of_their_own() -> None:
    service = load_service("kamloops-cso")
    roster = with_names(build_roster(service), "O'Neil", "O Neil", "o-neil")
    events = icalendar.Calendar.from_ical(calendar_ics(service, roster)).walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(events)


def test_a_tour_keeps_its_uid_whatever_dates_are_exported() -> None:
    service = load_service("kamloops-cso")

    def uids(first: str, weeks: int) -> dict[str, str]:
        roster = build_roster(service, parse_day(first), weeks)
        calendar = icalendar.Calendar.from_ical(calendar_ics(service, roster, "Chow"))
        events: list[Any] = calendar.walk("VEVENT")
        return {str(event.start): str(event["UID"]) for event in events}

    whole, part = uids("2024-07-01", 8), uids("2024-07-15", 2)
    assert part
    assert part.items() <= whole.items()


@pytest.mark.parametrize("first", ["1995-10-23", "2024-10-28", "2045-10-30"])
def test_a_calendar_s_own_zone_has_the_clock_changes_of_its_dates(first: str) -> None:
    service = load_service("kamloops-cso")
    roster = build_roster(service, parse_day(first), 4)
    text = calendar_ics(service, roster, "Chow").decode()
    # Under a name that no database has, only the file's own description can tell the time.
    text = text.replace("America/Vancouver", f"Nowhere/{first}")
    events: list[Any] = icalendar.Calendar.from_ical(text).walk("VEVENT")
    chow = next(line for line in roster.lines if line.person.name == "Chow")
    starts = [event.start.timestamp() for event in events]
    assert sorted(starts) == [tour.start * 60.0 for tour in chow.tours]


def test_the_workbook_counts_the_hours_and_the_cost_that_the_roster_has() -> None:
    service = load_service("hsaa-station")
    roster = build_roster(service)
    book = openpyxl.load_workbook(io.BytesIO(board_xlsx(service, roster)))
    rows = {row[0]: row for row in book["Hours and cost"].iter_rows(values_only=True)}
    for line in roster.lines:
        assert rows[line.person.name][2] == pytest.approx(line.minutes / 60)
    priced = cost(roster)
    assert rows["All"][2] == pytest.approx(priced.minutes / 60)
    assert rows["All"][4] == pytest.approx(float(priced.total))
