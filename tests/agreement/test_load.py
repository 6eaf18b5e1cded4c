"""Agreement files: what is understood, and how mistakes are told."""

from pathlib import Path

import jsonschema
import pytest

from watchbill.agreement.load import load_agreement, parse_agreement
from watchbill.agreement.schema import agreement_schema
from watchbill.agreement.shipped import agreement_ids, agreement_path
from watchbill.kernel.problems import BadInput, Problem
from watchbill.kernel.yamltree import read_tree
from watchbill.rules.average_hours import AverageHours

GOOD = """\
agreement: our-hall
name: Our hall
parties: {employer: The town, union: The local}
time_zone: America/Edmonton
definitions:
  classifications: {officer: Patrols}
  statuses: {regular full-time: Works the rotation, casual: Called}
parameters:
  week: {says: Hours of a week, default: 42}
clauses:
  - clause: 5.10
    heading: Hours
    reading: An average week of 42 hours.
    rules:
      - average-hours: {at_most: $week, period: cycle}
  - clause: "5.11"
    heading: Year
    reading: A year's hours.
    readings:
      weeks: {says: Of 52 weeks, rules: [annual-hours: {at_most: 2184, period: 364 days}]}
      days: {says: Of 365 days, rules: [annual-hours: {at_most: 2184}]}
"""


def problems(text: str) -> list[Problem]:
    with pytest.raises(BadInput) as bad:
        parse_agreement(text, "a.yaml")
    return list(bad.value.problems)


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "allowed"),
    [
        ("period: cycle", "period: 0 days", 15, "longer than nothing", None),
        ("period: cycle", "period: 5.6", 15, "no period such as 28 days, week", None),
        ("default: 42", "default: 9e999", 15, "too large", "at most 1,000,000,000"),
        ("default: 42", "default: -42", 15, "too small", "at least 0"),
        ("default: 42", "default: NaN", 15, "a number is needed here", None),
        ("default: 42", "default: true", 15, "a number is needed here", None),
        ("period: 364 days", "period: 364 dais", 20, "no period such as", None),
        ("America/Edmonton", "Mars/Phobos", 4, "no time zone is called", None),
        ("time_zone:", "term: {begins: 2025-01-01, ends: 2024-01-01}\ntime_zone:", 4,
         "ends before it begins", None),
        ("time_zone:", "term: {begins: 2025-02-30}\ntime_zone:", 4, "not a date that", None),
        ("time_zone:", "term: {begins: 20250102}\ntime_zone:", 4, "not a date such as", None),
        ("week:", "clock-change-nights: {says: x, default: nominall}\n  week:", 9,
         "not one of the words", "hours-worked, nominal"),
        ("statuses:", "tours: {D: {name: D, start: '24:00', length: 12h, kind: day}}\n  statuses:",
         7, "starts before 24:00", None),
        ("statuses:", "tours: {D: {name: D, start: '07:00', length: 0h, kind: day}}\n  statuses:",
         7, "longer than nothing", None),
        ("statuses:", "tours: {D: {name: D, start: '07:00', length: 25h, kind: day}}\n  statuses:",
         7, "at most 24 hours", None),
        ("clauses:\n", "clauses: []\nmore:\n", 10, "at least one is needed here", None),
    ],
)  # fmt: skip
def test_a_figure_that_cannot_be_is_told_with_what_may_stand_there(
    old: str, new: str, line: int, message: str, allowed: str | None
) -> None:
    assert old in GOOD
    found = problems(GOOD.replace(old, new))
    assert any(
        one.line == line and message in one.message and one.allowed == allowed for one in found
    ), found


def test_no_place_names_what_only_the_program_knows() -> None:
    (one,) = problems(GOOD.replace("period: cycle", "period: often"))
    assert one.path == "clauses[0].rules[0].average-hours.period"


def test_an_id_that_is_none_is_told_with_one_that_is() -> None:
    (one,) = problems(GOOD.replace("our-hall", "Our Hall 7"))
    assert one.suggestion == "our-hall-7"


def test_what_was_found_is_said_as_files_have_it() -> None:
    found = {one.found for one in problems(GOOD.replace("heading: Hours", "heading:"))}
    assert found == {"nothing"}


