"""What follows is known before it is saved: findings, coverage, hours, money, whom to tell."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.acts.stage import asked
from tests.books import book_of
from tests.rules.stage import Story, person
from watchbill.desk.following import following
from watchbill.events.duty import Known
from watchbill.kernel.clock import day_text, wall_text
from watchbill.ledger.entry import read_event

SHORT: dict[str, Any] = {
    "person": "Aitken",
    "tour": "2024-05-14 07:00",
    "to": "2024-05-14 09:00 +12h",
}


def test_a_change_says_what_it_costs_and_until_when_it_would_have_cost_nothing() -> None:
    outcome = asked("change", "2024-05-10 15:00", **SHORT)
    follows = outcome.consequences
    assert follows.difference == Decimal("96.00")
    paid = [(one.clause_number, one.hours, one.multiple) for one in follows.lines]
    assert paid == [("12.08(d)", Decimal(2), Decimal(2)), ("basic", Decimal(10), Decimal(1))]
    notice = follows.notice
    assert notice is not None
    assert (day_text(notice.tell_by), day_text(notice.first_date)) == ("2024-04-30", "2024-05-24")
    (hours,) = follows.hours
    gained = hours.duty[1] - hours.duty[0], hours.paid[1] - hours.paid[0]
    assert (hours.person, gained) == ("Aitken", (0, Decimal(2)))
    assert [(one.person, wall_text(one.by)) for one in follows.to_tell] == [
        ("Aitken", "2024-05-14 07:00")
    ]


def test_told_on_the_last_date_named_it_costs_nothing_and_a_day_later_it_does() -> None:
    free = asked("change", "2024-05-10 15:00", **SHORT, told="2024-04-30 15:00").consequences
    late = asked("change", "2024-05-10 15:00", **SHORT, told="2024-05-01 15:00").consequences
    assert (free.difference, late.difference) == (Decimal(0), Decimal("96.00"))
    assert free.notice is not None
    assert late.notice is not None
    assert free.notice.tell_by == late.notice.tell_by


def test_where_pay_does_not_go_by_notice_none_is_named() -> None:
    book = book_of("foothills-communications", "2024-05-06", "2024-06-30", "2024-03-01 09:00")
    key, standing = next(iter(book.now.people.items()))
    tour = next(iter(standing.held.values())).tour
    outcome = asked("change", "2024-05-01 09:00", book, person=key, asked_by="employee",
                    tour=wall_text(tour.wall_start), to="off")  # fmt: skip
    assert outcome.consequences.notice is None


def test_an_extra_tour_that_makes_five_in_a_row_says_whether_it_counts_and_why() -> None:
    """Four in a row are the limit of 12.02, which judges the posted schedule alone."""
    extra = {"extra": {"person": "Aitken", "tour": "2024-05-18 19:00 +12h"}}
    follows = asked("record", "2024-05-15 09:00", event=extra).consequences
    assert follows.findings == ()
    (told,) = [one for one in follows.remarks if "where at most 4 are allowed" in one.sentence]
    assert (told.person, told.source) == ("Aitken", "12.02")
    assert told.sentence.startswith("5 tours on consecutive days, ")
    assert "No finding: the clause judges the posted schedule alone" in told.sentence


def test_where_the_clause_counts_it_the_fifth_tour_is_a_finding_and_no_remark() -> None:
    rule = "run-of-tours: {at_most: 4, all_duty: true}"
    days = tuple(f"2024-05-{day:02d} 07:00 +8h" for day in range(6, 10))
    story = Story(rule, days, first="2024-05-06", last="2024-05-19", staff=((person("Bell"), ()),))
    before = story.schedule_after()
    extra = read_event({"extra": {"person": "Ames", "tour": "2024-05-10 07:00 +8h"}}, "test")
    found = following(story.agreement, before, before.apply(Known(1, extra)), ("Ames",))
    assert [one.sentence for one in found.findings] == [
        "5 tours on consecutive days, where at most 4 are allowed."
    ]
    assert found.remarks == ()


def test_guidance_on_rest_is_a_remark_with_its_source_and_never_a_finding() -> None:
    nights = tuple(f"2024-05-{day:02d} 23:00 +8h" for day in range(6, 10))
    story = Story("run-of-tours: {at_most: 14}", nights, first="2024-05-06", last="2024-05-19")
    before = story.schedule_after()
    for tour, said, source in (
        ("2024-05-10 23:00 +8h night", "5 nights in a row from 2024-05-06.", "HSG256"),
        ("2024-05-10 07:00 +8h", "No rest between 2024-05-09 23:00 +8 h night and", "HSG256"),
        ("2024-05-10 07:00 +16h", "24 h on duty without a break from 2024-05-09", "Prehospital"),
    ):
        extra = read_event({"extra": {"person": "Ames", "tour": tour}}, "test")
        found = following(story.agreement, before, before.apply(Known(1, extra)), ("Ames",))
        assert found.findings == ()
        assert any(said in one.sentence and source in one.source for one in found.remarks), tour
    quiet = read_event({"extra": {"person": "Ames", "tour": "2024-05-12 07:00 +8h"}}, "test")
    found = following(story.agreement, before, before.apply(Known(1, quiet)), ("Ames",))
    assert found.remarks == ()
