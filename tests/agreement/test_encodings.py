"""Where what the files say comes from: what is assumed and missing only goes down."""

from __future__ import annotations

from pathlib import Path

import pytest

from watchbill.agreement.counts import (
    counts_sentences,
    encoding_counts,
    otherwise_worded,
    unanswered,
    unanswered_sentences,
)
from watchbill.agreement.encoding import Encoding, Question
from watchbill.agreement.load import load_agreement, parse_agreement
from watchbill.agreement.model import Agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.kernel.problems import BadInput
from watchbill.kernel.yamltree import read_tree

COUNTS = Path(__file__).parent / "encodings.yaml"
HEAD = """
agreement: made-up
name: Made up
parties: {employer: A, union: B}
read: {by: Ames, on: 2024-03-01}
time_zone: America/Edmonton
definitions: {classifications: {medic: Medic}, statuses: {regular full-time: Full}}
parameters:
  open: {says: A figure., default: 3}
  sourced: {says: Another., default: 8, source: Article 7}
  not-given: {says: A third.}
clauses:
"""


def clause(number: str, *more: str, rules: str = "") -> str:
    lines = [f'  - clause: "{number}"', f"    heading: Of {number}", "    reading: What it says.",
             *(f"    {one}" for one in more)]  # fmt: skip
    return "\n".join(lines) + (f"\n    rules: [{rules}]\n" if rules else "\n")


RECORDED = "{rest-periods: {count: 2, length: 0h20, in_tour: 12h}}"
REST = "{rest: {at_least: 8h}}"


def made_up(*clauses: str) -> Agreement:
    return parse_agreement(HEAD + "".join(clauses), "made-up.yaml")


EVERY_SORT = (
    clause("1", rules=REST),
    clause("2"),
    clause("3", "derived: From 1.", rules=REST),
    clause("4", "assumed: Nobody says.", rules=REST),
    clause("5", "missing: {says: Shift rates., questions: [pay]}"),
    clause("6", "missing: {says: Lunch., questions: [check, decide]}", "assumed: So.", rules=REST),
    clause("7", "read: {by: Birch, on: 2024-05-06}", rules=RECORDED),
)


def test_each_clause_says_where_its_encoding_comes_from_and_who_read_it() -> None:
    found = made_up(*EVERY_SORT)
    assert [str(one.provenance.encoding) for one in found.clauses] == [
        "stated", "stated", "derived", "assumed", "missing", "missing", "stated"]  # fmt: skip
    assert str(found.by_number["1"].provenance.read) == "read by Ames on 2024-03-01"
    assert str(found.by_number["7"].provenance.read) == "read by Birch on 2024-05-06"


def test_the_counts_tell_what_computes_from_what_is_recorded_and_what_is_missing() -> None:
    counts = encoding_counts(made_up(*EVERY_SORT))
    assert (counts.clauses, counts.computing, counts.recorded, counts.missing) == (7, 4, 2, 2)
    assert (counts.stated, counts.derived, counts.assumed) == (3, 1, 1)
    assert (counts.figures, counts.unread) == (1, 0)
    assert next(iter(counts_sentences(counts))) == (
        "7 clauses: 4 with something to compute, 2 recorded on purpose, 2 with something that"
        " should be computed and is not."
    )


def test_who_has_read_it_is_not_made_up() -> None:
    text = HEAD.replace("read: {by: Ames, on: 2024-03-01}\n", "") + clause("1", rules=REST)
    counts = encoding_counts(parse_agreement(text, "made-up.yaml"))
    assert counts.unread == 1
    assert "nobody has said when they were last read" in list(counts_sentences(counts))[-1]


def test_what_is_missing_is_told_for_the_question_that_is_asked() -> None:
    found = made_up(*EVERY_SORT)
    assert [one.number for one in unanswered(found, Question.PAY)] == ["5"]
    assert [one.number for one in unanswered(found, Question.CHECK)] == ["6"]
    priced = unanswered_sentences(unanswered(found, Question.PAY), "Not priced")
    assert priced == ("Not priced: 5 (Shift rates).",)
    whole = made_up(clause("1", "missing: {says: All.}"))
    assert all(unanswered(whole, one) for one in Question)
    with pytest.raises(BadInput, match="questions"):
        made_up(clause("1", "missing: {says: All., questions: []}"))


def test_a_proposal_of_other_words_is_never_no_difference(tmp_path: Path) -> None:
    base = tmp_path / "base.yaml"
    base.write_text(HEAD + "".join(EVERY_SORT))
    proposal = tmp_path / "proposal.yaml"
    proposal.write_text(
        "proposal: words\non: base.yaml\nname: Words\nclauses:\n"
        + clause("2").replace("What it says.", "Something else.")
        + clause("1", rules="{rest: {at_least: 9h}}")
        + clause("8")
    )
    told = otherwise_worded(load_agreement(base), load_agreement(proposal))
    assert told == (
        "2 says something else, and nothing is computed of the difference.",
        "8 is new, and nothing of it is computed.",
    )
    assert otherwise_worded(load_agreement(base), load_agreement(base)) == ()
    assert otherwise_worded(load_agreement(base), load_agreement("hsaa-ems")) == ()


@pytest.mark.parametrize("agreement", agreement_ids())
def test_what_is_assumed_and_missing_only_goes_down(agreement: str) -> None:
    recorded = read_tree(COUNTS).data
    assert isinstance(recorded, dict)
    counts = encoding_counts(load_agreement(agreement))
    now = {"assumed": counts.assumed, "missing": counts.missing, "figures": counts.figures}
    assert agreement in recorded, f"write {agreement}: {now} into {COUNTS.name}"
    grown = {key: value for key, value in now.items() if value > recorded[agreement][key]}
    assert not grown, f"{agreement} has more than {COUNTS.name} allows: {grown}"
    assert now == recorded[agreement], f"it went down: write {now} into {COUNTS.name}"


@pytest.mark.parametrize("agreement", agreement_ids())
def test_every_clause_that_ships_was_read_and_what_is_missing_has_no_rule_of_its_own_left_silent(
    agreement: str,
) -> None:
    for one in load_agreement(agreement).clauses:
        assert one.provenance.read is not None, one.number
        if one.provenance.encoding is Encoding.MISSING:
            assert one.provenance.missing is not None
            assert one.provenance.missing.questions
