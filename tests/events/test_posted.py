"""The schedule of some dates was posted."""

from tests.events.stage import STAGE, after, dates, refused, sentence, standing
from watchbill.kernel.clock import parse_day, parse_wall

N = "N: {called: Night, start: '19:00', length: 12h, kind: night}"
POSTED = (
    "posted: {at: 2024-05-10 08:00, from: 2024-05-20, to: 2024-05-21,"
    f" tours: {{{N}}}, lines: {{'17': -N}}}}"
)


def test_its_tours_stand_and_it_says_when_which_dates_were_posted() -> None:
    schedule = after(POSTED)
    assert len(standing(schedule, "17").on(parse_day("2024-05-21"))) == 1
    last = schedule.postings[-1]
    assert (last.at, last.first, last.last) == (
        parse_wall("2024-05-10 08:00"), parse_day("2024-05-20"), parse_day("2024-05-21"),
    )  # fmt: skip


def test_without_lines_what_stands_is_posted() -> None:
    laid = POSTED.replace("posted: {at: 2024-05-10 08:00, ", "laid_out: {")
    lineless = "posted: {at: 2024-05-10 08:00, from: 2024-05-20, to: 2024-05-21}"
    schedule = after(laid, lineless)
    assert len(schedule.postings) == len(STAGE.now.postings) + 1
    assert schedule.people["17"].held == after(laid).people["17"].held


def test_dates_are_posted_once_and_not_in_the_future() -> None:
    assert "are laid out already" in refused(POSTED, POSTED)
    told = refused(POSTED.replace("05-20", "05-19").replace("-N", "--N"))
    assert "are laid out already" in told
    for dates_named in ("from: 2024-05-06, to: 2024-05-19", "from: 2024-05-19, to: 2024-05-19"):
        told = refused(f"posted: {{at: 2024-05-10 08:00, {dates_named}}}")
        assert "the dates from 2024-05-06 to 2024-05-19 were posted already, at 2024-04-01" in told
    assert "later than the entry becomes known" in refused(POSTED.replace("10 08:00", "10 09:01"))


def test_leave_granted_before_is_for_the_posting_to_say() -> None:
    granted = "leave_granted: {person: '17', from: 2024-05-20, to: 2024-05-25, kind: vacation}"
    away = POSTED[:-1] + ", away: {'17': {2024-05-21: vacation}}}"
    schedule = after(granted, away)
    assert standing(schedule, "17").on(parse_day("2024-05-21")) == []


def test_it_is_told_with_when_and_which_dates() -> None:
    assert dates(POSTED) == ["2024-05-20", "2024-05-21"]
    both = POSTED.replace("'17': -N", "'17': -N, Ames: N-")
    assert sentence(both) == (
        "posted: at 2024-05-10 08:00, from 2024-05-20, to 2024-05-21, 2 people"
    )
