"""The roster board, as it is sent."""

import re

from django.test import Client

BOARD = "/foothills-communications/"


def test_it_shows_people_by_platoon_and_a_letter_a_tour(steward: Client) -> None:
    page = steward.get(BOARD).content.decode()
    assert page.count('scope="rowgroup"') == 5  # four platoons, and have and need
    assert page.count('scope="row"') == 24 + 2
    assert page.count(">D</td>") + page.count(">N</td>") == 24 * 28 - 6 - 6
    assert page.count(">L</td>") == 6


def test_the_last_tour_of_the_period_carries_the_mark(steward: Client) -> None:
    page = steward.get(BOARD).content.decode()
    marks = re.findall(r'class="mark breach" href="([^"]+)"', page)
    assert len(marks) == len(set(marks)) == 6
    assert steward.get(marks[0]).status_code == 200


def test_need_and_have_stand_for_every_post_and_day(steward: Client) -> None:
    page = steward.get("/hsaa-station/").content.decode()
    assert len(re.findall(r">\d+/\d+</a></td>", page)) == 2 * 56
    assert page.count('<td class="short') == 1
    assert "Ambulance crews, Fri 24 May: 2/3, short by 1, 07:00-10:00" in page


def test_a_cell_is_read_out_with_person_date_tour_hours_and_findings(steward: Client) -> None:
    page = steward.get(BOARD).content.decode()
    assert 'aria-label="Thibault, Sat 2 November, Night 19:00-07:00, 13 hours"' in page
    assert re.search(
        r'aria-label="Thibault, Sun 17 November, Day 07:00-19:00, 12 hours, 1 finding,'
        r' finding under clause 12.02\(a\)"', page)  # fmt: skip
    assert 'aria-label="Haddad, Fri 11 October, leave: vacation"' in page


def test_a_platoon_s_name_is_whole(steward: Client) -> None:
    page = steward.get("/hsaa-station/").content.decode()
    for name in ("ALPHA A", "BRAVO D", "DELTA 1"):
        assert f'<span class="pinned">Platoon {name} ' in page


def test_the_second_tour_of_a_kind_has_another_colour(steward: Client) -> None:
    page = steward.get("/hsaa-station/").content.decode()
    assert set(re.findall(r'<td class="(\w+)[^"]*"[^>]*>P</td>', page)) == {"second"}
    assert set(re.findall(r'<td class="(\w+)[^"]*"[^>]*>D</td>', page)) == {"day"}


def test_one_s_own_row_is_marked(member: Client) -> None:
    page = member.get("/kamloops-cso/").content.decode()
    assert page.count('<tr class="own">') == 1
    assert (
        '<tr class="own"><th class="name" scope="row"><a href="/kamloops-cso/people/Anders/' in page
    )


def test_it_is_small_and_asks_the_database_little(
    steward: Client, django_assert_max_num_queries: object
) -> None:
    steward.get(BOARD)
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        answer = steward.get(BOARD, headers={"Accept-Encoding": "gzip"})
    assert len(answer.content) < 40_000


def test_one_station_shows_its_posts_and_whoever_is_there_lent_people_too(steward: Client) -> None:
    whole = steward.get("/river-valley/").content.decode()
    assert "North crews" in whole
    assert "South crews" in whole
    south = steward.get("/river-valley/?station=south").content.decode()
    assert "South crews" in south
    assert "North crews" not in south
    table = south[south.index('<table class="board"') : south.index("</table>")]
    assert "Bergeron" in table
    assert "Osei" in table
    assert "Dufour" not in table
    assert steward.get("/river-valley/?station=west").status_code == 404
    assert "Stations:" not in steward.get("/hsaa-station/").content.decode()
