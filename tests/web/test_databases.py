"""The same pages on PostgreSQL, in a process of their own, since settings are read once."""

import os
import subprocess
import sys
from pathlib import Path

STORY = """
from watchbill.web.run import build_demonstration
accounts = build_demonstration()
again = build_demonstration()
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from watchbill.web.models import Schedule, Service
client = Client(SERVER_NAME="localhost")
passwords = {account.name: account.password for account in again}
assert client.login(username="steward", password=passwords["steward"])
page = client.get("/foothills-communications/").content.decode()
kept = Service.objects.count(), Schedule.objects.count()
print(connection.vendor, *kept, page.count('class="mark'))
"""


def told(home: Path, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", STORY],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"WATCHBILL_HOME": str(home)} | environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_demonstration_on_sqlite(tmp_path: Path) -> None:
    assert told(tmp_path) == "sqlite 3 3 7"


def test_the_demonstration_on_postgresql(tmp_path: Path, postgres_url: str) -> None:
    assert told(tmp_path, WATCHBILL_DATABASE=postgres_url) == "postgresql 3 3 7"


def test_a_database_of_another_kind_is_refused(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import watchbill.web.settings"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"WATCHBILL_HOME": str(tmp_path), "WATCHBILL_DATABASE": "mysql://x/y"},
    )
    assert "WATCHBILL_DATABASE is not of the form" in done.stderr
