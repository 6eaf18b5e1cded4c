"""Hand-over at the edge of a tour."""

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


def test_a_quarter_of_an_hour_is_not_paid_as_work_and_a_minute_more_is_whole() -> None:
    bare = QUARTER.but(more=None)
    assert held("08:15", bare).basic() == "24"
    sixteen = held("08:16", bare)
    assert [(str(line.minutes), str(line.multiple)) for line in sixteen.lines] == [
        ("1440", "1"),
        ("16", "1"),
    ]


def test_where_it_is_paid_every_minute_is() -> None:
    paid = QUARTER.but(rule="hand-over: {at_most: 0h15, paid: true}", more=None)
    assert held("08:15", paid).basic() == "24.25"
