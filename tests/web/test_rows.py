"""Rows of the board that are kept: what is sent is what would be made anew."""

import re
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from django.template.loader import render_to_string
from django.test import Client

from tests.web.conftest import text
from tests.web.test_standing import enter
from watchbill.web import board, rows
from watchbill.web.members import make_member
from watchbill.web.models import Role

STATION = "/hsaa-station/"
SICK = {"person": "Birch", "tour": "2024-05-06 07:00", "kind": "sick"}


def table(client: Client) -> str:
    page = text(client, STATION)
    return page[page.index('<table class="board"') : page.index("</table>")]


def made_anew(client: Client) -> str:
    with patch.object(rows, "_KEPT", {}):
        return table(client)


def test_after_an_entry_every_row_is_as_made_anew(steward: Client) -> None:
    before = table(steward)
    enter("leave", **SICK)
    after = table(steward)
    assert after != before
    assert after == made_anew(steward)
    enter("extra", person="Birch", tour="2024-05-12 15:00 +4h")
    assert table(steward) == made_anew(steward) != after


def test_only_the_row_that_an_entry_touched_is_made_again(steward: Client) -> None:
    made: list[str] = []

    def counted(name: str, context: dict[str, Any]) -> str:
        made.append(context["row"].person.name)
        return render_to_string(name, context)

    table(steward)
    enter("leave", **SICK)
    with patch.object(rows, "render_to_string", counted):
        table(steward)
        table(steward)
    assert made == ["Birch"]


def test_a_row_that_one_may_see_is_not_shown_to_another(
    as_role: Callable[[str], Client],
) -> None:
    enter("leave", **SICK)
    assert "leave: sick" in table(as_role("supervisor"))
    seen = table(as_role("member"))
    assert "Birch, Mon 6 May, leave" in seen
    assert "leave: sick" not in seen
    assert seen.count('<tr class="own">') == 1
    assert '<tr class="own">' not in table(as_role("supervisor"))


def test_one_s_own_row_is_not_another_member_s(as_role: Callable[[str], Client]) -> None:
    make_member("birch", "hsaa-station", Role.MEMBER, "Birch")
    pages = []
    for who in ("member", "birch", "member"):
        page = table(as_role(who))
        pages.append(page)
        (own,) = re.findall(r'<tr class="own">.*?href="/hsaa-station/people/(\w+)/', page)
        assert own == {"member": "Aitken", "birch": "Birch"}[who]
    assert pages[0] == pages[2] != pages[1]


def test_a_mark_goes_from_a_row_that_stands_otherwise_as_it_did(steward: Client) -> None:
    address = "/foothills-communications/"
    assert text(steward, address).count('class="mark breach"') == 6
    with patch.object(board, "marks_by_person", return_value={}):
        assert text(steward, address).count('class="mark breach"') == 0
    assert text(steward, address).count('class="mark breach"') == 6


def test_the_rows_of_so_many_boards_are_kept_and_no_more(steward: Client) -> None:
    with patch.object(rows, "_KEPT", {}), patch.object(rows, "BOARDS", 2):
        for slug in ("hsaa-station", "kamloops-cso", "foothills-communications"):
            text(steward, f"/{slug}/")
            assert len(rows._KEPT) <= 2
        assert [page.slug for page in rows._KEPT] == ["kamloops-cso", "foothills-communications"]
