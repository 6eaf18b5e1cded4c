"""One's own service into the database, and people who may sign in to it."""

import os
import re
import shutil
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest
from django.test import Client

from tests.web.conftest import text
from watchbill.kernel.problems import BadInput
from watchbill.ledger.entry import read_event
from watchbill.web import ledgers, models
from watchbill.web.members import make_member, new_password
from watchbill.web.models import Role
from watchbill.web.storing import store


@pytest.fixture
def own(tmp_path: Path, db: None) -> Path:
    """A copy of the station's file, as somebody has it in a folder of their own."""
    shipped = Path(str(files("watchbill") / "data" / "services" / "hsaa-station"))
    shutil.copytree(shipped, tmp_path / "own")
    return tmp_path / "own" / "service.yaml"


def rewrite(path: Path, before: str, after: str) -> None:
    found = path.read_text()
    assert before in found
    path.write_text(found.replace(before, after))


def test_a_service_of_one_s_own_has_pages(own: Path, client: Client) -> None:
    rewrite(own, "service: hsaa-station", "service: our-station")
    assert store(str(own)).id == "our-station"
    assert make_member("lomax", "our-station", Role.MEMBER, "Lomax")
    assert client.login(username="lomax", password=new_password("lomax"))
    assert 'class="own"' in text(client, "/our-station/")


def test_stored_again_what_differs_is_entered_and_the_ledger_goes_on(own: Path) -> None:
    store(str(own))
    leave = {"person": "Aitken", "tour": "2024-05-06 07:00", "kind": "sick"}
    ledgers.append("hsaa-station", read_event({"leave": leave}, "test"), "Pascoe", "")
    before = models.LedgerRow.objects.count()
    store(str(own))
    assert models.LedgerRow.objects.count() == before  # nothing differs
    rewrite(own, "Ambulance station 7", "Station 8")
    store(str(own))
    assert models.Service.objects.get().name == "Station 8"
    assert ledgers.book_of("hsaa-station").now.facts.name == "Station 8"
    assert models.LedgerRow.objects.count() == before + 1


def test_whoever_is_left_out_of_the_file_has_left_and_their_past_stays(own: Path) -> None:
    store(str(own))
    before = ledgers.book_of("hsaa-station").now.people["Aitken"].held
    people = own.parent / "people.csv"
    people.write_text(re.sub(r"^Aitken,", "Somebody,", people.read_text(), flags=re.MULTILINE))
    store(str(own))
    now = ledgers.book_of("hsaa-station").now
    assert now.people["Aitken"].held == before
    assert [stay.last is None for stay in now.people["Aitken"].member.stays] == [False]
    assert "Somebody" in now.people


@pytest.mark.parametrize("name", ["api", "accounts"])
def test_a_name_that_is_an_address_of_the_pages_is_refused(own: Path, name: str) -> None:
    rewrite(own, "service: hsaa-station", f"service: {name}")
    with pytest.raises(BadInput, match="no address of pages"):
        store(str(own))
    assert not models.Service.objects.exists()


def test_the_commands_tell_the_password_once_and_slips_with_what_was_meant(tmp_path: Path) -> None:
    def told(*words: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "watchbill", *words],
            capture_output=True, text=True, check=False,
            env=os.environ | {"WATCHBILL_HOME": str(tmp_path)},
        )  # fmt: skip
        return done.returncode, done.stdout + done.stderr

    code, words = told("store", "kamloops-cso")
    assert code == 0
    assert words.startswith("Stored as kamloops-cso: Community services division, Kamloops")
    member = ["member", "jo", "kamloops-cso", "--role", "member", "--person", "Anders"]
    assert "Password: " in told(*member)[1]
    assert "Password: " not in told(*member)[1]
    assert "Password: " in told(*member, "--new-password")[1]
    for slip, meant in (("--role=manger", "manager"), ("--person=Ander", "Anders")):
        code, words = told("member", "jo", "kamloops-cso", slip)
        assert code == 2
        assert f"did you mean: {meant}" in words
