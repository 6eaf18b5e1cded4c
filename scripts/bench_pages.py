"""How long the pages take that everybody opens, on this machine: the first visit, and the others.

``python scripts/bench_pages.py [--agreements 300]`` makes a home of its own with the
demonstration, and so many agreements that ship; what is measured is a request from its beginning
to its last byte, in one process, as wall time and as CPU time.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

VISITS = 10
LIKE = "seattle-police"
PAGES = (
    "/agreements/", "/", "/foothills-communications/", "/foothills-communications/findings/",
    "/foothills-communications/hours/", "/foothills-communications/people/Abbott/",
)  # fmt: skip


@contextmanager
def shipping(agreements: int, folder: Path) -> Iterator[None]:
    """As if so many agreements shipped: those that do, and copies of one of them."""
    from watchbill.agreement import shipped
    from watchbill.kernel.shipped import DATA

    shutil.copytree(DATA / "agreements", folder / "agreements")
    written = (DATA / "agreements" / f"{LIKE}.yaml").read_text()
    for number in range(agreements - len(shipped.agreement_ids())):
        copy = f"{LIKE}-{number}"
        text = written.replace(f"agreement: {LIKE}", f"agreement: {copy}", 1)
        (folder / "agreements" / f"{copy}.yaml").write_text(text)
    with patch.object(shipped, "DATA", folder):
        yield


def measure(agreements: int) -> None:
    from watchbill.web.run import build_demonstration, warm

    build_demonstration()
    warm()  # as the server does when it starts
    from django.contrib.auth.models import User
    from django.test import Client

    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(username="steward"))
    print(f"{agreements} agreements; milliseconds: first visit, median of {VISITS} others, CPU")
    for page in PAGES:
        visits = [visit(client.get, page) for _ in range(VISITS + 1)]
        first, others = visits[0], visits[1:]
        middle = [statistics.median(one) for one in zip(*others, strict=True)]
        print(f"{page:42} {first[0]:8.1f} {middle[0]:8.1f} {middle[1]:8.1f}")


def visit(get: Callable[[str], Any], page: str) -> tuple[float, float]:
    """Milliseconds of one request, on the clock and of the processor."""
    clock, cpu = time.perf_counter(), time.process_time()
    answer = get(page)
    assert answer.status_code == 200, (page, answer.status_code)
    return 1000 * (time.perf_counter() - clock), 1000 * (time.process_time() - cpu)


def main() -> None:
    parser = argparse.ArgumentParser(description="Time of the pages that everybody opens.")
    parser.add_argument("--agreements", type=int, default=300)
    agreements = parser.parse_args().agreements
    with tempfile.TemporaryDirectory(prefix="watchbill-bench-") as home:
        os.environ["WATCHBILL_HOME"] = home
        os.environ.pop("WATCHBILL_DATABASE", None)
        with shipping(agreements, Path(home)):
            measure(agreements)


main()
