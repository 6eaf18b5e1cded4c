"""Words and figures that are defined and not used, leave on two lists, and references."""

from __future__ import annotations

from pathlib import Path

from tests.lint.made_up import HEAD, USUAL, clause, linted, said
from watchbill.agreement.load import load_agreement, parse_agreement
from watchbill.lint.lint import lint

ROTATION = "rotation: {pattern: DDNN----}"


def test_a_word_that_no_clause_names_is_noted_where_others_are_named() -> None:
    for_some = "rest: {at_least: 12h, applies_to: {status: regular}}"
    (one,) = [one for one in linted(for_some) if one.check == "unused words"]
    assert (str(one.gravity), one.figures) == ("note", ("casual",))
    but_some = "rest: {at_least: 12h, applies_to: {not_status: casual}}"
    assert linted(but_some) == ()


def test_a_tour_that_no_rule_speaks_of_is_noted() -> None:
    (one,) = linted("rotation: {pattern: DDDDD--, tour: 8h}", "tours-allowed: {lengths: [8h]}")[:1]
    assert one.figures == ("D",)
    assert linted(ROTATION) == ()


def test_parameters_open_and_unused_are_noted(tmp_path: Path) -> None:
    text = HEAD.replace("ZONE", "America/Regina").replace(
        "clauses:\n",
        "parameters:\n"
        "  rest: {says: Rest., default: 9h}\n"
        "  spare: {says: Spare., default: 1}\n"
        "  open: {says: To be agreed.}\n"
        "clauses:\n",
    )
    text += clause(
        "1",
        "rest: {at_least: $rest}",
        "average-hours: {at_most: 42, period: {of: cycle, begins: $open}}",
    )
    file = tmp_path / "harbour.yaml"
    file.write_text(text + USUAL.split("\n", 1)[1])
    figures = [(one.check, one.figures) for one in lint(load_agreement(file)) if one.figures]
    assert figures == [("open figures", ("spare",)), ("open figures", ("open",))]
    # Of a text that is in no file nobody can say what its rules asked for.
    in_memory = lint(parse_agreement(file.read_text(), "nowhere.yaml"))
    assert [one.figures for one in in_memory if one.figures] == [("open",)]


def test_leave_that_counts_and_does_not_is_told() -> None:
    period = "work-period: {days: 28, begins: 2024-01-01 08:00, service: fire, productive: [sick, vacation], not_productive: [sick]}"  # noqa: E501
    assert ("error", "leave") in said(linted(period))
    counts = "leave: {kinds: [sick], as_worked: true}"
    does_not = "leave: {kinds: [sick, detail], as_worked: false}"
    assert said(linted(counts, does_not)) == [("error", "leave")]
    assert linted(counts, "leave: {kinds: [detail], as_worked: false}") == ()


def test_a_paragraph_is_a_clause_to_refer_to_and_a_self_reference_is_noted() -> None:
    def told(reference: str) -> list[str]:
        more = clause("12.08(a)") + clause("13.1.2")
        more += f'  - {{clause: "14", heading: A, reading: A., refers_to: ["{reference}"]}}\n'
        return [str(one.gravity) for one in linted(ROTATION, more=more)]

    for known in ("12.08", "12.08(a)", "13", "13.1", "13.1.2"):
        assert told(known) == []
    assert told("14") == ["note"]
    for unknown in ("12.0", "12.08(b)", "13.1.2.1", "1.08"):
        assert told(unknown) == ["error"]


def test_the_clause_to_which_a_permanent_exchange_reverts_is_there() -> None:
    rule = "permanent-exchange: {ends_after_days: 30, reverts_to: %s}"
    assert linted(rule % '"1"') == ()
    assert said(linted(rule % '"7"')) == [("error", "references")]
