"""The command line as its users run it."""

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

Done = subprocess.CompletedProcess[str]
COMMANDS = [
    "audit",
    "bench",
    "build",
    "check",
    "compare",
    "demo",
    "export",
    "pages",
    "rotation",
    "schema",
    "serve",
    "staff",
    "try",
]


def watchbill(*words: str, **environment: str) -> Done:
    return subprocess.run(
        [sys.executable, "-m", "watchbill", *words],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | environment,
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_shows_an_example(command: str) -> None:
    done = watchbill(command, "--help")
    assert done.returncode == 0
    assert f"Example: watchbill {command}" in " ".join(done.stdout.split())


def test_build_shows_schedule_coverage_findings_hours_and_cost() -> None:
    done = watchbill("build", "kamloops-cso")
    assert done.returncode == 0, done.stderr
    for part in ("Platoon A", "Anders", "Downtown", "every need is met in all 1,344 hours",
                 "Findings: none.", "162,360.00", "Not judged: A2"):  # fmt: skip
        assert part in done.stdout
    assert "\x1b[" not in done.stdout


def test_build_exits_with_1_on_findings_and_on_shortages() -> None:
    assert watchbill("build", "foothills-communications").returncode == 1
    short = watchbill("build", "hsaa-station")
    assert short.returncode == 1
    assert "Coverage is short" in short.stdout


def test_audit_names_clause_person_when_measured_and_limit() -> None:
    done = watchbill("audit", "foothills-communications")
    assert done.returncode == 1
    for part in ("12.02(a)", "Thibault", "2024-09-23 to 2024-11-17", "42.13 h/week", "42 h/week"):
        assert part in done.stdout


def test_json_is_one_object_a_program_can_read() -> None:
    build = json.loads(watchbill("build", "hsaa-station", "--json").stdout)
    assert build["shortages"][0]["start"] == "2024-05-24T07:00-06:00"
    assert len(build["people"]) == 21
    assert build["cost"] == "279072.00"
    audit = json.loads(watchbill("audit", "foothills-communications", "--json").stdout)
    assert {one["clause"] for one in audit["findings"]} == {"12.02(a)", "12.02(b)"}
    figures = json.loads(watchbill("rotation", "DDNN----", "--platoons", "4", "--json").stdout)
    assert (figures["hours_per_week"], figures["annual_hours"]) == ("42", "2190")
    check = json.loads(watchbill("check", "hsaa-ems", "--json").stdout)
    assert check["agreement"] == "hsaa-ems"
    assert json.loads(watchbill("schema").stdout)["title"] == "AgreementPart"


def test_the_dates_and_the_posting_can_be_chosen() -> None:
    words = ["audit", "kamloops-cso", "--from", "2024-09-02", "--weeks", "2"]
    late = watchbill(*words, "--posted", "2024-08-20 09:00")
    assert late.returncode == 1
    assert "13 days ahead" in late.stdout
    assert watchbill(*words, "--posted", "2024-08-05 09:00").returncode == 0


def test_another_reading_can_be_chosen() -> None:
    words = ("audit", "foothills-communications", "--weeks", "53")
    assert "h/year" not in watchbill(*words).stdout
    other = watchbill(*words, "--reading", "12.02(a)=calendar-year")
    assert "2,190 h/year" in other.stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("check", "hsaa-em"), "did you mean: hsaa-ems"),
        (("check", "no-such-file"), "no such file"),
        (("check", "/"), "no such file"),
        (("check", "hsaa-ems", "--reading", "12.02"), "a name and a value"),
        (("check", "hsaa-ems", "--set", "rate=1"), "no such parameter"),
        (("rotation", "DD?--"), "column 3"),
        (("rotation", "DDNN----", "--hours", "twelve"), "--hours"),
        (("rotation", "DDNN----", "--hours", "25"), "at most 24 hours"),
        (("rotation", "DDNN----", "--platoons", "0"), "--platoons"),
        (("build", "kamloops-cso", "--from", "soon"), "--from"),
        (("build", "kamloops-cso", "--weeks", "0"), "--weeks"),
        (("export", "kamloops-cso"), "say what to write"),
        (("export", "kamloops-cso", "--csv", "/no/such/folder/x.csv"), "cannot be written"),
        (("export", "kamloops-cso", "--csv", "-", "--person", "Ander"), "did you mean: Anders"),
    ],
)
def test_bad_input_is_told_without_a_traceback_and_exits_with_2(
    words: tuple[str, ...], told: str
) -> None:
    done = watchbill(*words)
    assert done.returncode == 2, done.stdout
    assert told in done.stderr
    assert "Traceback" not in done.stderr


