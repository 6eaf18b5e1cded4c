"""Changes of tours that no notice makes lawful."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.rules.staged import found, staged

RULE = "change-barred: {change: [start, length], needs: impact bargaining}"
CHANGE = "change: {{person: Ada, tour: 2024-05-09 08:00, to: {to}, told: {told}, asked_by: {by}}}"


@pytest.mark.parametrize(
    ("to", "by", "sentences"),
    [
        ("2024-05-09 07:00 +24h", "employer", 1),
        ("2024-05-09 08:00 +23h", "employer", 1),
        ("2024-05-11 08:00 +24h", "employer", 0),
        ("2024-05-11 08:01 +24h", "employer", 1),
        ("off", "employer", 0),
        ("2024-05-09 07:00 +24h", "employee", 0),
    ],
)
@pytest.mark.parametrize("told", ["2024-05-01 09:00", "2020-01-01 09:00"])
def test_what_changes_the_hours_of_a_tour_is_told(
    to: str, by: str, sentences: int, told: str, tmp_path: Path
) -> None:
    event = CHANGE.format(to=to, by=by, told=told)
    findings = found(staged(tmp_path, RULE, "Ada: [2024-05-09 08:00 +24h]", event))
    assert len(findings) == sentences
    assert all("only after impact bargaining" in one.sentence for one in findings)


def test_a_rule_on_starts_alone_lets_the_length_change(tmp_path: Path) -> None:
    event = CHANGE.format(to="2024-05-09 08:00 +23h", by="employer", told="2024-05-01 09:00")
    rule = "change-barred: {change: [start], needs: bargaining}"
    assert found(staged(tmp_path, rule, "Ada: [2024-05-09 08:00 +24h]", event)) == ()


def test_it_is_measured_round_midnight(tmp_path: Path) -> None:
    event = (
        "change: {person: Ada, tour: 2024-05-09 23:30, to: 2024-05-10 00:15 +8h,"
        " told: 2024-05-01 09:00, asked_by: employer}"
    )
    (finding,) = found(staged(tmp_path, RULE, "Ada: [2024-05-09 23:30 +8h]", event))
    assert str(finding.measured) == "0.75 h"
