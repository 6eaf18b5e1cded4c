"""Kinds of leave: whether they are paid, and whether they count as time worked."""

import pytest

from tests.rules.stage import AMES, Story, laid, person, rule_of
from watchbill.asking.leave import counts_as_worked, is_known_leave, leave_pay, nearest_leave
from watchbill.kernel.problems import BadInput
from watchbill.pay.leave import assumed_leave

TWO = laid("dd")


def away(rule: str, kind: str, more: str | None = None) -> Story:
    event = f"leave: {{person: Ames, tour: 2024-05-06 08:00, kind: {kind}}}"
    return Story(rule, TWO, (event,), more=more)


def test_leave_is_paid_under_the_clause_that_says_so_and_not_paid_where_it_says_so() -> None:
    paid = away("leave: {kinds: [parental], paid: true}", "parental")
    assert paid.paid() == [("2024-05-06 08:00", "8 h", "1")]
    assert paid.basic() == "16"
    unpaid = away("leave: {kinds: [vacation], paid: false}", "vacation")
    assert unpaid.basic() == "8"
    assert assumed_leave(paid.agreement, paid.duties) == ()
    assert assumed_leave(unpaid.agreement, unpaid.duties) == ()


def test_where_no_clause_says_the_usual_is_assumed_and_said() -> None:
    vacation = away("rest: {at_least: 8h}", "vacation")
    assert vacation.basic() == "16"
    (line,) = [line for line in vacation.lines if "Leave" in line.why]
    assert line.why == "Leave (vacation) is paid: assumed, no clause says."
    parental = away("rest: {at_least: 8h}", "parental")
    assert parental.basic() == "8"
    assert assumed_leave(parental.agreement, parental.duties) == (
        "Leave (parental) is not paid: assumed, no clause says.",
    )


def test_a_kind_that_nobody_knows_is_never_paid_and_is_asked_back() -> None:
    story = away("rest: {at_least: 8h}", "suspended")
    assert story.basic() == "8"
    assert not is_known_leave(story.agreement, "suspended")
    assert not is_known_leave(story.agreement, "sik")
    assert nearest_leave(story.agreement, "sik") == "sick"


def test_a_rule_that_names_the_kind_comes_before_one_that_speaks_of_any() -> None:
    story = away("leave: {paid: false}", "sick", "leave: {kinds: [sick], paid: true}")
    assert leave_pay(story.agreement, AMES, "sick").paid
    assert leave_pay(story.agreement, AMES, "sick").clause is story.agreement.clauses[1]
    assert not leave_pay(story.agreement, AMES, "vacation").paid


def test_it_holds_for_those_whom_it_covers() -> None:
    rule = "leave: {kinds: [sick], paid: false, applies_to: {status: casual}}"
    story = away(rule, "sick")
    assert leave_pay(story.agreement, AMES, "sick").assumed
    casual = leave_pay(story.agreement, person(status="casual"), "sick")
    assert (casual.paid, casual.assumed) == (False, False)


def test_whether_it_counts_as_worked_is_open_where_no_clause_says() -> None:
    story = away("leave: {kinds: [sick], as_worked: false}", "sick")
    assert counts_as_worked(story.agreement, AMES, "sick") is False
    assert counts_as_worked(story.agreement, AMES, "vacation") is None


def test_capital_letters_make_no_other_kind() -> None:
    assert leave_pay(away("leave: {kinds: [Kelly day], paid: true}", "x").agreement, AMES,
                     "kelly day").paid  # fmt: skip


def test_a_rule_that_says_nothing_is_refused_and_two_that_differ_are_told() -> None:
    with pytest.raises(BadInput, match="say whether the leave is paid"):
        rule_of("leave: {kinds: [sick]}")
    one = rule_of("leave: {kinds: [sick, jury], paid: true}")
    (doubt,) = one.doubts_with(rule_of("leave: {kinds: [sick], paid: false}"))
    assert doubt.sentence == "Leave (sick) is paid, and is not paid."
    assert list(one.doubts_with(rule_of("leave: {kinds: [other], paid: false}"))) == []
    assert list(one.doubts_with(rule_of("leave: {kinds: [sick], as_worked: true}"))) == []
