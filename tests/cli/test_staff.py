"""``watchbill staff`` as its users run it."""

import json
from fractions import Fraction

import pytest

from tests.cli.test_commands import watchbill


def test_every_step_is_shown_with_its_clause_or_as_an_assumption() -> None:
    done = watchbill("staff", "kamloops-cso")
    assert done.returncode == 0, done.stderr
    rows = {line[:28].strip(): line for line in done.stdout.splitlines()}
    assert rows["Contracted hours a year"].split()[-2:] == ["A2,", "assumption"]
    assert rows["Sickness"].endswith("assumption")
    assert rows["People, whole"].split()[-4:] == ["10", "12", "10", "people"]
    assert "10 h tours: 2 x 07:00, 2 x 15:00, 2 x 21:00: 6 daily" in done.stdout
    assert "365 days" in done.stdout


def test_json_has_exact_figures() -> None:
    words = ("--hours", "12", "--hours", "8h24", "--hours", "12", "--json")
    data = json.loads(watchbill("staff", "kamloops-cso", *words).stdout)
    assert [one["tour_minutes"] for one in data["by_length"]] == [720, 504]
    twelve = data["by_length"][0]
    assert (twelve["people_exact"], twelve["people"]) == ("730/79", 10)
    steps = {step["name"]: step for step in twelve["groups"][0]["steps"]}
    absence, relief = steps["Absence factor"], steps["Relief factor"]
    assert (absence["exact"], absence["value"]) == ("365/316", "1.1551")
    assert (relief["exact"], relief["value"]) == ("365/79", "4.62")
    assert steps["Contracted hours a year"]["clause"] == "A2"
    assert twelve["groups"][0]["starts_by_weekday"][0] == [
        {"at": "07:00", "tours": 2}, {"at": "19:00", "tours": 2},
    ]  # fmt: skip
    assert [Fraction(one["more_exact"]) > 0 for one in twelve["changes"]] == [True] * 4
    assert data["demand"][0]["minutes_by_weekday"] == [1440] * 7
    assert twelve["given_people"] == []


def test_people_who_do_not_suffice_exit_with_1() -> None:
    seven = watchbill("staff", "kamloops-cso", "--people", "7")
    assert seven.returncode == 1
    assert "yes, 7 needed" in seven.stdout
    assert "no, 10 needed: 1,659 of 2,190 tours a year filled" in seven.stdout
    assert watchbill("staff", "kamloops-cso", "--people", "10").returncode == 0
    words = ("--people", "10", "--hours", "10", "--json")
    ten = watchbill("staff", "kamloops-cso", *words)
    assert ten.returncode == 1
    part, whole = json.loads(ten.stdout)["by_length"][0]["given_people"]
    assert (part["hours"], part["suffices"]) == ("07:00-23:00", True)
    assert (whole["needed"], whole["missing"]) == (12, 2)


def test_own_figures_replace_the_assumptions() -> None:
    words = ("--vacation-days", "15", "--sick-days", "7.5", "--training-days", "3",
             "--other-days", "11", "--day-hours", "8", "--annual-hours", "2080",
             "--hours", "8", "--json")  # fmt: skip
    data = json.loads(watchbill("staff", "kamloops-cso", *words).stdout)
    steps = {step["name"]: step for step in data["by_length"][0]["groups"][0]["steps"]}
    assert steps["Available hours a year"]["exact"] == "1788"  # 2,080 - 8 x 36.5
    assert not any(step["assumed"] for step in steps.values())


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("no-such-service",), "no such file"),
        (("kamloops-cso", "--hours", "25"), "at most 24 hours"),
        (("kamloops-cso", "--hours", "0"), "at least 4 hours"),
        (("kamloops-cso", "--hours", "1e999998"), "hours and whole minutes"),
        (("kamloops-cso", "--sick-days", "some"), "--sick-days"),
        (("kamloops-cso", "--sick-days", "-1"), "--sick-days"),
        (("kamloops-cso", "--sick-days", "snan"), "--sick-days"),
        (("kamloops-cso", "--sick-days", "300"), "leave nothing"),
        (("kamloops-cso", "--annual-hours", "0"), "more than nothing"),
        (("kamloops-cso", "--day-hours", "1e-9999999"), "--day-hours"),
        (("kamloops-cso", "--people", "-1"), "--people"),
        (("kamloops-cso", "--part", "morning"), "--part"),
    ],
)
def test_bad_input_is_told_and_exits_with_2(words: tuple[str, ...], told: str) -> None:
    done = watchbill("staff", *words)
    assert done.returncode == 2, done.stdout
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_every_mistake_is_told_at_once() -> None:
    done = watchbill("staff", "kamloops-cso", "--hours", "x", "--sick-days", "y", "--part", "z",
                     "--json")  # fmt: skip
    problems = json.loads(done.stderr)["problems"]
    assert [problem["file"] for problem in problems] == ["--hours", "--sick-days", "--part"]


def test_a_rotation_shows_what_it_asks_of_people_and_how_evenly() -> None:
    done = watchbill("rotation", "DuPont")
    for part in ("Most hours in any 7 days", "72", "21 of 28", "highest 1.36, mean 1.12",
                 "The first year, by platoon", "after 28 days all have the same"):  # fmt: skip
        assert part in done.stdout
    data = json.loads(watchbill("rotation", "DuPont", "--json").stdout)
    assert data["fatigue"]["most_minutes_in_7_days"] == 72 * 60
    assert data["fairness"]["spread"]["tours"] == {"least": 182, "most": 183}
    assert len(data["fairness"]["platoons"]) == 4
