"""The search for rotations agrees with everything that can be compared with it."""

from __future__ import annotations

from itertools import permutations, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.design.needs import as_text, needs
from watchbill.bench.plain_rws import decide_plainly
from watchbill.bench.verify_rws import faults
from watchbill.design.rotation.problem import OFF, Limits, RotationNeed, RotationTour
from watchbill.design.rotation.search import decide
from watchbill.solve.progress import Watch
from watchbill.solve.run import Answer
from watchbill.solve.settings import Settings

MOST_ARRANGEMENTS = 3000


def need_of(
    people: int,
    rows: dict[str, str],
    runs: dict[str, tuple[int, int]],
    off: tuple[int, int],
    work: tuple[int, int],
    forbidden: str = "",
) -> RotationNeed:
    """A need from a row of digits for each tour's letter."""
    return RotationNeed(
        people,
        len(next(iter(rows.values()))),
        tuple(
            RotationTour(letter, letter, 480 * place, 480, Limits(*runs[letter]))
            for place, letter in enumerate(rows)
        ),
        tuple(tuple(int(count) for count in row) for row in rows.values()),
        Limits(*off),
        Limits(*work),
        tuple(tuple(word) for word in forbidden.split()),
    )


def letters(need: RotationNeed) -> str:
    return need.letters.removesuffix(OFF)


def wrong(need: RotationNeed, weeks: tuple[str, ...]) -> list[str]:
    return faults(as_text(need), weeks, letters(need))


def every_rotation(need: RotationNeed) -> list[tuple[str, ...]]:
    """All rotations of a small need, by trying every arrangement of each day's people."""
    text = as_text(need)
    columns = []
    for day in range(need.days):
        who = "".join(
            letter * row[day] for letter, row in zip(letters(need), need.need, strict=True)
        )
        if len(who) > need.people:
            return []
        columns.append(sorted(set(permutations(who.ljust(need.people, OFF)))))
    size = 1
    for column in columns:
        size *= len(column)
    assume(size <= MOST_ARRANGEMENTS)
    arranged = (
        tuple("".join(week) for week in zip(*chosen, strict=True)) for chosen in product(*columns)
    )
    return [weeks for weeks in arranged if not faults(text, weeks, letters(need))]


@settings(max_examples=250, deadline=None)
@given(needs(people=3, days=7))
def test_it_finds_what_there_is_and_proves_what_there_is_not(need: RotationNeed) -> None:
    answer = decide(need)
    rotations = every_rotation(need)
    if answer.weeks is None:
        assert answer.answer is Answer.IMPOSSIBLE
        assert rotations == []
    else:
        assert answer.answer is Answer.FOUND
        assert answer.weeks in rotations


@settings(max_examples=150, deadline=None)
@given(needs(people=6, days=9))
def test_it_agrees_with_the_plain_model(need: RotationNeed) -> None:
    answer = decide(need)
    plain = decide_plainly(need)
    assert answer.answer is plain.answer
    for found in (answer.weeks, plain.weeks):
        assert found is None or wrong(need, found) == []


@settings(max_examples=50, deadline=None)
@given(needs(people=6, days=7), st.integers(0, 1000))
def test_the_same_seed_gives_the_same_rotation(need: RotationNeed, seed: int) -> None:
    assert decide(need, Settings(seed=seed)).weeks == decide(need, Settings(seed=seed)).weeks


def test_one_person_works_a_week() -> None:
    need = need_of(1, {"D": "1111100"}, {"D": (1, 5)}, (2, 2), (5, 5))
    assert decide(need).weeks == ("DDDDD--",)


def test_weeks_that_begin_on_other_days_still_hang_together() -> None:
    need = need_of(8, {"D": "2222222", "N": "2222222"}, {"D": (1, 7), "N": (1, 7)}, (4, 4), (4, 4))
    answer = decide(need)
    assert answer.weeks is not None
    assert wrong(need, answer.weeks) == []


