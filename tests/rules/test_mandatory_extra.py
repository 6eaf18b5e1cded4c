"""Extra days against one's will: the audit and the desk go by one notion of such a day."""

import pytest

from tests.rules.stage import Story, laid
from watchbill.kernel.clock import parse_day
from watchbill.rules.deciding import OrdersIn

ONE = Story(
    "mandatory-extra: {at_most: 1, outside: [festival]}",
    laid("ddddd-- ddddd--"),
    first="2024-05-06",
    last="2024-06-02",
)


def ordered(day: str, more: str = "list: ordered") -> str:
    return f"extra: {{person: Ames, tour: {day} 20:00 +4h, {more}}}"


def spared(story: Story, day: str, occasion: str | None = None) -> str | None:
    """Why the desk spares Ames."""
    rule = story.agreement.clauses[0].rules[0]
    assert isinstance(rule, OrdersIn)
    return rule.spares(story.duties[0], parse_day(day), occasion)


SATURDAY, SUNDAY = ordered("2024-05-11"), ordered("2024-05-12")


def test_a_second_ordered_day_within_seven_is_a_finding_and_one_is_none() -> None:
    assert ONE.but(events=(SATURDAY,)).findings() == []
    assert ONE.but(events=(SATURDAY, SUNDAY)).findings() == [
        ("2024-05-11 00:00", "2 days", "1 days")
    ]


@pytest.mark.parametrize(("day", "count"), [("2024-05-17", 1), ("2024-05-18", 0)])
def test_the_seven_days_may_begin_on_any_date(day: str, count: int) -> None:
    assert len(ONE.but(events=(SATURDAY, ordered(day))).findings()) == count
    assert (spared(ONE.but(events=(SATURDAY,)), day) is not None) is bool(count)


def test_a_day_off_on_which_the_employer_puts_a_tour_counts_and_one_s_own_wish_does_not() -> None:
    change = "change: {person: Ames, tour: off 2024-05-11, to: 2024-05-11 20:00 +4h, told: T}"
    by_employer = change.replace("T}", "2024-05-07 09:00}")
    by_employee = change.replace("T}", "2024-05-07 09:00, asked_by: employee}")
    assert len(ONE.but(events=(by_employer, SUNDAY)).findings()) == 1
    assert ONE.but(events=(by_employee, SUNDAY)).findings() == []
    assert spared(ONE.but(events=(by_employer,)), "2024-05-12") is not None
    assert spared(ONE.but(events=(by_employee,)), "2024-05-12") is None


def test_a_tour_from_the_voluntary_list_counts_for_nothing() -> None:
    own = ordered("2024-05-11", "list: voluntary")
    assert ONE.but(events=(own, SUNDAY)).findings() == []
    assert spared(ONE.but(events=(own,)), "2024-05-12") is None


def test_an_occasion_that_is_exempt_neither_counts_nor_is_limited() -> None:
    festival = ordered("2024-05-12", "list: ordered, occasion: festival")
    parade = ordered("2024-05-12", "list: ordered, occasion: parade")
    assert ONE.but(events=(SATURDAY, festival)).findings() == []
    assert len(ONE.but(events=(SATURDAY, parade)).findings()) == 1
    before = ONE.but(events=(SATURDAY,))
    assert spared(before, "2024-05-12", "festival") is None
    assert spared(before, "2024-05-12", "parade") is not None


def test_whom_the_desk_spares_the_audit_would_find_and_nobody_else() -> None:
    two = ONE.but(rule="mandatory-extra: {at_most: 2}")
    had = (ordered("2024-05-06"), ordered("2024-05-18"))
    for day in range(1, 32):
        date = f"2024-05-{day:02}"
        if day in (6, 18):
            continue  # ordered already
        after = two.but(events=(*had, ordered(date)), first="2024-05-01")
        assert (spared(two.but(events=had), date) is not None) is bool(after.findings()), date


def test_the_reason_names_the_days_ordered() -> None:
    reason = spared(ONE.but(events=(SATURDAY,)), "2024-05-12")
    assert reason is not None
    assert reason.startswith("Ordered in already on 2024-05-11. Nobody is ordered to work more")


def test_in_a_declared_emergency_nothing_is_found_where_the_rule_says_so() -> None:
    rule = "mandatory-extra: {at_most: 1, lifted_by_emergency: true}"
    emergency = "emergency: {from: 2024-05-12 00:00, to: 2024-05-13 00:00}"
    story = ONE.but(rule=rule, events=(SATURDAY, SUNDAY))
    assert len(story.findings()) == 1
    assert story.but(events=(*story.events, emergency)).findings() == []


def test_an_emergency_that_is_over_when_it_begins_or_begins_when_it_is_over_lifts_nothing() -> None:
    """The finding lasts from Saturday 00:00 to Monday 00:00."""
    rule = "mandatory-extra: {at_most: 1, lifted_by_emergency: true}"
    story = ONE.but(rule=rule, events=(SATURDAY, SUNDAY))
    for begin, end in (("10 00:00", "11 00:00"), ("13 00:00", "14 00:00")):
        emergency = f"emergency: {{from: 2024-05-{begin}, to: 2024-05-{end}}}"
        assert len(story.but(events=(*story.events, emergency)).findings()) == 1
    for begin, end in (("10 00:00", "11 00:01"), ("12 23:59", "14 00:00")):
        emergency = f"emergency: {{from: 2024-05-{begin}, to: 2024-05-{end}}}"
        assert story.but(events=(*story.events, emergency)).findings() == []


@pytest.mark.parametrize(
    ("week", "days", "count"),
    [
        # 2024-05-05 is a Sunday.
        ("period: week from sunday", (11, 12), 0),
        ("period: week from sunday", (5, 11), 1),
        ("period: week from monday", (11, 12), 1),
        ("period: week from monday", (5, 6), 0),
        ("period: any 7 days", (5, 11), 1),
        ("period: any 7 days", (5, 12), 0),
        ("period: week from sunday", (5, 6, 7), 2),
        ("period: week from sunday", (10, 11, 12, 13), 2),
    ],
)
def test_a_week_is_the_calendar_s_from_a_day_on_or_any_seven_days(
    week: str, days: tuple[int, ...], count: int
) -> None:
    rule = f"mandatory-extra: {{at_most: 1, {week}}}"
    events = tuple(ordered(f"2024-05-{day:02}") for day in days)
    story = ONE.but(rule=rule, events=events, first="2024-05-01")
    assert len(story.findings()) == count
    before = story.but(events=events[:-1])
    last_is_too_many = any(start >= "2024-05-0" for start, _, _ in story.findings()) and (
        len(before.findings()) < count
    )
    assert (spared(before, f"2024-05-{days[-1]:02}") is not None) is last_is_too_many
