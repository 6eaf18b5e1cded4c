"""How long the pages take that everybody opens, on this machine: the first visit, and the others.

``python scripts/bench_pages.py [--agreements 300]`` makes a home of its own with the
demonstration, and so many agreements that ship; what is measured is a request from its beginning
to its last byte, in one process, as wall time and as CPU time. Then the board of a station of 200
people and 56 days, after each of some entries, beside the same board with nothing kept.
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
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from watchbill.bench.station import station
from watchbill.events.leave import Leave
from watchbill.kernel.clock import Day, parse_day
from watchbill.ledger.simulate import simulated

VISITS = 10
PEOPLE, DAYS, FIRST = 200, 56, parse_day("2024-01-01")
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


def measure_board() -> None:
    """The board of a large station after an entry: what is kept of it is brought up to date."""
    from django.contrib.auth.models import User
    from django.test import Client

    from watchbill.web.ledgers import append, book_of
    from watchbill.web.members import make_member
    from watchbill.web.models import Role

    slug = large_station()
    make_member("steward", slug, Role.STEWARD, "")
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.get(username="steward"))
    page = f"/{slug}/"
    visit(client.get, page)
    leaves = [
        Leave(person=key, tour=max(standing.held), kind="sick")
        for key, standing in book_of(slug).now.people.items()
        if standing.held
    ]
    writes, kept, anew = [], [], []
    for leave in leaves[:VISITS]:
        began = time.process_time()
        append(slug, leave, "bench", "")
        writes.append(1000 * (time.process_time() - began))
        kept.append(visit(client.get, page)[1])
    for leave in leaves[VISITS : 2 * VISITS]:
        append(slug, leave, "bench", "")
        with nothing_kept():
            anew.append(visit(client.get, page)[1])
    write, board, whole = map(statistics.median, (writes, kept, anew))
    print(f"a board of {PEOPLE} people and {DAYS} days after an entry; milliseconds of CPU:")
    print(f"the entry {write:.1f}; the board {board:.1f}; with nothing kept {whole:.1f},"
          f" {whole / board:.0f} times as long")  # fmt: skip


def large_station() -> str:
    """A station in the database with a posted schedule and its events: its name in addresses."""
    from watchbill.bench.ledger import put_in
    from watchbill.store.books import enter
    from watchbill.web.ledgers import store_of
    from watchbill.web.models import Service

    service = replace(station(PEOPLE, posts=True), id="large-station", name="Large station")
    book = simulated(service, FIRST, Day(FIRST + DAYS - 1), seed=1)
    Service.objects.create(slug=service.id, name=service.name)
    enter(store_of(service.id), lambda empty, _: put_in(empty, book.entries))
    return service.id


@contextmanager
def nothing_kept() -> Iterator[None]:
    """As if the board had never been asked for; the entries are in memory."""
    from watchbill.ledger import rosters as lines
    from watchbill.store.projections import Projections
    from watchbill.web import rosters, rows

    lines._line.cache_clear()
    rosters.built.cache_clear()
    with (
        patch.object(rosters, "_PROJECTIONS", Projections()),
        patch.object(rows, "_KEPT", {}),
    ):
        yield


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
            measure_board()


main()
