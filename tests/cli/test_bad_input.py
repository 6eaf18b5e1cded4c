"""Whatever the command line is given, it says what is wrong and shows no traceback."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.test_commands import watchbill
from watchbill.service.shipped import service_path

COMMAND = [sys.executable, "-m", "watchbill"]


@pytest.fixture
def service(tmp_path: Path) -> Path:
    """A copy of a service that ships, to be spoilt."""
    shipped = service_path("kamloops-cso")
    for name in ("service.yaml", "people.csv"):
        (tmp_path / name).write_bytes((shipped.parent / name).read_bytes())
    return tmp_path / "service.yaml"


def spoil(file: Path, before: str, after: str) -> None:
    text = file.read_text()
    assert before in text
    file.write_text(text.replace(before, after))


@pytest.mark.parametrize("command", ["check", "build", "audit", "try"])
@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"\x00\x01", b"- {[", b"&a [*a]", b"7"])
def test_garbage_is_told_with_file_and_line(command: str, content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "garbage"
    file.write_bytes(content)
    done = watchbill(command, str(file))
    assert done.returncode == 2
    assert f"{file}:1" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("where", ["/", "no/such/file", "x" * 5000, "\udcff", "", "/dev/null"])
def test_what_is_no_file_is_told(where: str) -> None:
    done = watchbill("build", where)
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert "problem" in done.stderr


@pytest.mark.parametrize("date", ["0001-01-01", "9999-12-31", "2024-02-30", "1e9", ""])
def test_a_date_that_no_calendar_has_is_told(date: str) -> None:
    done = watchbill("build", "kamloops-cso", "--from", date)
    assert done.returncode == 2
    assert "--from" in done.stderr
    assert "Traceback" not in done.stderr


def test_both_dates_are_told_at_once() -> None:
    done = watchbill("audit", "kamloops-cso", "--from", "soon", "--posted", "earlier")
    assert "--from" in done.stderr
    assert "--posted" in done.stderr
    assert "2 problems" in done.stderr


def test_a_number_where_a_date_belongs_is_told_with_its_line(service: Path) -> None:
    spoil(service, "begins: 2024-07-01, weeks", "begins: 99999999999, weeks")
    done = watchbill("build", str(service))
    assert done.returncode == 2
    assert f"{service}:4: schedule.begins" in done.stderr


def test_every_problem_has_found_allowed_and_a_near_miss(service: Path) -> None:
    spoil(service, "posts:", "postz:")
    done = watchbill("build", str(service))
    assert done.returncode == 2
    for part in ("found: postz", "allowed: agreement", "did you mean: posts"):
        assert part in done.stderr


def test_problems_are_json_where_json_was_asked_for(service: Path) -> None:
    spoil(service, "weeks: 8", "weeks: 0")
    done = watchbill("audit", str(service), "--json")
    assert done.returncode == 2
    assert done.stdout == ""
    problem = json.loads(done.stderr)["problems"][0]
    assert problem["line"] == 4
    assert problem["path"] == "schedule.weeks"


@pytest.mark.parametrize("options", [["--json"], ["--plain"]])
def test_a_full_disk_is_told(options: list[str]) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run([*COMMAND, "build", "kamloops-cso", *options], stdout=full,
                              stderr=subprocess.PIPE, text=True, check=False)  # fmt: skip
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("words", [["build", "hsaa-station"], ["schema"], ["export", "hsaa-station",
                                   "--csv", "-"]])  # fmt: skip
def test_a_reader_that_goes_away_is_no_fault(words: list[str]) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([*COMMAND, *words], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert done.returncode == 0
    assert done.stderr == b""


def ending_with(what: str) -> subprocess.CompletedProcess[str]:
    """The command line, with a command that does ``what``."""
    code = f"""
import os, signal
from watchbill.cli import main
from watchbill.cli.app import app

@app.command()
def end() -> None:
    {what}

main()
"""
    return subprocess.run([sys.executable, "-c", code, "end"], capture_output=True, text=True,
                          check=False)  # fmt: skip


def test_an_interruption_ends_with_130() -> None:
    done = ending_with("os.kill(os.getpid(), signal.SIGINT)")
    assert done.returncode == 128 + signal.SIGINT
    assert "Traceback" not in done.stderr


def test_a_fault_of_the_program_is_not_taken_for_findings() -> None:
    done = ending_with("1 / 0")
    assert done.returncode == 70
    assert "ZeroDivisionError" in done.stderr


def test_a_terminal_without_the_letters_gets_question_marks() -> None:
    done = watchbill("build", "kamloops-cso", PYTHONIOENCODING="ascii")
    assert done.returncode == 0, done.stderr
    assert "Anders" in done.stdout


def test_closed_output_is_no_fault() -> None:
    done = subprocess.run(["sh", "-c", '"$0" -m watchbill schema >&-', sys.executable],
                          capture_output=True, check=False)  # fmt: skip
    assert done.returncode == 0
    assert done.stderr == b""


def test_a_name_is_neither_markup_nor_a_command_to_the_terminal(service: Path) -> None:
    people = service.with_name("people.csv")
    spoil(people, "Anders,", "[/b],")
    done = watchbill("build", str(service))
    assert done.returncode == 0, done.stderr
    assert "[/b]" in done.stdout
    spoil(people, "Reyes,", "\x1b[2JX,")
    done = watchbill("build", str(service))
    assert done.returncode == 2
    assert "control characters" in done.stderr
    assert "\x1b" not in done.stderr
    told = watchbill("build", "\x1b[2J")
    assert "\x1b" not in told.stderr


@pytest.mark.parametrize("kind", ["--ics", "--csv", "--xlsx"])
def test_an_export_that_cannot_be_written_is_told(kind: str, tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "no" / "file", Path("/dev/full")):
        done = watchbill("export", "kamloops-cso", kind, str(path))
        assert done.returncode == 2, path
        assert "cannot be written" in done.stderr


def test_two_exports_do_not_mix_on_standard_output() -> None:
    done = watchbill("export", "kamloops-cso", "--ics", "-", "--csv", "-")
    assert done.returncode == 2
    assert done.stdout == ""
