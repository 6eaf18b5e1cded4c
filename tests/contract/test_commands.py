"""What every command gives out as JSON is as its published schema says."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import typer
from typer.testing import CliRunner

from tests.cli.test_commands import watchbill
from tests.house.test_house import ROOT
from watchbill.cli.app import gathered
from watchbill.contract.record import schema_of
from watchbill.contract.registry import published

APP = gathered(())

NIGHT = ("--known", "2024-05-14 12:10")
BENCHMARKS = ROOT / "benchmarks"
LEDGER = "LEDGER"
"""Stands for the ledger's file below."""

FIRST = [
    ("post", LEDGER, "--service", "hsaa-station", "--from", "2024-05-06", "--to", "2024-06-30",
     "--at", "2024-04-05 09:00", "--known", "2024-04-05 09:00"),
    ("exchange ask", LEDGER, "Aitken", "Calloway", "--gives", "2024-05-24 19:00", "--gets",
     "2024-05-24 07:00", *NIGHT),
    ("exchange ask", LEDGER, "Aitken", "Desai", "--gives", "2024-05-17 19:00", *NIGHT),
    ("offer open", LEDGER, "2024-05-16 19:00 +12h", "--post", "crew", "--volunteer", "Keane",
     "--sure", *NIGHT),
]  # fmt: skip
"""What is entered before: the posting is entry 42, 43 and 44 are exchanges, 45 a vacancy."""

SAID: dict[str, list[tuple[str, ...]]] = {
    "accounts": [("accounts", LEDGER)],
    "audit": [("audit", "foothills-communications")],
    "bench-audit": [("bench audit", "--people", "4", "--days", "30", "--cores", "1")],
    "bench-ledger": [("bench ledger", "--people", "24")],
    "bench-pay": [("bench pay", "--people", "4", "--days", "30", "--cores", "1", "--no-dask")],
    "bench-rws": [("bench rws", str(BENCHMARKS / "rws/real/Example5.txt"), "--plain-peer")],
    "bench-shift-design": [("bench shift-design", str(BENCHMARKS / "shift-design/toy3.dzn"))],
    "catalogue": [("rotation", "--list")],
    "comparison": [("compare", "hsaa-ems", "foothills-2023-2025")],
    "decision": [
        ("exchange judge", LEDGER, "44"),
        ("offer show", LEDGER, "45"),
    ],
    "design": [("design", "kamloops-cso", "--hours", "12", "--wanted", "1", "--effort", "0.05")],
    "entries": [("log", LEDGER)],
    "examples": [("try", "hsaa-ems")],
    "outcome": [
        ("exchange approve", LEDGER, "44", *NIGHT),
        ("exchange ask", LEDGER, "Aitken", "Calloway", "--gives", "2024-05-25 19:00", *NIGHT),
        ("offer open", LEDGER, "2024-05-18 19:00 +12h", "--post", "crew", *NIGHT),
        ("take-up", LEDGER, "hsaa-station", "--from", "2024-06-20", "--dry-run", *NIGHT),
        ("in-force", LEDGER, "hsaa-ems", "--from", "2030-01-01", "--dry-run", *NIGHT),
        ("act", LEDGER, "change", "{person: Aitken, tour: '2024-06-07 07:00', to: 'off'}",
         "--dry-run", *NIGHT),
        ("callin", LEDGER, "Calloway", "--report", "2024-05-14 15:00", "--worked", "1h30", *NIGHT),
        ("change", LEDGER, "Aitken", "2024-05-30 07:00", "2024-05-30 09:00 +12h", *NIGHT),
        ("record", LEDGER, "held_over: {person: Birch, tour: 2024-05-14 07:00,"
         " until: 2024-05-14 21:00}", "--known", "2024-05-14 21:05"),
        ("offer answer", LEDGER, "45", "Keane", "accepted", "--known", "2024-05-14 22:00"),
        ("exchange agree", LEDGER, "43", "Calloway", "--known", "2024-05-14 22:00"),
        ("exchange approve", LEDGER, "43", "--known", "2024-05-14 22:10"),
        ("exchange undo", LEDGER, "43", "--known", "2024-05-14 22:20"),
        ("exchange refuse", LEDGER, "44", "--known", "2024-05-14 22:30"),
        ("post", LEDGER, "--from", "2024-07-01", "--to", "2024-07-28",
         "--known", "2024-05-14 22:40"),
    ],
    "pay": [("pay", LEDGER), ("pay", LEDGER, "--person", "Aitken")],
    "problems": [("audit", "no-such-service")],
    "reading": [("check", "hsaa-ems"), ("check", "seattle-police")],
    "replay": [("replay", LEDGER, "--with", "foothills-2023-2025")],
    "roster": [("build", "hsaa-station")],
    "rotation": [("rotation", "DuPont"), ("rotation", "8 8 8 24 - - -")],
    "schedule": [("as-of", LEDGER, "2024-05-14 12:00")],
    "staffing": [("staff", "kamloops-cso", "--people", "7")],
    "verification": [("verify", LEDGER), ("verify", LEDGER, "--head", "0000000000")],
    "why": [("why", LEDGER, "Calloway", "45")],
}  # fmt: skip
WITHOUT_A_COMMAND = {"coverage", "services"}
"""What the API alone gives; its own test holds its answers against its description."""
OF_THE_DATABASE = {"members"}
"""Commands and records that the tests of the web hold against their schema."""


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("desk") / "summer.jsonl"
    for words in FIRST:
        said(words, file)
    return file


def said(words: tuple[str, ...], ledger: Path, *options: str) -> Any:
    command, *rest = (str(ledger) if word == LEDGER else word for word in words)
    done = CliRunner().invoke(APP, [*command.split(), *rest, *options])
    assert isinstance(done.exception, SystemExit | None), (words, done.exception)
    assert done.exit_code in (0, 1), (words, done.output)
    return json.loads(done.stdout) if options else None


@pytest.mark.parametrize("name", [name for name in SAID if name != "problems"])
def test_what_a_command_gives_is_as_its_schema_says(name: str, ledger: Path) -> None:
    schema = schema_of(name, published()[name])
    for words in SAID[name]:
        jsonschema.validate(said(words, ledger, "--json"), schema)


def test_what_is_wrong_with_an_input_is_told_as_its_schema_says() -> None:
    (words,) = SAID["problems"]
    done = watchbill(*words, "--json")
    assert done.returncode == 2
    jsonschema.validate(json.loads(done.stderr), schema_of("problems", published()["problems"]))


def test_every_record_that_is_published_is_given_by_a_command_or_the_api() -> None:
    assert set(SAID) | WITHOUT_A_COMMAND | OF_THE_DATABASE == set(published())


def commands(group: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Every command by its words, those of groups too."""
    if not hasattr(group, "commands"):
        yield name, group
        return
    for own, command in group.commands.items():
        yield from commands(command, f"{name} {own}".strip())


def test_every_command_with_json_is_held_against_a_schema() -> None:
    given = {
        name
        for name, command in commands(typer.main.get_command(APP))
        if any("--json" in option.opts for option in command.params)
    }
    assert given == {words[0] for each in SAID.values() for words in each} | OF_THE_DATABASE


def test_a_schema_notices_a_key_that_is_not_described(ledger: Path) -> None:
    told = said(("log", LEDGER), ledger, "--json")
    schema = schema_of("entries", published()["entries"])
    told["entries"][0]["mood"] = "good"
    with pytest.raises(jsonschema.ValidationError, match="mood"):
        jsonschema.validate(told, schema)
