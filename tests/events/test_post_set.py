"""A post that must be filled."""

from tests.events.stage import after, dates, refused, sentence
from watchbill.kernel.clock import parse_day

SET = "post_set: {post: crew, called: Crews, station: south, from: 2024-05-12}"


def test_it_is_so_from_that_date_on_and_keeps_its_need() -> None:
    facts = after(SET).facts
    posts = [facts.posts["crew"].on(parse_day(day)) for day in ("2024-05-11", "2024-05-12")]
    assert [(post.name, post.station) for post in posts if post] == [
        ("Crew", "north"),
        ("Crews", "south"),
    ]
    assert facts.need_on("crew", parse_day("2024-05-12"))[0].need == 1


def test_its_station_is_one_of_the_service_s() -> None:
    told = refused(SET.replace("south", "west"))
    assert "the service has no station of this id; found west" in told


def test_it_is_told() -> None:
    assert dates(SET) == ["2024-05-12"]
    assert sentence(SET).startswith("post set: post crew, called Crews")
