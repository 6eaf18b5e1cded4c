"""Dates outside an agreement's term, as the commands answer about them."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.test_commands import watchbill
from watchbill.kernel.shipped import DATA

ENDED = "foothills-2023-2025 ended on 2025-12-31 (an assumed day); nobody has said that it goes on"
SERVICE = "foothills-communications"
CHECKED = ("audit", "build", "export")


def copy_of_service(folder: Path, *changes: tuple[str, str]) -> str:
    """The shipped service in a file of its own, with parts of its text changed."""
    shutil.copytree(DATA / "services" / SERVICE, folder / "own")
    file = folder / "own" / "service.yaml"
    text = file.read_text()
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text)
    return str(file)


SAID = (
    "agreement: foothills-2023-2025\n",
    "agreement: foothills-2023-2025\nagreement_goes_on:\n  by: the commission\n"
    "  since: 2026-01-01\n  source: letter of 2025-12-02\n",
)


@pytest.mark.parametrize("command", CHECKED)
def test_dates_wholly_outside_the_term_are_refused_with_what_to_enter(command: str) -> None:
    words = ("--csv", "-") if command == "export" else ()
    done = watchbill(command, SERVICE, "--from", "2031-01-06", *words)
    assert done.returncode == 2
    assert ENDED in done.stderr
    assert "allowed: the text that is in force then, or who says that" in done.stderr
    assert not done.stdout


def test_of_dates_partly_outside_the_rest_is_said_and_not_computed() -> None:
    words = (SERVICE, "--from", "2025-12-22", "--weeks", "4")
    shown = watchbill("build", *words).stdout
    assert "Not computed: 2026-01-01 to 2026-01-18. " + ENDED in shown
    assert "2025-12-22 to 2025-12-31" in shown
    data = json.loads(watchbill("audit", *words, "--json").stdout)
    assert (data["from"], data["to"]) == ("2025-12-22", "2025-12-31")
    assert [(one["from"], one["to"]) for one in data["in_force"]["not_computed"]] == [
        ("2026-01-01", "2026-01-18")
    ]


def test_before_the_term_nothing_is_computed_either() -> None:
    shown = watchbill("audit", SERVICE, "--from", "2022-12-26", "--weeks", "2").stdout
    assert "Not computed: 2022-12-26 to 2022-12-31. foothills-2023-2025 begins on" in shown


def test_who_says_that_it_goes_on_is_said_with_every_answer(tmp_path: Path) -> None:
    file = copy_of_service(tmp_path, SAID)
    note = "the commission says that it goes on from 2026-01-01 until a new one"
    words = (file, "--from", "2031-01-06", "--weeks", "8")
    for command in ("build", "audit"):
        done = watchbill(command, *words)
        assert done.returncode in (0, 1), done.stderr
        assert note in done.stdout
    data = json.loads(watchbill("audit", *words, "--json").stdout)
    assert note in data["in_force"]["goes_on"][0]
    assert not data["in_force"]["not_computed"]


def test_head_count_and_design_go_by_the_dates_of_the_schedule(tmp_path: Path) -> None:
    later = (
        "begins: 2024-09-23, weeks: 8, posted: 2024-06-24 09:00",
        "begins: 2031-01-06, weeks: 8",
    )
    file = copy_of_service(tmp_path, later)
    for command in ("staff", "design"):
        done = watchbill(command, file, "--hours", "12")
        assert done.returncode == 2
        assert ENDED in done.stderr
    assert "in force" not in watchbill("staff", SERVICE, "--hours", "12").stdout


def test_pay_accounts_replay_and_payslips_leave_out_what_is_outside(tmp_path: Path) -> None:
    ledger, slips = str(tmp_path / "winter.jsonl"), tmp_path / "slips"
    posted = watchbill("post", ledger, "--service", SERVICE, "--from", "2025-12-22",
                       "--to", "2026-01-18", "--known", "2025-09-01 09:00",
                       "--at", "2025-09-01 09:00", "--by", "Chief", "--why", "Winter")  # fmt: skip
    assert posted.returncode == 0, posted.stderr
    said = "Not computed: 2026-01-01 to 2026-01-18. " + ENDED
    shown = watchbill("pay", ledger, "--person", "Bouchard")
    assert said in shown.stdout
    assert "2025-12-2" in shown.stdout
    assert "2026-01-0" not in shown.stdout.replace(said, "")
    told = json.loads(watchbill("pay", ledger, "--json").stdout)
    assert told["lines"]
    assert all(row["from"] < "2026-01-01" for row in told["lines"])
    (left_out,) = told["in_force"]["not_computed"]
    assert (left_out["from"], left_out["to"]) == ("2026-01-01", "2026-01-18")
    assert left_out["why"].startswith(ENDED)
    refused = watchbill("pay", ledger, "--from", "2026-01-01", "--to", "2026-01-18")
    assert refused.returncode == 2
    assert ENDED in refused.stderr
    assert said in watchbill("accounts", ledger).stdout
    assert said in watchbill("replay", ledger, "--set", "overtime-rate=2").stdout
    assert watchbill("pay", ledger, "--payslips", str(slips)).returncode == 0
    page = (slips / "bouchard.html").read_text()
    assert "Not computed: 2026-01-01 to 2026-01-18." in page


def test_two_proposals_on_each_other_are_one_sentence_and_exit_2(tmp_path: Path) -> None:
    for name, on in (("one", "other.yaml"), ("other", "one.yaml")):
        (tmp_path / f"{name}.yaml").write_text(f"proposal: {name}\non: {on}\nname: {name}\n")
    done = watchbill("check", str(tmp_path / "one.yaml"))
    assert done.returncode == 2
    assert "one.yaml is made on" in done.stderr
    assert "other.yaml, which is made on" in done.stderr
    assert "Traceback" not in done.stderr