def test_a_damaged_file_is_told_with_its_lines(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_bytes(b"agreement: x\nparties: {\xff\n")
    done = watchbill("check", str(file))
    assert done.returncode == 2
    assert f"{file}:2" in done.stderr


def test_export_writes_what_is_asked_for(tmp_path: Path) -> None:
    paths = {kind: tmp_path / f"out.{kind}" for kind in ("ics", "csv", "xlsx")}
    words = [word for kind, path in paths.items() for word in (f"--{kind}", str(path))]
    assert watchbill("export", "kamloops-cso", *words).returncode == 0
    assert paths["ics"].read_text().startswith("BEGIN:VCALENDAR")
    assert paths["csv"].read_text().startswith("person,")
    assert paths["xlsx"].read_bytes().startswith(b"PK")


def test_a_person_at_a_terminal_sees_colours() -> None:
    leader, follower = pty.openpty()
    environment = os.environ | {"TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    done = subprocess.run(
        [sys.executable, "-m", "watchbill", "rotation", "DDNN----"],
        stdout=follower,
        check=False,
        env=environment,
    )
    os.close(follower)
    shown = os.read(leader, 100_000).decode()
    os.close(leader)
    assert done.returncode == 0
    assert "\x1b[" in shown


def test_starting_does_not_load_what_most_commands_do_not_need() -> None:
    heavy = "{'django', 'weasyprint', 'ortools', 'icalendar', 'openpyxl'}"
    code = f"import sys, watchbill.cli.app as a; a.gathered([]); print({heavy} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_a_rotation_is_known_by_name_or_listed() -> None:
    by_name = json.loads(watchbill("rotation", "dupont schedule", "--json").stdout)
    assert (by_name["cycle_days"], by_name["platoons"]) == (28, 4)
    assert "DuPont" in by_name["known_as"]
    listed = json.loads(watchbill("rotation", "--list", "--json").stdout)["rotations"]
    assert len(listed) > 40
    assert watchbill("rotation").returncode == 2


def test_try_tells_agreed_and_what_differs_with_its_working(tmp_path: Path) -> None:
    good = watchbill("try", "hsaa-ems", "--json")
    assert good.returncode == 0
    assert {one["result"] for one in json.loads(good.stdout)["examples"]} == {"agreed"}
    file = tmp_path / "mine.yaml"
    file.write_text(
        "- example: called in\n  agreement: hsaa-ems\n"
        "  people: {Ames: {classification: PCP}}\n  roster: {Ames: []}\n"
        "  events: [{call_in: {person: Ames, told: 2024-06-05 14:00,"
        " report: 2024-06-05 15:00, worked: 1h}}]\n"
        "  expect: {basic: {Ames: 4}}\n"
    )
    done = watchbill("try", str(file))
    assert done.returncode == 1
    assert "Ames: 3 h at the basic rate, expected 4 h" in done.stdout
    assert "0 agreed, 1 differs, 0 not judged" in done.stdout


def test_check_exits_with_1_where_the_text_contradicts_itself() -> None:
    done = watchbill("check", "hsaa-ems")
    assert done.returncode == 1
    assert "48 hours a week are about 2,503 hours a year" in done.stdout
    remarks = json.loads(watchbill("check", "hsaa-ems", "--json").stdout)["remarks"]
    assert remarks[0]["severity"] == "error"
    assert watchbill("check", "kamloops-cso").returncode == 0


def test_two_agreements_are_compared_as_text_json_and_page(tmp_path: Path) -> None:
    done = watchbill("compare", "hsaa-ems", "foothills-2023-2025")
    assert "Call-in: 3 h at 1 in hsaa-ems against 2 h at 2 in foothills-2023-2025." in done.stdout
    same = json.loads(watchbill("compare", "hsaa-ems", "hsaa-ems", "--json").stdout)
    assert all(row["same"] for row in same["rows"])
    page = tmp_path / "compared.html"
    assert watchbill("compare", "hsaa-ems", "wa-medical-2013", "--html", str(page)).returncode == 0
    assert "side by side" in page.read_text()


def test_the_audit_s_benchmark_counts_and_agrees_with_its_peer() -> None:
    done = watchbill("bench", "audit", "--people", "20", "--days", "60", "--cores", "1", "--json")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["people"], found["days"]) == (20, 60)
    assert min(found["audit_seconds"], found["plain_ms"], found["ratio"]) > 0


def test_pages_are_written_for_those_asked_for(tmp_path: Path) -> None:
    done = watchbill("pages", "hsaa-ems", "--out", str(tmp_path / "site"))
    assert done.returncode == 0
    written = {path.name for path in (tmp_path / "site").iterdir()}
    assert written == {"hsaa-ems.html", "rule-kinds.html", "index.html"}
    assert watchbill("pages", "hsaa-em", "--out", str(tmp_path)).returncode == 2


def test_examples_of_another_agreement_are_told_before_a_page_is_written(tmp_path: Path) -> None:
    done = watchbill("pages", "hsaa-ems", "--examples", "docs/tutorial/examples.yaml", "--out",
                     str(tmp_path / "site"))  # fmt: skip
    assert done.returncode == 2
    assert "docs/tutorial/examples.yaml:1" in done.stderr
    assert not (tmp_path / "site").exists()


def test_two_readings_of_one_agreement_are_set_side_by_side() -> None:
    done = watchbill("compare", "hsaa-ems", "hsaa-ems", "--reading-b", "12.11=rolling", "--plain")
    assert done.returncode == 0
    told = "In: 28 days in hsaa-ems (12.11: fixed-blocks), any 28 days in hsaa-ems (12.11: rolling)"
    assert told in " ".join(done.stdout.split())
