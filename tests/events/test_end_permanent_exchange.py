"""Notice that a permanent exchange ends."""

from tests.events.stage import after, dates, letters, sentence
from watchbill.kernel.clock import parse_day

PAIR = "permanent_exchange: {days: Ames, nights: Bond, from: 2024-05-12, notice_days: 7}"
END = "end_permanent_exchange: {by: Ames, told: 2024-05-10 08:00}"


def test_tours_from_the_end_of_the_notice_on_are_the_regular_ones_again() -> None:
    schedule = after(PAIR, END)
    assert schedule.partners[0].ends == parse_day("2024-05-17")
    assert letters(schedule, "Ames") == "DDNN----DDDN--"
    assert letters(schedule, "Bond") == "----DDNN----DD"


def test_of_two_that_run_the_one_of_the_partner_named_ends() -> None:
    other = "permanent_exchange: {days: '17', nights: Bond, from: 2024-05-12, notice_days: 7}"
    schedule = after(PAIR, other, END.replace("by: Ames", "by: the union, of: Ames"))
    assert [pair.ends is None for pair in schedule.partners] == [False, True]


def test_it_is_told_and_names_no_date_of_the_schedule() -> None:
    assert dates(END) == []
    assert sentence(END) == "end permanent exchange: by Ames, told 2024-05-10 08:00"
