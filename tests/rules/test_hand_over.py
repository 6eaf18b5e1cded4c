"""Hand-over at the edge of a tour."""

import pytest

from tests.rules.stage import Story, laid

QUARTER = Story(
    "hand-over: {at_most: 0h15}",
    laid("L"),
    more="held-over: {at_least: 0h00, multiple: 1.5}",
)


def held(until: str, story: Story = QUARTER) -> Story:
    return story.but(
        events=(f"held_over: {{person: Ames, tour: 2024-05-06 08:00, until: 2024-05-07 {until}}}",)
    )


def test_a_quarter_of_an_hour_is_not_paid_as_work_and_a_minute_more_is_a_minute() -> None:
    bare = QUARTER.but(more=None)
    assert held("08:15", bare).basic() == "24"
    sixteen = held("08:16", bare)
    assert [(str(line.minutes), str(line.multiple)) for line in sixteen.lines] == [
        ("1440", "1"),
        ("1", "1"),
    ]


def test_where_it_is_paid_every_minute_is() -> None:
    paid = QUARTER.but(rule="hand-over: {at_most: 0h15, paid: true}", more=None)
    assert held("08:15", paid).basic() == "24.25"


@pytest.mark.parametrize(
    ("rule", "until", "basic"),
    [
        ("at_most: 0h15", "08:15", "24"),
        ("at_most: 0h15", "08:45", "24.5"),
        ("at_most: 0h15, overtime: all", "08:15", "24"),
        ("at_most: 0h15, overtime: all", "08:45", "24.75"),
        ("at_most: 0h15, multiple: 2", "08:45", "25"),
        ("at_most: 0h15, overtime: all, multiple: 2", "08:45", "25.5"),
        ("at_most: 0h15, paid: true, multiple: 2", "08:45", "24.75"),
    ],
)
def test_what_is_longer_is_overtime_beyond_it_or_all_of_it(
    rule: str, until: str, basic: str
) -> None:
    assert held(until, QUARTER.but(rule=f"hand-over: {{{rule}}}", more=None)).basic() == basic
