"""A partner of a permanent exchange has left."""

from tests.events.stage import after, dates, letters, refused, sentence
from watchbill.kernel.clock import parse_day

PAIR = "permanent_exchange: {days: Ames, nights: Bond, from: 2024-05-12, notice_days: 7}"
LOST = "partner_lost: {person: Bond, at: 2024-05-10 08:00}"


def test_the_exchange_ends_that_day_without_notice() -> None:
    schedule = after(PAIR, LOST)
    (pair,) = schedule.partners
    assert (pair.ends, pair.lost) == (parse_day("2024-05-10"), "Bond")
    assert letters(schedule, "Ames") == "DDNN----DDNN--"
    assert letters(schedule, "Bond") == "----DDNN----DD"


def test_nobody_is_lost_later_than_it_is_known() -> None:
    assert "later than the entry becomes known" in refused(PAIR, LOST.replace("10 08", "11 08"))


def test_it_is_told() -> None:
    assert dates(LOST) == []
    assert sentence(LOST) == "partner lost: person Bond, at 2024-05-10 08:00"
