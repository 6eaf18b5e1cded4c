"""How many people a post needs."""

from tests.events.stage import after, dates, refused, sentence
from watchbill.events.schedule import Schedule
from watchbill.kernel.clock import parse_day

FROM = "need_set: {post: crew, demand: 2 at all times, from: 2024-05-12}"
FESTIVAL = "need_set: {post: crew, demand: 5 at all times, from: 2024-05-14, to: 2024-05-15}"


def counts(schedule: Schedule) -> list[int]:
    """How many are needed on the 11th, 12th, 14th and 16th."""
    days = [parse_day(f"2024-05-{day}") for day in (11, 12, 14, 16)]
    return [schedule.facts.need_on("crew", day)[0].need for day in days]


def test_a_need_holds_from_its_date_on_and_one_of_given_dates_on_these_alone() -> None:
    assert counts(after()) == [1, 1, 1, 1]
    assert counts(after(FROM)) == [1, 2, 2, 2]
    assert counts(after(FESTIVAL, FROM)) == [1, 2, 5, 2]


def test_the_post_is_one_of_the_service_s_and_dates_alone_have_a_first() -> None:
    assert "the service has no post of this id; found crw" in refused(FROM.replace("crew", "crw"))
    told = refused(FESTIVAL.replace("from: 2024-05-14, ", ""))
    assert "the first date of these is to be given" in told


def test_it_is_told() -> None:
    assert dates(FESTIVAL) == ["2024-05-14", "2024-05-15"]
    assert sentence(FROM) == "need set: post crew, demand 2 at all times, from 2024-05-12"
