"""A text is taken or refused alike on SQLite and on PostgreSQL: by the file, before any column."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from watchbill.kernel.problems import BadInput
from watchbill.service.load import build_service
from watchbill.service.sources import gather

LONG = "R" * 300


def station(folder: Path, **changes: str) -> Path:
    """The station that ships with some of its words replaced, in a folder with a long name."""
    place = folder / ("long-" * 40)
    shutil.copytree(str(files("watchbill") / "data" / "services" / "hsaa-station"), place)
    for name, text in changes.items():
        file = place / {"service": "service.yaml", "people": "people.csv"}[name]
        before, _, after = text.partition("=>")
        written = file.read_text()
        assert before in written
        file.write_text(written.replace(before, after))
    return place / "service.yaml"


def says(home: Path, url: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "watchbill", *words], capture_output=True, text=True, check=False,
        env=os.environ | {"WATCHBILL_HOME": str(home), "WATCHBILL_DATABASE": url},
    )  # fmt: skip


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest) -> str:
    if request.param == "sqlite":
        return ""
    address: str = request.getfixturevalue("postgres_url")
    return address


def test_the_longest_texts_that_are_taken_are_kept(tmp_path: Path, url: str) -> None:
    named = station(
        tmp_path, service=f"name: Ambulance station 7=>name: {LONG}", people=f"Aitken,=>{LONG},"
    )
    stored = says(tmp_path, url, "store", str(named))
    assert stored.returncode == 0, stored.stderr
    user = "u" * 150
    let_in = says(tmp_path, url, "member", user, "hsaa-station", "--person", LONG)
    assert let_in.returncode == 0, let_in.stderr
    assert user in says(tmp_path, url, "members", "hsaa-station", "--json").stdout


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"service": f"name: Ambulance station 7=>name: {LONG}R"}, "a name has at most 300"),
        ({"people": f"Aitken,=>{LONG}R,"}, "a name has at most 300"),
        ({"service": f"service: hsaa-station=>service: {'s' * 51}"}, "an id has at most 50"),
        ({"service": f"people_from: people.csv=>people_from: {LONG}R.csv"}, "at most 300"),
        ({"service": "posts:=>posts: # \x00"}, "unacceptable character"),
        ({"people": "Aitken,=>Ait\x00ken,"}, "control"),
        ({"people": "Aitken,=>,\x00\nAitken,"}, "a row has as many cells"),
    ],
)
def test_what_no_column_holds_is_refused_by_the_file_with_its_place(
    tmp_path: Path, changes: dict[str, str], told: str
) -> None:
    with pytest.raises(BadInput) as refused:
        build_service(gather(station(tmp_path, **changes)))
    problem = next(one for one in refused.value.problems if told in one.message)
    assert problem.file.endswith(("service.yaml", "people.csv"))
    assert problem.line is not None
