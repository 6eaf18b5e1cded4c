"""Who may sign in: let in, changed, listed, taken out, each told at the command line."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from django.contrib.auth.models import User
from django.test import Client

from watchbill.contract.record import schema_of
from watchbill.contract.registry import published
from watchbill.kernel.problems import BadInput
from watchbill.web.demonstration import Account
from watchbill.web.members import make_member, members_of, new_password, take_out
from watchbill.web.models import Membership, Role

SERVICE = "hsaa-station"


def test_a_new_member_is_a_member_and_has_a_password(accounts: dict[str, Account]) -> None:
    made, is_new = make_member("lomax", SERVICE, person="Lomax")
    assert (made.role, made.person, is_new) == (Role.MEMBER, "Lomax", True)
    assert not User.objects.get(username="lomax").has_usable_password()
    assert Client().login(username="lomax", password=new_password("lomax"))


def test_what_is_not_said_stays_as_it_is(accounts: dict[str, Account]) -> None:
    make_member("lomax", SERVICE, Role.STEWARD, "Lomax")
    for given in ({}, {"role": Role.STEWARD}, {"person": "Lomax"}):
        made, is_new = make_member("lomax", SERVICE, **given)
        assert (made.role, made.person, is_new) == (Role.STEWARD, "Lomax", False)
    assert make_member("lomax", SERVICE, Role.PAYROLL)[0].person == "Lomax"
    assert make_member("lomax", SERVICE, person="")[0].role is Role.PAYROLL
    assert Membership.objects.get(user__username="lomax").person == ""


def test_who_is_taken_out_sees_nothing_any_more(
    client: Client, accounts: dict[str, Account]
) -> None:
    client.force_login(User.objects.get(username="steward"))
    assert client.get(f"/{SERVICE}/").status_code == 200
    before = len(members_of(SERVICE))
    take_out("steward", SERVICE)
    assert client.get(f"/{SERVICE}/").status_code == 404
    assert "steward" not in {one.name for one in members_of(SERVICE)}
    assert len(members_of(SERVICE)) == before - 1
    assert client.get("/kamloops-cso/").status_code == 200
    with pytest.raises(BadInput, match="no member of this name"):
        take_out("steward", SERVICE)


@pytest.mark.parametrize("name", ["Steward", "STEWARD", "sTeward"])
def test_a_name_that_differs_by_capitals_alone_is_refused_with_the_first(
    accounts: dict[str, Account], name: str
) -> None:
    with pytest.raises(BadInput, match="did you mean steward"):
        make_member(name, SERVICE)
    assert User.objects.filter(username__iexact=name).count() == 1


@pytest.mark.parametrize("name", ["", " ", "\t", "a b", "a/b", "<x>", "x" * 151, "a\nb"])
def test_a_name_that_is_none_is_refused(accounts: dict[str, Account], name: str) -> None:
    with pytest.raises(BadInput, match="no name to sign in with"):
        make_member(name, SERVICE)
    assert User.objects.count() == len(accounts)


def test_nobody_is_let_in_as_a_stranger_or_to_a_service_that_is_not_there(
    accounts: dict[str, Account],
) -> None:
    with pytest.raises(BadInput, match="did you mean Lomax"):
        make_member("lomax", SERVICE, person="Lomx")
    with pytest.raises(BadInput, match="did you mean hsaa-station"):
        make_member("lomax", "hsaa-stations")
    assert not User.objects.filter(username="lomax").exists()


@pytest.fixture
def says(tmp_path: Path) -> Callable[..., str]:
    """The command line on a home of its own, with the station in it."""

    def run(words: str, code: int = 0) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "watchbill", *words.split()],
            capture_output=True, text=True, check=False,
            env=os.environ | {"WATCHBILL_HOME": str(tmp_path)},
        )  # fmt: skip
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout if code == 0 else done.stderr

    run(f"store {SERVICE}")
    return run


def test_members_at_the_command_line(says: Callable[..., str]) -> None:
    assert "yet: watchbill member USER hsaa-station" in says(f"members {SERVICE}")
    said = says(f"member lomax {SERVICE} --role steward --person Lomax")
    assert "lomax may sign in to hsaa-station as union steward, Lomax." in said
    password = said.split()[-1]
    again = says(f"member lomax {SERVICE} --new-password")
    assert "as union steward, Lomax." in again
    assert password not in again
    says(f"member boss {SERVICE} --role manager")
    told = json.loads(says(f"members {SERVICE} --json"))
    jsonschema.validate(told, schema_of("members", published()["members"]))
    listed = told["members"]
    assert listed == [
        {"user": "boss", "role": "manager", "person": None, "signed_in": None},
        {"user": "lomax", "role": "steward", "person": "Lomax", "signed_in": None},
    ]
    assert "never" in says(f"members {SERVICE}")
    assert "no longer a member" in says(f"member boss {SERVICE} --remove")
    assert [one["user"] for one in json.loads(says(f"members {SERVICE} --json"))["members"]] == [
        "lomax"
    ]
    assert "did you mean" in says(f"member Lomax {SERVICE}", code=2)