@pytest.mark.parametrize("agreement", agreement_ids())
def test_every_agreement_that_ships_loads_and_fits_the_schema(agreement: str) -> None:
    assert load_agreement(agreement).id == agreement
    jsonschema.Draft202012Validator.check_schema(agreement_schema())
    data = _plain(read_tree(agreement_path(agreement)).data)
    jsonschema.validate(data, agreement_schema())


def _plain(data: object) -> object:
    """Decimals as the floats that a JSON Schema speaks of."""
    if isinstance(data, dict):
        return {key: _plain(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_plain(value) for value in data]
    return data if isinstance(data, str | int | bool) or data is None else float(str(data))


def test_a_clause_number_keeps_its_noughts() -> None:
    assert [clause.number for clause in parse_agreement(GOOD, "a").clauses] == ["5.10", "5.11"]


def test_a_parameter_is_filled_in_and_can_be_set() -> None:
    def limit(**settings: object) -> object:
        rule = parse_agreement(GOOD, "a", settings=settings).clauses[0].rules[0]
        assert isinstance(rule, AverageHours)
        return rule.at_most

    assert limit() == 42
    assert limit(week=40) == 40


def test_the_first_reading_is_in_force_unless_another_is_chosen() -> None:
    def year(**readings: str) -> str:
        return parse_agreement(GOOD, "a", readings).by_number["5.11"].rules[0].says()

    assert year() == "At most 2,184 hours in a year of 52 weeks."
    assert year(**{"5.11": "days"}) == "At most 2,184 hours in a year of 365 days."


def test_every_mistake_is_told_at_once_with_line_path_and_suggestion() -> None:
    bad = (
        GOOD.replace("time_zone: America/Edmonton", "time_zone: America/Edmontn")
        .replace("heading: Hours", "headng: Hours")
        .replace("average-hours", "averge-hours")
        .replace("period: 364 days", "period: many")
    )
    found = {(one.line, one.path, one.suggestion) for one in problems(bad)}
    assert (4, "time_zone", "America/Edmonton") in found
    assert (12, "clauses[0].headng", "heading") in found
    assert (11, "clauses[0].heading", None) in found
    assert (15, "clauses[0].rules[0].averge-hours", "average-hours") in found
    assert (20, "clauses[1].readings.weeks.rules[0].annual-hours.period", None) in found
    assert len(found) == 5


def test_a_word_that_is_not_allowed_gets_the_nearest_that_is() -> None:
    [problem] = problems(GOOD.replace("definitions:", "week_start: mondey\ndefinitions:"))
    assert problem.suggestion == "monday"
    assert problem.allowed is not None
    assert "tuesday" in problem.allowed


def test_a_parameter_that_does_not_exist_is_told() -> None:
    [problem] = problems(GOOD.replace("$week", "$weak"))
    assert (problem.line, problem.found, problem.suggestion) == (15, "weak", "week")


def test_a_clause_number_that_stands_twice_is_told_with_both_lines() -> None:
    [problem] = problems(GOOD.replace('"5.11"', "5.10"))
    assert problem.line == 16
    assert "first on line 11" in problem.message


@pytest.mark.parametrize(
    ("readings", "settings"),
    [({"5.12": "weeks"}, {}), ({"5.11": "month"}, {}), ({}, {"weeks": 40})],
)
def test_a_choice_that_does_not_exist_is_refused(
    readings: dict[str, str], settings: dict[str, object]
) -> None:
    with pytest.raises(BadInput):
        parse_agreement(GOOD, "a", readings, settings)


def test_a_rule_that_is_no_mapping_is_told_what_a_rule_looks_like() -> None:
    [problem] = problems(GOOD.replace("- average-hours: {at_most: $week, period: cycle}", "- rest"))
    assert "a rule" in problem.message or "keys with values" in problem.message
    assert problem.line == 15


def test_an_id_that_does_not_ship_gets_the_nearest_that_does() -> None:
    with pytest.raises(BadInput) as bad:
        load_agreement("hsaa-em")
    assert bad.value.problems[0].suggestion == "hsaa-ems"


def test_a_file_beside_the_user_is_read(tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    file.write_text(GOOD)
    assert load_agreement(file).name == "Our hall"
