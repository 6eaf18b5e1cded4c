"""What leave does to an average, as a file writes it and a person reads it."""

import pytest

from tests.rules.stage import rule_of
from watchbill.counting.counting import PLAIN, Counting, LeaveCounting
from watchbill.kernel.problems import BadInput


def test_the_plain_counting_needs_no_words() -> None:
    assert str(PLAIN) == ""
    assert Counting() == PLAIN


def test_every_other_way_is_said() -> None:
    said = {str(Counting(leave=way)) for way in LeaveCounting if way is not LeaveCounting.NOTHING}
    assert len(said) == len(LeaveCounting) - 1
    assert "" not in said


def test_another_word_is_refused_with_those_that_may_stand_there() -> None:
    with pytest.raises(BadInput) as bad:
        rule_of("average-hours: {at_most: 40, counting: {leave: made up}}")
    (problem,) = bad.value.problems
    assert problem.path.endswith("average-hours.counting.leave")
    assert problem.allowed is not None
    assert "made-up" in problem.allowed
