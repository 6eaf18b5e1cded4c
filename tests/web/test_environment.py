"""The settings by environment variable: read, judged, and on one page of the docs."""

import re
from pathlib import Path

import pytest

from watchbill.kernel.problems import BadInput
from watchbill.web.environment import MEANING, read_environment

PAGE = Path(__file__).parents[2] / "docs" / "serving.md"


def test_the_page_on_serving_names_every_setting_and_no_other() -> None:
    rows = re.findall(r"^\| `(WATCHBILL_\w+)` \|", PAGE.read_text(), re.MULTILINE)
    assert rows == list(MEANING)
    assert set(re.findall(r"WATCHBILL_\w+", PAGE.read_text())) == set(MEANING)


def test_without_settings_the_pages_are_this_machine_s_own(tmp_path: Path) -> None:
    found = read_environment({"WATCHBILL_HOME": str(tmp_path), "PATH": "/bin"})
    assert (found.hosts, found.origin, found.proxies, found.help) == ((), "", 0, "")
    assert 1 <= found.processes <= 4
    assert found.database.file == tmp_path / "watchbill.sqlite3"
    assert found.database.words == f"SQLite, {tmp_path}/watchbill.sqlite3"


def test_settings_are_read_as_they_are_meant() -> None:
    found = read_environment({
        "WATCHBILL_DATABASE": "postgresql://me:s%40crt@db.example.org:5433/our%20board",
        "WATCHBILL_HOSTS": " board.example.org ,192.0.2.7, ::1, [2001:db8::7],",
        "WATCHBILL_ORIGIN": "https://board.example.org/",
        "WATCHBILL_PROCESSES": "8",
        "WATCHBILL_HELP": " the duty officer ",
    })  # fmt: skip
    assert found.hosts == ("board.example.org", "192.0.2.7", "[::1]", "[2001:db8::7]")
    assert (found.origin, found.proxies, found.processes) == ("https://board.example.org", 1, 8)
    assert found.help == "the duty officer"
    kept = found.database.settings
    assert (kept["PASSWORD"], kept["NAME"], kept["PORT"]) == ("s@crt", "our board", "5433")
    assert found.database.words == "PostgreSQL, our board at db.example.org:5433"


def test_everything_that_cannot_be_is_told_at_once_and_no_password_with_it() -> None:
    wrong = {
        "WATCHBILL_DATABASE": "mysql://me:hidden@x/y",
        "WATCHBILL_HOSTS": "ok.example.org, board.example.org:8000",
        "WATCHBILL_ORIGIN": "https://board.example.org/pages",
        "WATCHBILL_PROXIES": "-1",
        "WATCHBILL_PROCESSES": "65",
        "WATCHBILL_PROCCESSES": "4",
    }
    with pytest.raises(BadInput) as told:
        read_environment(wrong)
    assert {one.file for one in told.value.problems} == set(wrong)
    assert "hidden" not in str(told.value)
    assert "did you mean WATCHBILL_PROCESSES?" in str(told.value)


@pytest.mark.parametrize("url", ["postgresql://x", "postgresql://x/", "postgresql://x:99999999/y",
                                 "postgresql://x/a/b", "sqlite:///x", "x"])  # fmt: skip
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(BadInput, match="postgresql://user:password@host:port/name"):
        read_environment({"WATCHBILL_DATABASE": url})
