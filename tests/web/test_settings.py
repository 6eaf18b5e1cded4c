"""How the pages are set up to be served to others. In processes of their own: settings are read
once."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

CHECK = ["-m", "django", "check", "--deploy", "--fail-level", "WARNING"]


def run(words: list[str], home: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    place = {"WATCHBILL_HOME": str(home), "DJANGO_SETTINGS_MODULE": "watchbill.web.settings"}
    place["DJANGO_ALLOW_ASYNC_UNSAFE"] = ""  # what the browser's tests need is not for others
    return subprocess.run(
        [sys.executable, *words],
        capture_output=True, text=True, check=False, env=os.environ | place | environment,
    )  # fmt: skip


def test_behind_a_proxy_django_finds_nothing_to_warn_of_but_other_hosts(tmp_path: Path) -> None:
    done = run(CHECK, tmp_path, WATCHBILL_ORIGIN="https://board.example.org")
    # Whether names below ours and browsers' lists are to hold to HTTPS is the place's to say.
    warned = {line.split()[1] for line in done.stderr.splitlines() if line.startswith("?: ")}
    assert warned <= {"(security.W005)", "(security.W021)"}


def test_a_form_that_comes_through_the_proxy_is_taken_and_plain_http_sent_to_https(
    tmp_path: Path,
) -> None:
    story = """
from watchbill.web.run import build_demonstration
password = {one.name: one.password for one in build_demonstration()}["steward"]
from django.test import Client
client = Client(SERVER_NAME="board.example.org", enforce_csrf_checks=True)
print(client.get("/accounts/login/").headers["Location"])
here = "https://board.example.org"
through = {"HTTP_X_FORWARDED_PROTO": "https", "HTTP_ORIGIN": here, "HTTP_REFERER": here + "/"}
token = client.get("/accounts/login/", **through).cookies["csrftoken"]
words = {"login": "steward", "password": password, "csrfmiddlewaretoken": token.value}
answer = client.post("/accounts/login/", words, **through)
print(answer.status_code, answer.cookies["sessionid"]["secure"], token["secure"])
print(client.get("/", HTTP_HOST="elsewhere.example", **through).status_code)
"""
    done = run(["-c", story], tmp_path, WATCHBILL_ORIGIN="https://board.example.org")
    assert done.stdout.splitlines() == ["https://board.example.org/accounts/login/",
                                        "302 True True", "400"]  # fmt: skip


@pytest.mark.parametrize(
    ("setting", "wrong", "told"),
    [
        ("ORIGIN", "http://x.org", "not of the form https://board.example.org"),
        ("DATABASE", "mysql://me:secret@x/y", "not of the form postgresql://"),
        ("DATABASE", "postgresql://x:port/y", "not of the form postgresql://"),
        ("HOSTS", "http://x.org", "without http://"),
        ("PROXIES", "two", "a number from 0 to 9"),
        ("PROCESSES", "0", "a number from 1 to 64"),
        ("HOST", "x.org", "did you mean: WATCHBILL_HOSTS"),
    ],
)
@pytest.mark.parametrize("command", ["serve", "store hsaa-station"])
def test_a_setting_that_cannot_be_is_one_sentence_and_nothing_is_made(
    tmp_path: Path, command: str, setting: str, wrong: str, told: str
) -> None:
    words = ["-m", "watchbill", *command.split()]
    done = run(words, tmp_path / "home", **{f"WATCHBILL_{setting}": wrong})
    assert done.returncode == 2
    assert f"WATCHBILL_{setting}" in done.stderr
    assert told in " ".join(done.stderr.split())
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "home").exists()


def test_the_key_and_the_database_are_for_their_owner_alone(tmp_path: Path) -> None:
    home = tmp_path / "home"
    run(["-c", "from watchbill.web.run import prepare; prepare()"], home)
    assert (home / "secret-key").stat().st_mode & 0o077 == 0
    assert home.stat().st_mode & 0o077 == 0
    assert (home / "watchbill.sqlite3").exists()
