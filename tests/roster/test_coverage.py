"""Coverage: who is there against who is needed, hour by hour and through clock changes."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.kernel.clock import Day, Instant, Wall, parse_day, parse_wall, zone
from watchbill.records.dated import Dated
from watchbill.records.demand import Post
from watchbill.records.demand_lines import parse_demand
from watchbill.records.people import Person, Scope
from watchbill.records.tours import Tour, TourKind, tour_at
from watchbill.roster.build import build_roster
from watchbill.roster.coverage import coverage, on_duty_at, shortages, worst_of_days
from watchbill.roster.model import Roster, RosterLine
from watchbill.roster.seating import filled
from watchbill.service.load import load_service
from watchbill.service.shipped import service_ids

EDMONTON = zone("America/Edmonton")
FIRST = parse_day("2024-05-06")


def tour(text: str, hours: int, kind: TourKind = TourKind.DAY) -> Tour:
    return tour_at(parse_wall(text), hours * 60, kind, "D", EDMONTON)  # type: ignore[arg-type]


def roster(lines: dict[str, list[Tour]], *posts: Post, last: str = "2024-05-06") -> Roster:
    people = [
        RosterLine(Person(name, "PCP" if name.islower() else "ACP"), tuple(tours))
        for name, tours in lines.items()
    ]
    return Roster(EDMONTON, FIRST, parse_day(last), FIRST, tuple(people), posts)


def post(name: str, *lines: str, **open_to: tuple[str, ...]) -> Post:
    return Post(name, name, tuple(parse_demand(line) for line in lines), Scope(**open_to))


@pytest.mark.parametrize("service", ["kamloops-cso", "foothills-communications", "hsaa-station"])
@pytest.mark.parametrize(
    ("first", "hours"), [("2024-02-12", 56 * 24 - 1), ("2024-09-23", 56 * 24 + 1)]
)
def test_every_hour_of_eight_weeks_through_a_clock_change_is_covered(
    service: str, first: str, hours: int
) -> None:
    built = build_roster(load_service(service), parse_day(first), 8)
    assert built.ends - built.begins == hours * 60
    assert shortages(built) == []
    for needed in built.posts:
        covers = [one for one in coverage(built) if one.post is needed]
        assert sum(one.minutes for one in covers) == hours * 60
        assert all(one.have >= one.need for one in covers)


@pytest.mark.parametrize(("first", "night"), [("2024-03-04", 11), ("2024-10-28", 13)])
def test_the_night_of_the_change_counts_as_it_is(first: str, night: int) -> None:
    built = build_roster(load_service("kamloops-cso"), parse_day(first), 1)
    lengths = {one.minutes // 60 for line in built.lines for one in line.tours}
    assert lengths == {12, night}


def test_it_says_where_it_is_short_by_how_many_and_from_when_to_when() -> None:
    built = build_roster(load_service("hsaa-station"))
    found = [
        (one.post.id, built.zone.wall(one.start), built.zone.wall(one.end), one.short)
        for one in shortages(built)
    ]
    assert found == [
        ("crew", parse_wall("2024-05-24 07:00"), parse_wall("2024-05-24 10:00"), 1),
        ("crew", parse_wall("2024-05-24 18:24"), parse_wall("2024-05-24 19:00"), 1),
    ]


def test_where_lines_overlap_the_greatest_need_holds() -> None:
    one = post("road", "2 at all times", "4 mon 10:00-22:00")
    needs = [cover.need for cover in coverage(roster({}, one))]
    assert needs == [2, 4, 2]


def test_a_person_fills_one_post_at_a_time_and_the_scarce_go_where_only_they_can() -> None:
    anybody = post("anybody", "1 at all times")
    advanced = post("advanced", "1 at all times", classification=("ACP",))
    day = [tour("2024-05-06 07:00", 12)]
    built = roster({"ANN": day, "bob": day}, anybody, advanced)
    noon = built.zone.instant(parse_wall("2024-05-06 12:00"))
    at_noon = {
        one.post.id: (one.need, one.have) for one in coverage(built) if one.start <= noon < one.end
    }
    assert at_noon == {"anybody": (1, 1), "advanced": (1, 1)}


def test_the_worst_moment_of_a_day_is_the_one_most_short() -> None:
    road = post("road", "1 at all times", "3 mon 10:00-12:00")
    built = roster({"a": [tour("2024-05-06 00:00", 24)]}, road)
    worst = worst_of_days(built, coverage(built))
    assert (worst[FIRST].need, worst[FIRST].short) == (3, 2)


def minutes(built: Roster) -> Iterator[Instant]:
    return (Instant(minute) for minute in range(built.begins, built.ends, 60))


@given(
    st.lists(st.lists(st.tuples(st.integers(0, 47), st.integers(1, 24)), max_size=4), max_size=5),
    st.integers(0, 3),
    st.integers(0, 23),
    st.integers(1, 24),
)
@settings(deadline=None)
def test_coverage_equals_a_count_hour_by_hour(
    tours: list[list[tuple[int, int]]], need: int, start: int, length: int
) -> None:
    midnight = parse_wall("2024-05-06 00:00")
    lines = {
        f"p{index}": [
            tour_at(Wall(midnight + 60 * hour), 60 * long, TourKind.DAY, "D", EDMONTON)  # type: ignore[arg-type]
            for hour, long in row
        ]
        for index, row in enumerate(tours)
    }
    wanted = post("road", f"{need} daily {start:02d}:00 +{length}h", "1 at all times")
    built = roster(lines, wanted, last="2024-05-07")
    covers = coverage(built)
    assert [one.start for one in covers[1:]] == [one.end for one in covers[:-1]]
    for minute in minutes(built):
        [cover] = [one for one in covers if one.start <= minute < one.end]
        hour = (minute - built.begins) // 60
        asked = any((hour - start - 24 * back) in range(length) for back in (-1, 0, 1))
        assert cover.need == max(1, need if asked else 0)
        stretches = sum(one.start <= minute < one.end for line in built.lines for one in line.tours)
        assert cover.have == stretches
        people = sum(
            any(one.start <= minute < one.end for one in line.tours) for line in built.lines
        )
        assert on_duty_at(built, minute) == people


def test_all_services_are_tried() -> None:
    assert set(service_ids()) >= {"kamloops-cso", "foothills-communications", "hsaa-station"}


def test_a_tour_that_is_interrupted_covers_before_and_after() -> None:
    whole = tour("2024-05-06 08:00", 8)
    stopped = (EDMONTON.instant(parse_wall("2024-05-06 10:00")),
               EDMONTON.instant(parse_wall("2024-05-06 13:00")))  # fmt: skip
    line = RosterLine(Person("ames", "PCP"), (whole,), breaks=(stopped,))
    crew = post("crew", "1 daily 08:00-16:00")
    story = Roster(EDMONTON, FIRST, FIRST, FIRST, (line,), (crew,))
    wall = EDMONTON.wall
    assert [(wall(one.start) % 1440, wall(one.end) % 1440) for one in shortages(story)] == [
        (10 * 60, 13 * 60)
    ]


def test_a_person_fills_the_posts_of_whom_they_are_on_the_date_of_the_tour() -> None:
    night = [tour(f"2024-05-0{day} 19:00", 12) for day in (6, 7)]
    person = Person("ames", "PCP", station="north")
    moved = replace(person, station="south")
    line = RosterLine(
        person, tuple(night), people=Dated(((FIRST, person), (Day(FIRST + 1), moved)))
    )
    north = replace(post("north", "1 daily 19:00-07:00"), station="north")
    south = replace(post("south", "1 daily 19:00-07:00"), station="south")
    story = Roster(EDMONTON, FIRST, Day(FIRST + 1), FIRST, (line,), (north, south))
    # The night that began at the one station goes on there, when the date of the other has begun.
    assert [
        (one.post.id, EDMONTON.wall(one.start) - parse_wall("2024-05-06 00:00"), one.have)
        for one in coverage(story)
        if one.need
    ] == [
        ("north", 0, 0), ("north", 19 * 60, 1), ("north", 43 * 60, 0),
        ("south", 0, 0), ("south", 19 * 60, 0), ("south", 43 * 60, 1),
    ]  # fmt: skip


TRAITS = st.tuples(st.sampled_from(["PCP", "ACP"]), st.sampled_from(["north", "south", None]))
POSTS = (
    replace(post("care", "1 at all times", classification=("ACP",)), station="north"),
    replace(post("crew", "1 daily 07:00-19:00"), station="north"),
    post("any", "1 at all times", "2 daily 10:00-14:00"),
)


@given(
    st.lists(
        st.tuples(
            TRAITS,
            st.dictionaries(st.integers(-1, 2), TRAITS, max_size=2),
            st.sets(st.integers(-1, 4), max_size=4),
            st.booleans(),
        ),
        max_size=5,
    )
)
@settings(deadline=None)
def test_who_is_counted_is_whoever_they_are_on_that_date_hour_by_hour(
    drawn: list[tuple[tuple[str, str | None], dict[int, tuple[str, str | None]], set[int], bool]],
) -> None:
    lines = []
    for number, (first, changes, halves, broken) in enumerate(drawn):
        starts = sorted(parse_wall("2024-05-06 07:00") + half * 720 for half in halves)
        tours = tuple(tour_at(Wall(one), 720, TourKind.DAY, "D", EDMONTON) for one in starts)  # type: ignore[arg-type]
        people = [
            (Day(FIRST + day), Person(f"p{number}", what, station=where))
            for day, (what, where) in sorted({-3: first, **changes}.items())
        ]
        line = RosterLine(
            Dated(tuple(people)).on(FIRST) or people[0][1],
            tuple(one for one in tours if one.day >= FIRST),
            tuple(one for one in tours if one.day < FIRST),
            breaks=tuple((Instant(one.start + 60), Instant(one.start + 120)) for one in tours)
            if broken else (),
            people=Dated(tuple(people)),
        )  # fmt: skip
        lines.append(line)
    story = Roster(EDMONTON, FIRST, Day(FIRST + 2), FIRST, tuple(lines), POSTS)
    covers = coverage(story)
    for minute in minutes(story):
        there = Counter(
            frozenset(
                place for place, one in enumerate(POSTS) if one.takes(line.person_on(own.day))
            )
            for line in lines
            for own in line.carried + line.tours
            if own.start <= minute < own.end
            and not any(start <= minute < end for start, end in line.breaks)
        )
        now = [one for one in covers if one.start <= minute < one.end]
        assert [one.post for one in now] == list(POSTS)
        groups = sorted(there.items(), key=lambda item: (sorted(item[0]), item[1]))
        assert [one.have for one in now] == filled([one.need for one in now], groups)
