"""Notice that a permanent exchange ends."""

from tests.events.stage import NEXT, after, dates, letters, refused, sentence
from watchbill.kernel.clock import parse_day

PAIR = "permanent_exchange: {days: Ames, nights: Bond, from: 2024-05-12, notice_days: 7}"
END = "end_permanent_exchange: {by: Ames, told: 2024-05-10 08:00}"


def test_tours_from_the_end_of_the_notice_on_are_the_regular_ones_again() -> None:
    schedule = after(PAIR, END)
    assert schedule.partners[0].ends == parse_day("2024-05-17")
    assert letters(schedule, "Ames") == "DDNN----DDDN--"
    assert letters(schedule, "Bond") == "----DDNN----DD"


def test_of_two_that_run_the_one_of_the_partner_named_ends() -> None:
    joined = (
        "joined: {person: Dunn, called: Dunn, classification: medic, status: regular, rate: '40'}"
    )
    other = "permanent_exchange: {days: '17', nights: Dunn, from: 2024-05-12, notice_days: 7}"
    schedule = after(PAIR, joined, other, END.replace("by: Ames", "by: the union, of: Ames"))
    assert [pair.ends is None for pair in schedule.partners] == [False, True]


def test_whoever_is_a_partner_of_none_ends_nobody_elses() -> None:
    for name in ("'17'", "the union", "Amos"):
        told = refused(PAIR, END.replace("by: Ames", f"by: {name}"))
        who = "Cole (17)" if name == "'17'" else name
        assert f"{who} is a partner of no permanent exchange that runs; say of whom (of)" in told
        assert f"that of entry {NEXT}, Ames on days and Bond on nights" in told
    assert "is a partner of no permanent exchange" in refused(
        PAIR, END.replace("by: Ames", "by: the union, of: Amos")
    )


def test_where_none_runs_none_ends() -> None:
    assert "no permanent exchange runs that could end; found Ames" in refused(END)
    assert "no permanent exchange runs that could end" in refused(PAIR, END, END)


def test_it_is_told_and_names_no_date_of_the_schedule() -> None:
    assert dates(END) == []
    assert sentence(END) == "end permanent exchange: by Ames, told 2024-05-10 08:00"
    assert sentence(END.replace("Ames", "'17'")).startswith("end permanent exchange: by Cole (17)")