def test_stints_of_exactly_a_week_cannot_be_one_rotation_on_two_weekdays() -> None:
    # Some must begin on Monday and some on Thursday, and none ever changes.
    need = need_of(2, {"D": "2112211"}, {"D": (1, 7)}, (2, 2), (5, 5))
    assert decide(need).answer is Answer.IMPOSSIBLE


def test_work_without_end_is_longer_than_any_limit() -> None:
    need = need_of(1, {"D": "1111111"}, {"D": (1, 99)}, (1, 9), (1, 99))
    assert decide(need).answer is Answer.IMPOSSIBLE


def test_a_rotation_without_work_is_none() -> None:
    need = need_of(2, {"D": "0000000"}, {"D": (1, 5)}, (1, 99), (1, 5))
    assert decide(need).answer is Answer.IMPOSSIBLE


def test_more_work_than_people_is_impossible_without_a_solve() -> None:
    need = need_of(2, {"D": "3333333"}, {"D": (1, 5)}, (1, 2), (1, 5))
    answer = decide(need)
    assert (answer.answer, answer.solves) == (Answer.IMPOSSIBLE, 0)


def test_a_stint_may_be_longer_than_a_week() -> None:
    need = need_of(2, {"D": "1111112"}, {"D": (1, 10)}, (6, 6), (8, 8))
    answer = decide(need)
    assert answer.weeks is not None
    assert wrong(need, answer.weeks) == []


@pytest.mark.parametrize(
    ("forbidden", "answer"),
    [("", Answer.FOUND), ("N-D", Answer.IMPOSSIBLE), ("N--", Answer.FOUND)],
)
def test_a_single_day_off_bars_what_a_longer_rest_allows(forbidden: str, answer: Answer) -> None:
    # One person: N on Monday to Wednesday, D on Friday and Saturday, single days off between.
    rows = {"D": "0000110", "N": "1110000"}
    need = need_of(1, rows, {"D": (1, 3), "N": (1, 3)}, (1, 1), (2, 3), forbidden)
    assert decide(need).answer is answer


def test_a_stop_ends_the_search_undecided() -> None:
    watch = Watch()
    watch.stop()
    rows = {"D": "5555555", "A": "5555555", "N": "5555555"}
    runs = {"D": (2, 7), "A": (2, 6), "N": (2, 5)}
    need = need_of(29, rows, runs, (2, 4), (4, 7), "ND NA AD")
    assert decide(need, watch=watch).answer is Answer.UNDECIDED


def test_no_time_leaves_it_undecided() -> None:
    need = need_of(8, {"D": "2222222", "N": "2222222"}, {"D": (1, 7), "N": (1, 7)}, (4, 4), (4, 4))
    assert decide(need, Settings(limit=0.0)).answer is Answer.UNDECIDED


BARRED = "AD ND NA N-N A-D N-A N-D"


@pytest.mark.parametrize(
    ("need", "answer"),
    [
        (
            need_of(
                22,
                {"D": "7787667", "A": "3223333", "N": "7888888"},
                {"D": (1, 6), "A": (2, 6), "N": (1, 5)},
                (1, 3),
                (3, 6),
                BARRED,
            ),
            Answer.FOUND,
        ),
        (
            need_of(
                7,
                {"D": "1111111", "A": "2222222", "N": "2222222"},
                {"D": (3, 5), "A": (3, 6), "N": (2, 5)},
                (1, 2),
                (4, 7),
                BARRED,
            ),
            Answer.IMPOSSIBLE,
        ),
    ],
)
def test_a_need_that_comes_apart_again_and_again_is_decided(
    need: RotationNeed, answer: Answer
) -> None:
    found = decide(need)
    assert found.answer is answer
    assert found.solves > 2
    assert found.weeks is None or wrong(need, found.weeks) == []
    assert decide(need).weeks == found.weeks
