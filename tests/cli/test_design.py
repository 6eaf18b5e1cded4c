"""``watchbill design`` as its users run it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.test_commands import watchbill
from tests.cli.test_terminal import at_terminal

QUICK = ("design", "kamloops-cso", "--hours", "12", "--wanted", "1")


def test_it_shows_rotations_with_figures_and_the_field_s_own_beside_them() -> None:
    done = watchbill(*QUICK)
    assert done.returncode == 0, done.stderr
    for part in ("Tours of 12 h, 12 people", "4 platoons of 3", " N  N  -  - ",
                 "two days, two nights, four off", "breaks A4"):  # fmt: skip
        assert part in done.stdout


def test_too_few_people_are_told_why_not_and_what_would_do() -> None:
    done = watchbill(*QUICK, "--people", "7", "--week", "0")
    assert done.returncode == 1
    for part in ("7 people in a rotation of 49 days cannot meet all of these",
                 "A1 Average week: At most 42 hours a week", "Any one of these would open it",
                 "one person more: 8 in all"):  # fmt: skip
        assert part in done.stdout


def test_json_is_one_object_and_the_same_for_the_same_seed() -> None:
    first, second = (watchbill(*QUICK, "--json", "--seed", "4").stdout for _ in range(2))
    assert first == second
    (length,) = json.loads(first)["lengths"]
    assert 40 <= float(length["rotations"][0]["rotation"]["hours_per_week"]) <= 42
    staff = json.loads(watchbill("staff", "kamloops-cso", "--hours", "12", "--json").stdout)
    (reckoned,) = staff["by_length"]
    staffing = length["staffing"]
    assert (staffing["people"], staffing["people_exact"]) == (10, "730/79")
    assert (staffing["people"], staffing["people_exact"]) == (
        reckoned["people"], reckoned["people_exact"],
    )  # fmt: skip
    assert set(length["rotations"][0]["rotation"]["pattern"]) == set("DN-")
    assert len(length["rotations"][0]["least_on_duty"]) == 7


def test_the_report_is_written(tmp_path: Path) -> None:
    file = tmp_path / "design.html"
    assert watchbill(*QUICK, "--html", str(file)).returncode == 0
    assert "Rotation 12-A" in file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--hours", "twelve"), "--hours"),
        (("--hours", "3"), "4 to 24 h"),
        (("--people", "0"), "--people"),
        (("--people", "41"), "1 to 40 people"),
        (("--platoons", "13"), "2 to 12 platoons"),
        (("--week", "much"), "--week"),
        (("--week", "nan"), "--week"),
        (
            ("--html", "/no/such/folder/x.html", "--hours", "12", "--limit", "0"),
            "cannot be written",
        ),
    ],
)
def test_bad_input_is_told_without_a_traceback(words: tuple[str, ...], told: str) -> None:
    done = watchbill("design", "kamloops-cso", *words)
    assert done.returncode == 2, done.stdout
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_person_sees_best_bound_and_gap_while_it_runs() -> None:
    shown = at_terminal(120, *QUICK)
    assert ": best " in shown
    assert "(gap " in shown


def test_what_opens_it_is_handed_over_as_a_proposal_that_compare_and_audit_read(
    tmp_path: Path,
) -> None:
    file = tmp_path / "longer-weeks.yaml"
    done = watchbill(*QUICK, "--people", "7", "--week", "0", "--proposal", str(file))
    assert "A1: at most 48 (now 42) hours a week" in done.stdout
    assert f"watchbill compare kamloops-cso {file}" in done.stdout
    compared = watchbill("compare", "kamloops-cso", str(file))
    assert "48" in compared.stdout
    assert "42" in compared.stdout
    checked = watchbill("check", str(file))
    assert checked.returncode == 0, checked.stderr


def test_where_no_clause_has_to_change_no_proposal_is_written(tmp_path: Path) -> None:
    file = tmp_path / "none.yaml"
    done = watchbill(*QUICK, "--proposal", str(file))
    assert "No clause has to be changed" in done.stdout
    assert not file.exists()
