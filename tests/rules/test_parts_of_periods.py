"""A period of which only a part is known counts by its share, or the file is refused."""

from __future__ import annotations

import pytest

from tests.rules.stage import Story, laid, rule_of
from watchbill.kernel.problems import BadInput
from watchbill.periods.period import Period
from watchbill.rules.registry import kinds

PART = "{of: 28 days, part: in-proportion}"
WITH_SHARES = {
    "annual-hours": f"annual-hours: {{at_most: 2000, period: {PART}}}",
    "average-hours": f"average-hours: {{at_most: 40, period: {PART}}}",
    "deemed-hours": f"deemed-hours: {{hours_per_week: 40, period: {PART}}}",
    "free-days": f"free-days: {{at_least: 8, period: {PART}}}",
    "free-evenings": f"free-evenings: {{at_least: 4, evening_from: '18:00', until: '23:00', period: {PART}}}",  # noqa: E501
    "free-weekends": f"free-weekends: {{free: 1, one_in: 2, period: {PART}}}",
}
WITHOUT = {
    "double-tours": "double-tours: {at_most: 2, tour: 24h, period: PERIOD}",
    "free-run": "free-run: {days: 4, period: PERIOD}",
    "overtime-above": "overtime-above: {hours: 160, period: PERIOD, multiple: 2}",
}


@pytest.mark.parametrize("rule", WITH_SHARES.values(), ids=WITH_SHARES)
def test_kinds_that_have_a_share_of_a_part_take_it(rule: str) -> None:
    period = getattr(rule_of(rule), "period", None)
    assert isinstance(period, Period)
    assert period.in_proportion


@pytest.mark.parametrize("rule", WITHOUT.values(), ids=WITHOUT)
def test_kinds_that_go_by_whole_periods_are_refused_with_the_place_of_the_word(rule: str) -> None:
    assert rule_of(rule.replace("PERIOD", "28 days"))
    with pytest.raises(BadInput, match="goes by whole periods") as refused:
        rule_of(rule.replace("PERIOD", PART))
    (problem,) = refused.value.problems
    assert problem.path.endswith("period.part")
    assert problem.line is not None


def test_every_kind_that_says_it_has_shares_is_among_them() -> None:
    assert {name for name, kind in kinds().items() if kind.in_proportion} == set(WITH_SHARES)


def test_any_such_stretch_has_no_part() -> None:
    with pytest.raises(BadInput, match="it has no part"):
        rule_of("hours-in-window: {at_most: 60h, period: {of: any 7 days, part: in-proportion}}")


def test_one_week_of_four_owes_a_quarter_of_the_free_days_and_one_weekend_in_two() -> None:
    days = Story(WITH_SHARES["free-days"], laid("dddddd-"), first="2024-05-06", last="2024-05-12")
    assert days.findings() == [("2024-05-06 00:00", "1 free days", "2 free days")]
    assert days.but(tours=laid("ddddd--")).findings() == []
    ends = Story(WITH_SHARES["free-weekends"], laid("ddddddd" * 2), last="2024-05-19")
    assert ends.findings() == [("2024-05-06 00:00", "0 free weekends", "1 free weekends")]
    assert ends.but(tours=laid("ddddddd ddddd--")).findings() == []


def test_a_part_is_averaged_over_its_own_days() -> None:
    """48 hours in a week are above 40 a week; 2,000 in 28 days are 500 in seven."""
    week = Story(WITH_SHARES["average-hours"], laid("dddddd-"), first="2024-05-06",
                 last="2024-05-12")  # fmt: skip
    assert week.findings() == [("2024-05-06 00:00", "48 h/week", "40 h/week")]
    assert week.but(tours=laid("ddddd--")).findings() == []
    year = week.but(rule=WITH_SHARES["annual-hours"].replace("2000", "180"))
    assert year.findings() == [("2024-05-06 00:00", "192 h/year", "180 h/year")]
