"""What is left of a span of minutes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.kernel.spans import without

MINUTE = st.integers(0, 40)
SPAN = st.tuples(MINUTE, MINUTE)


def test_a_hole_in_the_middle_leaves_both_ends() -> None:
    assert list(without(10, 20, [(12, 15)])) == [(10, 12), (15, 20)]


def test_a_hole_that_only_touches_takes_nothing() -> None:
    assert list(without(10, 20, [(5, 10), (20, 25)])) == [(10, 20)]


def test_a_hole_over_the_whole_leaves_nothing() -> None:
    assert list(without(10, 20, [(10, 20)])) == []


@given(SPAN, st.lists(SPAN.filter(lambda hole: hole[0] < hole[1])))
@settings(deadline=None)
def test_what_is_left_are_the_minutes_that_no_hole_has(
    span: tuple[int, int], holes: list[tuple[int, int]]
) -> None:
    left = [minute for a, b in without(*span, sorted(holes)) for minute in range(a, b)]
    assert left == [minute for minute in range(*span) if not any(a <= minute < b for a, b in holes)]
