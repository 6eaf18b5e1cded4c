"""No name of a person or a post breaks a page, an address or a calendar."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path
from urllib.parse import unquote

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import resolve, reverse
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.web.conftest import text
from watchbill.kernel.fields import NAME_LETTERS
from watchbill.kernel.problems import BadInput
from watchbill.web.converters import NameConverter
from watchbill.web.members import make_member
from watchbill.web.models import Role
from watchbill.web.storing import store

ALIKE = ("Smith J.", "Smith J", "Smith-J")
ODD = (
    "Aitken/Birch", "../../etc/passwd", "a~2fb", "a/b~", "100 % O'Neil", "who?#there", "x;y",
    "a\\b", "tours.ics", "Ana/tours.ics", '<b>Bold</b> & "Quote"', "Zoë Ångström", "王伟",
    "R" * NAME_LETTERS,
)  # fmt: skip
NAMES = st.text(min_size=1).filter(lambda name: "\n" not in name)


@given(NAMES, NAMES)
@settings(deadline=None)
def test_a_name_is_one_part_of_an_address_and_comes_back_as_it_was(one: str, other: str) -> None:
    converter = NameConverter()
    part = converter.to_url(one)
    assert converter.to_python(part) == one
    assert "/" not in part
    assert part.strip(".")
    assert (converter.to_url(other) == part) == (other == one)


@pytest.mark.parametrize("part", ["a~2Fb", "~41", "a%2fb", "~", "..", "a;b"])
def test_what_no_name_is_written_as_leads_nowhere(part: str) -> None:
    with pytest.raises(ValueError, match="no name"):
        NameConverter().to_python(part)


@pytest.mark.parametrize("name", [*ALIKE, *ODD])
def test_addresses_of_a_name_lead_back_to_it(name: str) -> None:
    for page in ("person", "calendar"):
        address = reverse(page, args=("station", name))
        found = resolve(unquote(address))
        assert (found.url_name, found.kwargs["name"]) == (page, name)


@pytest.fixture
def station(tmp_path: Path, db: None) -> Path:
    """The station that ships, with people and a post of such names."""
    shipped = Path(str(files("watchbill") / "data" / "services" / "hsaa-station"))
    shutil.copytree(shipped, tmp_path / "own")
    file = tmp_path / "own" / "service.yaml"
    written = file.read_text()
    assert "\n  crew:" in written
    written = written.replace("\n  crew:", '\n  "crew/A?":').replace(
        "person: Lomax", "person: Birch"
    )
    file.write_text(written)
    return file


def named(station: Path, *names: str) -> None:
    """Gives the station's last people these names."""
    people = station.parent / "people.csv"
    lines = people.read_text().splitlines()
    for line, name in zip(range(-len(names), 0), names, strict=True):
        quoted = '"' + name.replace('"', '""') + '"'
        lines[line] = quoted + "," + lines[line].partition(",")[2]
    people.write_text("\n".join(lines) + "\n")


def signed_in(client: Client, person: str = "") -> Client:
    make_member("pat", "hsaa-station", Role.STEWARD, person)
    client.force_login(User.objects.get(username="pat"))
    return client


def test_three_names_that_look_alike_have_three_pages_and_three_calendars(
    station: Path, client: Client
) -> None:
    named(station, *ALIKE)
    store(str(station))
    signed_in(client)
    board = text(client, "/hsaa-station/")
    pages, calendars = set(), set()
    for name in ALIKE:
        address = reverse("person", args=("hsaa-station", name))
        assert f'href="{address}"' in board
        page = text(client, address)
        assert f"<h1>{name}</h1>" in page
        pages.add(address)
        calendars.add(text(client, reverse("calendar", args=("hsaa-station", name))))
    assert (len(pages), len(calendars)) == (3, 3)


def test_the_board_and_every_page_of_odd_names_are_there(station: Path, client: Client) -> None:
    named(station, *ODD)
    store(str(station))
    for name in ODD:
        signed_in(client, name)
        for page in ("board", "findings"):
            text(client, reverse(page, args=("hsaa-station",)))
        for page in ("person", "calendar"):
            text(client, reverse(page, args=("hsaa-station", name)))
    text(client, reverse("coverage", args=("hsaa-station", "crew/A?", "2024-05-24")))
    text(client, reverse("hours", args=("hsaa-station",)))
    store("kamloops-cso")
    make_member("pat", "kamloops-cso")
    assert reverse("person", args=("hsaa-station", ODD[-1])) in text(client, "/")


@pytest.mark.parametrize("name", ["Ait\nken", "Ait\tken", "Ait\u2028ken", ".", "-", "R" * 301])
def test_a_name_that_is_none_is_refused_with_its_line(station: Path, name: str) -> None:
    written = station.read_text()
    line = written[: written.index("name: Ambulance crews")].count("\n") + 1
    odd = '"' + name.replace("\n", "\\n").replace("\t", "\\t").replace("\u2028", "\\u2028") + '"'
    station.write_text(written.replace("name: Ambulance crews", f"name: {odd}"))
    with pytest.raises(BadInput) as told:
        store(str(station))
    (problem,) = told.value.problems
    assert problem.message.startswith("a name has")
    assert problem.line == line
    assert problem.path.endswith(".name")


@pytest.mark.parametrize("name", [".", "R" * 301])
def test_a_person_s_name_that_is_none_is_refused_with_its_row(station: Path, name: str) -> None:
    named(station, name)
    rows = len((station.parent / "people.csv").read_text().splitlines())
    with pytest.raises(BadInput) as told:
        store(str(station))
    (problem,) = told.value.problems
    assert (problem.line, problem.file.endswith("people.csv")) == (rows, True)


def test_two_of_one_name_have_pages_calendars_and_marks_of_their_own(
    station: Path, client: Client
) -> None:
    csv = station.parent / "people.csv"
    head, *rows = csv.read_text().splitlines()
    rows[-2:] = [f"Smith J.,{row.split(',', 1)[1]},{number}"
                 for row, number in zip(rows[-2:], (1041, 1042), strict=True)]  # fmt: skip
    rows[:-2] = [f"{row}," for row in rows[:-2]]
    csv.write_text("\n".join([f"{head},number", *rows]) + "\n")
    service = store(str(station))
    user = User.objects.create_user("smith", password="smith")
    with pytest.raises(BadInput, match="say the number, 1041 or 1042"):
        make_member("smith", service.id, Role.MEMBER, "Smith J.")
    make_member("smith", service.id, Role.MEMBER, "1042")
    client.force_login(user)
    board = text(client, f"/{service.id}/")
    for number in (1041, 1042):
        assert f"Smith J. ({number})" in board
        assert f"/{service.id}/people/{number}/" in board
        page = text(client, f"/{service.id}/people/{number}/")
        assert f"<h1>Smith J. ({number})</h1>" in page
        assert client.get(f"/{service.id}/people/{number}/tours.ics").status_code == 200
    assert board.count('class="own"') == 1
    assert client.get(f"/{service.id}/people/Smith%20J./").status_code == 404
