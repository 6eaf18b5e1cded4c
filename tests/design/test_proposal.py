"""What a design would have changed, written as a proposal that every other command reads."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from watchbill.agreement.load import load_agreement
from watchbill.agreement.model import Agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.design.proposal.change import ChangedClause, with_rules
from watchbill.design.proposal.lengths import to_allow
from watchbill.design.proposal.write import proposal_text
from watchbill.kernel.clock import Minutes
from watchbill.service.load import load_service

KAMLOOPS = load_service("kamloops-cso")


def read_back(proposed: Agreement, folder: Path, name: str = "mine.yaml") -> Agreement:
    file = folder / name
    text = proposal_text(proposed, "Mine", "A test", file)
    assert text is not None
    file.write_text(text, encoding="utf-8")
    return load_agreement(file)


def rules_by_clause(agreement: Agreement) -> dict[str, tuple[object, ...]]:
    return {clause.number: clause.rules for clause in agreement.clauses}


def test_one_figure_changed_is_all_that_is_written(tmp_path: Path) -> None:
    agreement = KAMLOOPS.agreement
    (average,) = (one for one in agreement.rules() if one.rule.kind() == "average-hours")
    changed = ChangedClause("A1", average.rule, replace(average.rule, at_most=Decimal(48)))  # type: ignore[call-arg]
    proposed = with_rules(agreement, [changed])
    text = proposal_text(proposed, "Longer weeks", "A test", tmp_path / "longer.yaml")
    assert text is not None
    assert "rule: average-hours" in text
    assert "at_most: 48" in text
    assert "clauses:" not in text
    assert rules_by_clause(read_back(proposed, tmp_path)) == rules_by_clause(proposed)


def test_a_clause_with_two_rules_of_the_kind_is_written_anew(tmp_path: Path) -> None:
    """A4 limits tours and nights: figures given to the kind would change both."""
    agreement = KAMLOOPS.agreement
    runs = [one.rule for one in agreement.rules() if one.rule.kind() == "run-of-tours"]
    longer = ChangedClause("A4", runs[0], replace(runs[0], at_most=6))  # type: ignore[call-arg]
    proposed = with_rules(agreement, [longer])
    back = read_back(proposed, tmp_path)
    assert [rule.says() for rule in back.by_number["A4"].rules] == [
        "At most 6 tours on consecutive days.", "At most 2 nights on consecutive days.",
    ]  # fmt: skip
    assert rules_by_clause(back) == rules_by_clause(proposed)


def test_a_length_that_is_allowed_reads_back(tmp_path: Path) -> None:
    agreement = KAMLOOPS.agreement
    changed = to_allow(agreement, Minutes(480), KAMLOOPS.people)
    back = read_back(with_rules(agreement, changed), tmp_path)
    assert back.by_number["A7"].rules[0].says() == "Tours last 8 h."
    assert (back.id, back.on) == ("mine", "kamloops-cso")


def test_rules_that_are_gone_leave_their_clause_without_them(tmp_path: Path) -> None:
    agreement = KAMLOOPS.agreement
    rules = [one.rule for one in agreement.rules() if one.clause.number == "A4"]
    proposed = with_rules(agreement, [ChangedClause("A4", rule, None) for rule in rules])
    assert read_back(proposed, tmp_path).by_number["A4"].rules == ()


def test_nothing_changed_is_no_proposal(tmp_path: Path) -> None:
    assert proposal_text(KAMLOOPS.agreement, "Mine", "A test", tmp_path / "mine.yaml") is None


@pytest.mark.parametrize("name", agreement_ids())
def test_every_clause_that_ships_can_be_written_and_reads_back_the_same(
    name: str, tmp_path: Path
) -> None:
    """Each clause with rules is put under a number of its own, so that all of it is written."""
    agreement = load_agreement(name)
    again = tuple(
        replace(clause, number=f"{clause.number} again", readings=(), chosen=None)
        for clause in agreement.clauses
        if clause.rules
    )
    proposed = replace(agreement, clauses=(*agreement.clauses, *again))
    assert rules_by_clause(read_back(proposed, tmp_path)) == rules_by_clause(proposed)


def test_figures_left_open_that_were_chosen_are_written(tmp_path: Path) -> None:
    chosen = load_agreement("kamloops-cso", {}, {"clock-change-nights": "nominal"})
    proposed = with_rules(chosen, to_allow(chosen, Minutes(480), KAMLOOPS.people))
    assert read_back(proposed, tmp_path).settings["clock-change-nights"] == "nominal"


def test_a_proposal_on_an_agreement_beside_it_names_its_file(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(
        "proposal: base\non: kamloops-cso\nname: Base\n"
        'changes:\n  - {clause: "A1", rule: average-hours, fields: {at_most: 44}}\n',
        encoding="utf-8",
    )
    agreement = load_agreement(base)
    folder = tmp_path / "deeper"
    folder.mkdir()
    back = read_back(
        with_rules(agreement, to_allow(agreement, Minutes(480), KAMLOOPS.people)), folder
    )
    assert back.by_number["A1"].rules[-1].says().startswith("At most 44 hours")
    assert back.by_number["A7"].rules[0].says() == "Tours last 8 h."
