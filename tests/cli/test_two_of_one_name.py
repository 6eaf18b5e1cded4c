"""Two of one name work side by side: each is changed, asked, offered to, paid and shown alone."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_commands import watchbill

SERVICE = """\
service: two-smiths
name: Two of one name
agreement: hsaa-ems
schedule: {begins: 2024-05-06, weeks: 8}
rotations: {two-two-four: {pattern: DDNN----, begins: 2024-05-06}}
platoons:
  A: {rotation: two-two-four}
  B: {rotation: two-two-four, offset: 2}
  C: {rotation: two-two-four, offset: 4}
posts: {crew: {name: Crew, demand: ["1 daily 07:00-19:00"]}}
people:
  - {name: Smith J., number: "1041", classification: PCP, platoon: A, rate: 40.00}
  - {name: Smith J., number: "1042", classification: PCP, platoon: B, rate: 50.00}
  - {name: Ostrom, classification: PCP, platoon: C, rate: 40.00}
"""
ONE, OTHER = "Smith J. (1041)", "Smith J. (1042)"


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    (tmp_path / "service.yaml").write_text(SERVICE)
    where = str(tmp_path / "year.jsonl")
    said("post", where, "--service", str(tmp_path / "service.yaml"), "--from", "2024-05-06",
         "--to", "2024-06-30", "--known", "2024-04-02 09:00")  # fmt: skip
    return where


def said(*words: str, code: int = 0) -> str:
    done = watchbill(*words)
    assert done.returncode == code, done.stdout + done.stderr
    return done.stdout + done.stderr


def told(*words: str) -> Any:
    return json.loads(watchbill(*words, "--json").stdout)


def test_a_name_that_two_have_is_asked_back_and_a_number_is_understood(ledger: str) -> None:
    change = ("2024-05-14 07:00", "off", "--known", "2024-05-10 09:00", "--plain")
    refused = said("change", ledger, "Smith J.", *change, code=2)
    assert "2 have this name: say the number, 1041 or 1042" in refused
    assert "2 have this name" in said("pay", ledger, "--person", "Smith J.", code=2)
    done = said("change", ledger, "1041", *change)
    assert ONE in done
    shown = said("as-of", ledger, "2024-05-11 09:00", "--plain")
    assert shown.count(ONE) == shown.count(OTHER) > 0
    people = told("as-of", ledger, "2024-05-11 09:00")["people"]
    hours = {one["key"]: (one["name"], float(one["hours"])) for one in people}
    assert hours["1041"] == ("Smith J.", hours["1042"][1] - 12)


def test_they_exchange_are_offered_work_and_told_why(ledger: str) -> None:
    asked = ("exchange", "ask", ledger, "1041", "1042", "--gives", "2024-05-14 07:00",
             "--gets", "2024-05-16 07:00", "--known", "2024-05-01 09:00")  # fmt: skip
    shown = watchbill(*asked, "--plain").stdout
    assert "Exchange asked for" in shown
    assert ONE in shown
    assert OTHER in shown
    opened = said(
        "offer",
        "open",
        ledger,
        "2024-05-20 07:00 +12h",
        "--post",
        "crew",
        "--volunteer",
        "1042",
        "--sure",
        "--known",
        "2024-05-02 09:00",
        "--plain",
    )
    assert opened.index(OTHER) < opened.index("Ostrom")


def test_each_is_paid_on_a_line_and_a_page_of_their_own(ledger: str, tmp_path: Path) -> None:
    slips = tmp_path / "slips"
    said("pay", ledger, "--payslips", str(slips))
    pages = sorted(page.name for page in slips.glob("*.html"))
    assert len(pages) == 3
    assert sum(ONE in page.read_text() for page in slips.glob("*.html")) == 1
    lines = told("pay", ledger)["lines"]
    assert {(one["person"], one["name"], one["rate"]) for one in lines} == {
        ("1041", "Smith J.", "40.00"), ("1042", "Smith J.", "50.00"), ("Ostrom", "Ostrom", "40.00"),
    }  # fmt: skip
    table = said("pay", ledger, "--plain")
    assert ONE in table
    assert OTHER in table
    page = tmp_path / "file.html"
    said("grievance", ledger, "1042", "--html", str(page))
    assert f"Grievance file: {OTHER}" in page.read_text()
