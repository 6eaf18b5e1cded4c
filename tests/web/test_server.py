"""The server under what the world does to it: slow ends, large bodies, proxies, many at once."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.web.serving import Served, serving, try_to_sign_in, visit

HEAD = "POST /accounts/login/ HTTP/1.1\r\nHost: localhost\r\n"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Behind one proxy, with two processes."""
    home = tmp_path_factory.mktemp("home")
    with serving(home, WATCHBILL_PROXIES="1", WATCHBILL_PROCESSES="2") as running:
        yield running


def children(served: Served) -> list[int]:
    path = Path(f"/proc/{served.process.pid}/task/{served.process.pid}/children")
    return [int(word) for word in path.read_text().split()]


def test_twenty_slow_connections_of_every_sort_stop_nobody(served: Served) -> None:
    slow = ["", HEAD, HEAD + "Content-Length: 900\r\n\r\nlogin=", HEAD + "X-Slow: "]
    held = [served.connect(slow[i % len(slow)]) for i in range(40)]
    for _ in range(8):
        assert visit(f"{served.url}/accounts/login/", timeout=10)[0] == 200
    for connection in held:
        connection.close()


def test_who_does_not_read_the_answer_stops_nobody(served: Served) -> None:
    ask = "GET /accounts/login/ HTTP/1.1\r\nHost: localhost\r\n\r\n"
    held = [served.connect(ask * 200) for _ in range(20)]
    for _ in range(4):
        assert visit(f"{served.url}/accounts/login/", timeout=20)[0] == 200
    for connection in held:
        connection.close()


@pytest.mark.parametrize("length", [5_000_001, 390 * 1024 * 1024, 10**30])
def test_a_body_that_is_too_long_is_refused_before_it_is_sent(served: Served, length: int) -> None:
    with served.connect(f"{HEAD}Content-Length: {length}\r\n\r\n") as connection:
        assert b" 413 " in connection.recv(100)


def test_a_body_that_does_not_say_how_long_it_is_is_refused_on_the_way(served: Served) -> None:
    with served.connect(f"{HEAD}Transfer-Encoding: chunked\r\n\r\n") as connection:
        chunk = b"10000\r\n" + b"x" * 0x10000 + b"\r\n"
        sent = 0
        try:
            for _ in range(400):
                connection.sendall(chunk)
                sent += 0x10000
        except OSError:
            pass
        assert sent < 400 * 0x10000


def test_forty_behind_one_proxy_and_one_address_sign_in_within_a_minute(served: Served) -> None:
    def arrives(i: int) -> str:
        name = list(served.passwords)[i % 5]
        password = served.passwords[name]
        return try_to_sign_in(served.url, name, password, X_Forwarded_For="10.0.1.1")[1]

    with ThreadPoolExecutor(8) as pool:
        assert sum("Your services" in page for page in pool.map(arrives, range(40))) == 40


def test_a_stranger_s_wrong_passwords_stop_the_stranger_and_nobody_else(served: Served) -> None:
    stranger, own = "203.0.113.9", "10.0.2.1"
    guesses = [
        try_to_sign_in(served.url, "steward", "a guess", X_Forwarded_For=stranger)[1]
        for _ in range(10)
    ]
    assert "Too many failed login attempts" in guesses[-1]
    right = served.passwords["steward"]
    stopped = try_to_sign_in(served.url, "steward", right, X_Forwarded_For=stranger)[1]
    assert "Too many failed login attempts" in stopped
    # What a client says of itself stands before what the proxy adds, and counts for nothing.
    forged = try_to_sign_in(served.url, "steward", right, X_Forwarded_For=f"{own}, {stranger}")[1]
    assert "Too many failed login attempts" in forged
    for name in ("steward", "manager"):
        page = try_to_sign_in(served.url, name, served.passwords[name], X_Forwarded_For=own)[1]
        assert "Your services" in page


def test_as_many_processes_serve_as_are_set_and_one_that_dies_is_replaced(served: Served) -> None:
    before = children(served)
    assert len(before) == 2
    os.kill(before[0], signal.SIGKILL)
    for _ in range(20):
        assert visit(f"{served.url}/accounts/login/")[0] == 200
        if len(set(children(served)) - set(before)) == 1:
            break
    assert before[1] in children(served)


def test_a_name_that_the_server_is_not_told_is_met_with_what_to_tell_it(served: Served) -> None:
    status, page = visit(f"{served.url}/", Host="board.example.org")
    assert status == 400
    assert "board.example.org" in page
    assert "WATCHBILL_HOSTS" in page
    log = served.log.read_text()
    assert "asked for as 'board.example.org', which WATCHBILL_HOSTS does not name" in log
    assert "Traceback" not in log


def test_on_every_address_it_says_its_names_and_answers_to_those_it_was_told(
    tmp_path: Path,
) -> None:
    told = {"WATCHBILL_HOSTS": "board.example.org, 192.0.2.7", "WATCHBILL_PROCESSES": "1"}
    with serving(tmp_path, "--host", "0.0.0.0", **told) as served:
        said = " ".join(served.log.read_text().split())
        for name in ("board.example.org", "192.0.2.7"):
            assert visit(f"{served.url}/accounts/login/", Host=name)[0] == 200
            assert name in said
        assert visit(f"{served.url}/accounts/login/", Host="elsewhere.example")[0] == 400
    assert f"port {served.port} of every address of this machine" in said
    assert "For another name or address: WATCHBILL_HOSTS=" in said
    assert served.process.returncode == 0


def test_a_fault_is_in_the_log_under_the_number_on_the_page(tmp_path: Path) -> None:
    with serving(tmp_path, WATCHBILL_HELP="the duty officer, 555-0147") as served:
        (tmp_path / "watchbill.sqlite3").unlink()  # what was there a moment ago
        status, page = visit(f"{served.url}/accounts/login/")
        status, page = try_fault(served)
    assert status == 500
    number = re.findall(r"number <strong>(\w{6})</strong>", page)[0]
    assert "to the duty officer, 555-0147" in page
    log = served.log.read_text()
    assert f"fault {number} at POST /accounts/login/" in log
    assert log.count("Traceback (most recent call last)") >= 1
    assert "OperationalError" in log


def try_fault(served: Served) -> tuple[int, str]:
    return try_to_sign_in(served.url, "steward", "x")
