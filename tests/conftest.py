"""What tests of several rooms need: real databases and a real browser."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

# Playwright's loop runs in the thread of the tests, where Django would refuse its own database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# A shell that starts the tests in the background may have told them to ignore Ctrl-C, which some
# of them try, in this process and in others that inherit it.
signal.signal(signal.SIGINT, signal.default_int_handler)

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """Debian's Chromium, which scripts/system_packages.sh finds or installs."""
    found = [path for name in CHROMIUM if (path := shutil.which(name))]
    assert found, "no Chromium: run scripts/system_packages.sh"
    return {"executable_path": found[0], "args": CHROMIUM_ARGUMENTS}


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """A PostgreSQL of our own, empty, on a free port, gone afterwards."""
    binaries = _postgres_binaries()
    with tempfile.TemporaryDirectory(prefix="watchbill-postgres-") as folder:
        user = _hand_over(Path(folder))
        data = f"{folder}/data"
        _run([*user, f"{binaries}/initdb", "-D", data, "-U", "watchbill", "-A", "trust"])
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
        control = [*user, f"{binaries}/pg_ctl", "-D", data, "-w", "-l", f"{folder}/log"]
        _run([*control, "-o", options, "start"])
        try:
            yield f"postgresql://watchbill@127.0.0.1:{port}/postgres"
        finally:
            _run([*control, "-m", "immediate", "stop"])


def _postgres_binaries() -> str:
    on_path = shutil.which("initdb")
    found = [Path(on_path).resolve()] if on_path else []
    found += sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    assert found, "no PostgreSQL: run scripts/system_packages.sh"
    return str(found[0].parent)


def _hand_over(folder: Path) -> list[str]:
    """PostgreSQL refuses to run as root: another user gets the folder and runs it."""
    if os.geteuid() != 0:
        return []
    names = {entry.pw_name for entry in pwd.getpwall()}
    name = "postgres" if "postgres" in names else "nobody"
    os.chown(folder, pwd.getpwnam(name).pw_uid, -1)
    return ["runuser", "-u", name, "--"]


def _run(command: list[str]) -> None:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd="/")
    assert done.returncode == 0, done.stdout + done.stderr
