"""A page is one file: put there it is served and has its tab, taken away it is gone."""

from __future__ import annotations

import importlib
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client, override_settings
from django.urls import clear_url_caches

from tests.web.conftest import text
from watchbill.kernel.problems import BadInput
from watchbill.web import pages as room
from watchbill.web import urls, views
from watchbill.web.pages import pages, tabs, taken
from watchbill.web.storing import store

DOCS = Path(__file__).parents[2] / "docs" / "contributing" / "page.md"
TEMPLATES = Path(room.__file__).parent / "templates"
BULLETIN = '''
"""What hangs on the wall."""

from django.http import HttpResponse
from django.shortcuts import render

from watchbill.web.access import open_service
from watchbill.web.pages import Page, Tab


def bulletin(request, slug):
    opened = open_service(request, slug)
    return render(request, "service_base.html", opened.context())


def wall(request):
    return HttpResponse("The wall")


PAGES = (
    Page("wall/", wall, "wall"),
    Page("<slug:slug>/bulletin/", bulletin, "bulletin",
         Tab("Bulletin", 25, sees=lambda member: member.role == "steward")),
)
'''


def again() -> None:
    """As a server that has only just started."""
    room.pages.cache_clear()
    importlib.reload(urls)
    clear_url_caches()


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The files of the pages, copied to where they can be changed."""
    shutil.copytree(Path(views.__path__[0]), tmp_path / "views")
    kept = {name: one for name, one in sys.modules.items() if name.startswith(views.__name__ + ".")}
    monkeypatch.setattr(views, "__path__", [str(tmp_path / "views")])
    yield tmp_path / "views"
    monkeypatch.undo()
    for name in [one for one in sys.modules if one.startswith(views.__name__ + ".")]:
        del sys.modules[name]
    sys.modules.update(kept)
    again()


def labels(page: str) -> list[str]:
    bar = page[page.index('<nav class="tabs"') : page.index("</nav>")]
    return [one.partition("<")[0] for one in bar.split(">") if one.partition("<")[0].strip()]


def test_a_page_that_is_put_there_is_served_and_has_its_tab(folder: Path, steward: Client) -> None:
    (folder / "bulletin.py").write_text(BULLETIN)
    again()
    assert labels(text(steward, "/hsaa-station/")) == [
        "Board", "Bulletin", "Findings", "Agreement", "Hours", " and cost"]  # fmt: skip
    page = text(steward, "/hsaa-station/bulletin/")
    assert 'href="/hsaa-station/bulletin/" aria-current="page">Bulletin' in page
    assert text(steward, "/wall/") == "The wall"


def test_the_worked_page_of_the_docs_is_served_as_it_stands_there(
    folder: Path, steward: Client
) -> None:
    view, template = re.findall(r"^```\w+\n(.*?)^```", DOCS.read_text(), re.DOTALL | re.MULTILINE)
    (folder / "seniority.py").write_text(view)
    templates = folder.parent / "templates"
    templates.mkdir()
    (templates / "seniority.html").write_text(template)
    again()
    with override_settings(TEMPLATES=[settings.TEMPLATES[0] | {"DIRS": [templates, TEMPLATES]}]):
        page = text(steward, "/hsaa-station/seniority/")
    assert page.index("Thu 1 Jan 2004") < page.index("Sun 12 Jun 2011")
    assert 'href="/hsaa-station/people/Aitken/">Aitken' in page
    assert 'aria-current="page">Seniority' in page


def test_a_tab_is_for_those_whom_the_page_names(folder: Path, member: Client) -> None:
    (folder / "bulletin.py").write_text(BULLETIN)
    again()
    assert labels(text(member, "/hsaa-station/")) == ["Board", "My tours", "Findings", "Agreement"]


def test_no_service_takes_the_address_of_a_page_that_was_put_there(
    folder: Path, db: None, tmp_path: Path
) -> None:
    assert "wall" not in taken()
    (folder / "bulletin.py").write_text(BULLETIN)
    again()
    shipped = Path(room.__file__).parents[1] / "data" / "services" / "hsaa-station"
    shutil.copytree(shipped, tmp_path / "own")
    file = tmp_path / "own" / "service.yaml"
    file.write_text(file.read_text().replace("service: hsaa-station", "service: wall"))
    with pytest.raises(BadInput, match="no address of pages; found wall"):
        store(str(file))


def test_a_page_that_is_taken_away_is_gone_with_its_tab(folder: Path, steward: Client) -> None:
    (folder / "hours.py").unlink()
    again()
    assert labels(text(steward, "/hsaa-station/")) == ["Board", "Findings", "Agreement"]
    assert steward.get("/hsaa-station/hours/").status_code == 404


def test_names_addresses_and_places_of_tabs_are_each_given_once() -> None:
    found = pages()
    assert len({one.name for one in found}) == len({one.address for one in found}) == len(found)
    places = [tab.place for _, tab in tabs()]
    assert places == sorted(set(places))
    assert taken() == {
        "accounts", "agreements", "api", "calendars", "rule-kinds", "static"}  # fmt: skip
