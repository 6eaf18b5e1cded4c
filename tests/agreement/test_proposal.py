"""Proposals: an overlay on an agreement, with what it changes and no more."""

from __future__ import annotations

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
