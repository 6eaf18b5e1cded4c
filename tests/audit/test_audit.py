"""The audit of the services that ship, and of rosters that break a rule."""

import pytest

from watchbill.agreement.load import parse_agreement
from watchbill.audit.audit import Audit, audit
from watchbill.kernel.clock import Day, Minutes, day_text, parse_day, parse_wall
from watchbill.records.people import Person
from watchbill.records.tours import Tour, TourKind, tour_at
from watchbill.roster.build import build_roster
from watchbill.roster.model import Roster, RosterLine
from watchbill.rules.base import Severity
from watchbill.service.load import load_service

HEAD = """\
agreement: test
name: Test
parties: {employer: The town, union: The local}
time_zone: America/Edmonton
definitions:
  classifications: {officer: Patrols}
  statuses: {regular full-time: Works the rotation, casual: Called}
clauses:
  - {clause: "1", heading: One, reading: One., rules: [%s]}
"""


def judged(rules: str, *tours: str, first: str = "2024-05-06", days: int = 14,
           posted: str | None = None, status: str = "regular full-time") -> Audit:  # fmt: skip
    agreement = parse_agreement(HEAD % rules, "test.yaml")
    line = RosterLine(Person("Ames", "officer", status), tuple(_tour(text) for text in tours))
    begin = parse_day(first)
    roster = Roster(
        agreement.zone,
        begin,
        Day(begin + days - 1),
        begin,
        (line,),
        posted=parse_wall(posted) if posted else None,
    )
    return audit(agreement, roster)


def _tour(text: str) -> Tour:
    when, _, rest = text.partition(" +")
    hours, _, kind = rest.partition("h")
    zone = parse_agreement(HEAD % "", "test.yaml").zone
    return tour_at(
        parse_wall(when), Minutes(int(hours) * 60), TourKind(kind.strip() or "day"), "D", zone
    )


def days(first: int, last: int, text: str = "07:00 +12h day") -> list[str]:
    return [f"2024-05-{day:02d} {text}" for day in range(first, last + 1)]


def test_the_services_that_ship_have_only_the_findings_that_are_true_of_them() -> None:
    def found(service: str) -> set[tuple[str, str | None]]:
        read = load_service(service)
        result = audit(read.agreement, build_roster(read))
        return {(one.clause.number, one.person.name if one.person else None)
                for one in result.findings}  # fmt: skip

    assert found("kamloops-cso") == set()
    assert found("hsaa-station") == set()
    # The thirteen-hour night of 2 November puts an hour too many into eight weeks.
    assert found("foothills-communications") == {
        ("12.02(b)", "Sorensen"),
        *(("12.02(a)", name) for name in ("Thibault", "Unger", "Vasquez", "Whelan", "Yeung")),
    }


def test_a_year_of_the_other_reading_of_the_core_hours_is_over_by_six() -> None:
    read = load_service("foothills-communications", {"12.02(a)": "calendar-year"})
    result = audit(read.agreement, build_roster(read, read.starts, 53))
    over = {one.measured.amount for one in result.findings if one.measured.unit == "h/year"}
    assert {round(amount) for amount in over} == {2190}


@pytest.mark.parametrize(
    ("rules", "tours", "count"),
    [
        ("average-hours: {at_most: 42, period: 14 days}", days(6, 12), 0),
        ("average-hours: {at_most: 41.99, period: 14 days}", days(6, 12), 1),
        ("rest: {at_least: 12h}", days(6, 8), 0),
        ("rest: {at_least: 12h1}", days(6, 8), 2),
        ("run-of-tours: {at_most: 3}", days(6, 8), 0),
        ("run-of-tours: {at_most: 3}", days(6, 9) + days(11, 15), 2),
        ("run-of-tours: {of: night, at_most: 2}", days(6, 9), 0),
        ("run-of-tours: {of: night, at_most: 2}", days(6, 8, "19:00 +12h night"), 1),
        ("annual-hours: {at_most: 84, period: 14 days}", days(6, 12), 0),
        ("annual-hours: {at_most: 83, period: 14 days}", days(6, 12), 1),
    ],
)
def test_a_limit_is_kept_at_the_limit_and_broken_just_beyond(
    rules: str, tours: list[str], count: int
) -> None:
    assert len(judged(rules, *tours).findings) == count


def test_a_finding_says_who_when_how_much_and_the_limit_in_a_sentence() -> None:
    [finding] = judged("rest: {at_least: 11h}", "2024-05-06 07:00 +14h", "2024-05-07 06:00 +8h",
                       ).findings  # fmt: skip
    assert finding.person is not None
    assert finding.person.name == "Ames"
    assert (str(finding.measured), str(finding.limit)) == ("9 h", "11 h")
    assert (day_text(finding.first), day_text(finding.last)) == ("2024-05-06", "2024-05-07")
    assert finding.sentence == (
        "9 h between the tour that ends 2024-05-06 21:00 and the one that starts"
        " 2024-05-07 06:00; at least 11 h must be free."
    )


def test_rest_is_the_time_that_really_passes_when_the_clocks_go_forward() -> None:
    tours = ["2024-03-09 07:00 +14h", "2024-03-10 08:00 +8h"]
    result = judged("rest: {at_least: 11h}", *tours, first="2024-03-04")
    assert [str(one.measured) for one in result.findings] == ["10 h"]


@pytest.mark.parametrize(("posted", "count"), [("2024-04-08 23:59", 0), ("2024-04-09 00:00", 1)])
def test_posting_counts_days_from_the_day_of_posting(posted: str, count: int) -> None:
    result = judged("posting: {days_ahead: 28}", posted=posted)
    assert len(result.findings) == count
    assert all(one.person is None for one in result.findings)


def test_an_effort_is_a_warning() -> None:
    [finding] = judged("rest: {at_least: 13h, soft: true}", *days(6, 7)).findings
    assert finding.severity is Severity.WARNING


def test_a_rule_covers_only_those_it_applies_to() -> None:
    rules = "rest: {at_least: 13h, applies_to: {not_status: casual}}"
    assert judged(rules, *days(6, 7)).findings
    assert not judged(rules, *days(6, 7), status="casual").findings


def test_what_cannot_be_judged_is_said_with_its_reason() -> None:
    result = judged("average-hours: {at_most: 42, period: 28 days}")
    assert [one.reason for one in result.not_judged] == ["it needs 28 days and the roster has 14"]
    unposted = judged("posting: {days_ahead: 28}")
    assert ["nobody has said" in one.reason for one in unposted.not_judged] == [True]
