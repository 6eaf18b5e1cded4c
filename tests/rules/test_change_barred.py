"""Changes of tours that no notice makes lawful."""

import pytest

from tests.rules.stage import Story, laid

BARRED = Story("change-barred: {change: [start, length], needs: impact bargaining}", laid("L"))


def changed(to: str, by: str = "employer", told: str = "2024-05-01 09:00") -> Story:
    event = (
        f"change: {{person: Ames, tour: 2024-05-06 08:00, to: {to}, told: {told}, asked_by: {by}}}"
    )
    return BARRED.but(events=(event,), last="2024-05-12")


@pytest.mark.parametrize(
    ("to", "by", "measured"),
    [
        ("2024-05-06 07:00 +24h", "employer", ["1 h"]),
        ("2024-05-06 08:00 +23h", "employer", ["1 h"]),
        ("2024-05-06 07:30 +22h", "employer", ["2 h"]),
        ("2024-05-08 08:00 +24h", "employer", []),
        ("2024-05-08 08:01 +24h", "employer", ["0.02 h"]),
        ("off", "employer", []),
        ("2024-05-06 07:00 +24h", "employee", []),
    ],
)
@pytest.mark.parametrize("told", ["2024-05-01 09:00", "2020-01-01 09:00"])
def test_what_changes_the_hours_of_a_tour_is_told_whatever_the_notice(
    to: str, by: str, measured: list[str], told: str
) -> None:
    story = changed(to, by, told)
    assert [found for _, found, _ in story.findings()] == measured
    assert all("after impact bargaining" in one.sentence for one in story.audited.findings)


def test_a_rule_on_starts_alone_lets_the_length_change() -> None:
    story = changed("2024-05-06 08:00 +23h")
    rule = "change-barred: {change: [start], needs: bargaining}"
    assert story.but(rule=rule).findings() == []


def test_a_start_is_measured_round_midnight() -> None:
    event = (
        "change: {person: Ames, tour: 2024-05-06 23:30, to: 2024-05-07 00:15 +8h,"
        " told: 2024-05-01 09:00}"
    )
    story = BARRED.but(tours=("2024-05-06 23:30 +8h",), events=(event,), last="2024-05-08")
    assert [found for _, found, _ in story.findings()] == ["0.75 h"]


def test_a_change_of_other_dates_is_not_judged() -> None:
    story = changed("2024-05-06 07:00 +24h").but(first="2024-05-07")
    assert story.findings() == []
