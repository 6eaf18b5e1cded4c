"""A server of our own, as ``watchbill serve`` runs it, on a free port."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener

BUILD = """
from watchbill.web.run import build_demonstration
for one in build_demonstration(): print(one.name, one.password)
"""


@dataclass
class Served:
    """Where it is, what it has said so far, and who may sign in."""

    port: int
    process: subprocess.Popen[str]
    log: Path
    passwords: dict[str, str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def connect(self, sent: str = "") -> socket.socket:
        """A connection on which so much was sent."""
        connection = socket.create_connection(("127.0.0.1", self.port), timeout=20)
        connection.sendall(sent.encode())
        return connection


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def demonstration(home: Path, **environment: str) -> dict[str, str]:
    """The demonstration in a home; passwords by name."""
    done = subprocess.run(
        [sys.executable, "-c", BUILD], capture_output=True, text=True, check=True,
        env=os.environ | {"WATCHBILL_HOME": str(home)} | environment,
    )  # fmt: skip
    return dict(line.split() for line in done.stdout.splitlines()[-5:])


@contextmanager
def serving(home: Path, *words: str, **environment: str) -> Iterator[Served]:
    """Serves until the block ends, and then is told to end, and ends."""
    passwords = demonstration(home, **environment)
    port, log = free_port(), home / "log"
    with log.open("w") as file:
        process = subprocess.Popen(
            [sys.executable, "-m", "watchbill", "serve", "--port", str(port), *words],
            stdout=file, stderr=file, text=True,
            env=os.environ | {"WATCHBILL_HOME": str(home)} | environment,
        )  # fmt: skip
    served = Served(port, process, log, passwords)
    try:
        _wait(served)
        yield served
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(timeout=60)


def _wait(served: Served) -> None:
    for _ in range(240):
        try:
            served.connect().close()
        except OSError:
            assert served.process.poll() is None, served.log.read_text()
            time.sleep(0.25)
        else:
            return
    raise AssertionError(served.log.read_text())


def visit(url: str, timeout: float = 20, **headers: str) -> tuple[int, str]:
    """The status and the text of a page."""
    return _opened(build_opener(), Request(url, headers=_named(headers)), timeout)


def try_to_sign_in(
    url: str, name: str, password: str, timeout: float = 60, **headers: str
) -> tuple[int, str]:
    """What signing in answers, as a browser does it: 200 and the services where it went well."""
    jar = CookieJar()
    browser = build_opener(HTTPCookieProcessor(jar))
    address = f"{url}/accounts/login/"
    _opened(browser, Request(address, headers=_named(headers)), timeout)
    token = next(one.value for one in jar if one.name == "csrftoken")
    words = urlencode({"login": name, "password": password, "csrfmiddlewaretoken": token})
    request = Request(address, words.encode(), _named(headers) | {"Referer": address})
    return _opened(browser, request, timeout)


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def _opened(browser: OpenerDirector, request: Request, timeout: float) -> tuple[int, str]:
    try:
        with browser.open(request, timeout=timeout) as answer:
            return answer.status, answer.read().decode()
    except HTTPError as error:
        return error.code, error.read().decode()
