"""A post is closed."""

from tests.events.stage import after, dates, refused, sentence
from watchbill.kernel.clock import parse_day

CLOSED = "post_closed: {post: crew, from: 2024-05-12}"


def test_from_that_date_on_there_is_no_post_and_its_name_is_still_known() -> None:
    facts = after(CLOSED).facts
    days = [parse_day(day) for day in ("2024-05-11", "2024-05-12")]
    assert [facts.posts["crew"].on(day) is None for day in days] == [False, True]
    assert facts.post_names() == [("crew", "Crew")]


def test_it_is_one_of_the_service_s() -> None:
    told = refused(CLOSED.replace("crew", "crw"))
    assert "the service has no post of this id; found crw" in told
    assert "crew" in told


def test_it_is_told() -> None:
    assert dates(CLOSED) == ["2024-05-12"]
    assert sentence(CLOSED) == "post closed: post crew, from 2024-05-12"
