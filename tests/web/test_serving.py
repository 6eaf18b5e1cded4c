"""``watchbill demo`` from the terminal to the first page."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from tests.web.serving import free_port


def test_the_demonstration_is_printed_and_served_until_interrupted(tmp_path: Path) -> None:
    port = free_port()
    demo = subprocess.Popen(
        [sys.executable, "-m", "watchbill", "demo", "--port", str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"WATCHBILL_HOME": str(tmp_path)},
    )
    page = ""
    for _ in range(120):
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/accounts/login/") as answer:
                page = answer.read().decode()
            break
        except OSError:
            time.sleep(0.25)
    style = re.search(r'href="(/static/[^"]+\.css)"', page)
    assert style is not None
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{style[1]}") as answer:
        assert "immutable" in answer.headers["Cache-Control"]
    demo.send_signal(signal.SIGINT)
    shown, _ = demo.communicate(timeout=30)
    assert demo.returncode == 0
    for part in ("Community services division", "Platoon A", "every need is met", "Findings",
                 "Hours and cost", f"http://127.0.0.1:{port}/", "union steward"):  # fmt: skip
        assert part in shown


def test_a_port_that_is_taken_is_told_and_another_suggested(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = subprocess.run(
            [sys.executable, "-m", "watchbill", "serve", "--port", str(port)],
            capture_output=True,
            text=True,
            check=False,
            env=os.environ | {"WATCHBILL_HOME": str(tmp_path)},
        )
    assert done.returncode == 2
    assert f"--port {port + 1}" in done.stderr
