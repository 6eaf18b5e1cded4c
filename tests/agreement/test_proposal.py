"""Proposals: an overlay on an agreement, with what it changes and no more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest
from ruamel.yaml import YAML

from watchbill.agreement.load import load_agreement
from watchbill.agreement.schema import proposal_schema
from watchbill.kernel.problems import BadInput

SHIPPED = Path(__file__).parents[2] / "docs" / "proposals" / "seven-days-notice.yaml"
CLAUSE = """
  - clause: "{number}"
    heading: Rest
    reading: So much is free between two tours.
    rules:
      - rest: {{at_least: {rest}}}
"""


def written(folder: Path, body: str) -> Path:
    file = folder / "proposal.yaml"
    file.write_text(f"proposal: more-rest\non: hsaa-ems\nname: More rest\n{body}")
    return file


def test_only_what_it_names_is_changed() -> None:
    base, changed = load_agreement("hsaa-ems"), load_agreement(SHIPPED)
    differing = {
        one.number
        for one, other in zip(base.clauses, changed.clauses, strict=True)
        if one.rules != other.rules
    }
    assert differing == {"12.08(b)", "12.08(c)"}
    assert (changed.id, changed.zone) == ("seven-days-notice", base.zone)


def test_a_new_clause_is_added_one_is_taken_out_and_readings_stay_switchable(
    tmp_path: Path,
) -> None:
    file = written(
        tmp_path, 'without: ["12.11"]\nclauses:' + CLAUSE.format(number="12.99", rest="10h")
    )
    changed = load_agreement(file, {"12.04": "48-hours"})
    assert "12.11" not in changed.by_number
    assert "10 h free" in changed.by_number["12.99"].rules[0].says()
    assert changed.by_number["12.04"].chosen == "48-hours"


def test_every_mistake_is_told_with_its_line(tmp_path: Path) -> None:
    file = written(tmp_path, 'without: ["12.12"]\nclauses:' + CLAUSE.format(number="9", rest="ten"))
    with pytest.raises(BadInput) as caught:
        load_agreement(file)
    told = [(one.line, one.message) for one in caught.value.problems]
    assert len(told) == 2
    assert {line for line, _ in told} == {4, 10}
    with pytest.raises(BadInput, match="no such file"):
        load_agreement(written(tmp_path, "").with_name("nothing.yaml"))


def test_the_one_that_ships_fits_its_schema() -> None:
    data = YAML(typ="safe").load(SHIPPED)
    jsonschema.validate(data, proposal_schema())


CHANGE = """changes:
  - {{clause: "{clause}", rule: {rule}, fields: {{{fields}}}}}
"""


def change(clause: str = "12.08(c)", rule: str = "change-notice", fields: str = "days: 7") -> str:
    return CHANGE.format(clause=clause, rule=rule, fields=fields)


def test_a_figure_changes_under_every_reading_and_nothing_else_does(tmp_path: Path) -> None:
    file = written(tmp_path, change())
    for chosen in ("as-listed", "any-kind"):
        base = load_agreement("hsaa-ems", {"12.08(c)": chosen}).by_number["12.08(c)"]
        changed = load_agreement(file, {"12.08(c)": chosen}).by_number["12.08(c)"]
        (was,), (now,) = base.rules, changed.rules
        assert replace(was, days=7) == now  # type: ignore[call-arg]
        assert was != now
        assert (changed.chosen, changed.applies_to) == (chosen, base.applies_to)
        assert [one.name for one in changed.readings] == [one.name for one in base.readings]


def test_a_changed_clause_is_said_as_the_proposal_says_it() -> None:
    changed = load_agreement(SHIPPED).by_number["12.08(b)"]
    assert "less than 7 calendar days" in changed.reading
    assert changed.heading == load_agreement("hsaa-ems").by_number["12.08(b)"].heading


@pytest.mark.parametrize(
    ("wrong", "line", "told"),
    [
        (change(clause="12.08(x)"), 5, "no clause of this number"),
        (change(rule="change-notise"), 5, "no rule of this kind"),
        (change(fields="days: soon"), 5, "a whole number is needed"),
        (change(fields="day: 7"), 5, "days"),
        ("changes:\n  - {clause: '12.08(c)', rule: change-notice}\n", 5, "fields"),
    ],
)
def test_a_change_that_cannot_be_is_told_at_the_proposals_line(
    tmp_path: Path, wrong: str, line: int, told: str
) -> None:
    with pytest.raises(BadInput) as caught:
        load_agreement(written(tmp_path, wrong))
    (problem,) = caught.value.problems
    assert (problem.file, problem.line) == (str(tmp_path / "proposal.yaml"), line)
    assert told in str(problem)


def test_a_proposal_on_a_proposal_changes_the_figures_of_both(tmp_path: Path) -> None:
    written(tmp_path, change() + "clauses:" + CLAUSE.format(number="12.99", rest="10h"))
    over = tmp_path / "over.yaml"
    over.write_text(
        "proposal: over\non: proposal.yaml\nname: Over\n"
        + change("12.99", "rest", "at_least: 12h")
        + change("12.08(b)").removeprefix("changes:\n")
    )
    loaded = load_agreement(over)
    assert "12 h free" in loaded.by_number["12.99"].rules[0].says()
    for number in ("12.08(b)", "12.08(c)"):
        assert all(getattr(rule, "days", None) == 7 for rule in loaded.by_number[number].rules)
