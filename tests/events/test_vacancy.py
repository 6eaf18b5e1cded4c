"""A tour at a post that must be offered."""

from tests.events.stage import NEXT, after, dates, event, numbers, refused, sentence, standing

OPEN = (
    "vacancy: {tour: 2024-05-12 07:00 +12h, post: crew, at: 2024-05-10 08:00, volunteers: ['17']}"
)


def test_it_stands_as_asked_and_with_those_who_had_put_their_names_down() -> None:
    schedule = after(OPEN)
    assert schedule.asked == {NEXT: event(OPEN)}
    assert numbers(standing(schedule, "17").events)[-1] == NEXT
    assert NEXT not in numbers(standing(schedule, "Ames").events)


def test_the_post_is_one_of_the_service_s_by_its_id_or_its_name() -> None:
    assert "the service has no such post; found crw" in refused(OPEN.replace("crew", "crw"))
    assert after(OPEN.replace("crew", "Crew")).asked


def test_nothing_is_offered_that_is_over_or_beyond_the_posted_dates() -> None:
    told = refused(OPEN.replace("tour: 2024-05-12", "tour: 2024-05-09"))
    assert "it was over when the vacancy was opened" in told
    told = refused(OPEN.replace("tour: 2024-05-12", "tour: 2024-05-20"))
    assert "the schedule runs from 2024-05-06 to 2024-05-19" in told
    assert "nobody has this name; found Dean" in refused(OPEN.replace("'17'", "Dean"))


def test_it_is_told() -> None:
    assert dates(OPEN) == ["2024-05-12"]
    assert sentence(OPEN) == (
        "vacancy: tour 2024-05-12 07:00 +12h, post crew, at 2024-05-10 08:00, volunteers Cole (17)"
    )
