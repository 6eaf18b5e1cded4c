"""The benchmark of the ledger: a year of events of so many people, entered, kept and asked.

People are copies of those of the station that ships, with its posts; each has a year of events
of their own. The figures are seconds of one core: what other programs do on the machine meanwhile
plays little part in them. A command of the command line is a process of its own, from its start to
its end, as somebody at a terminal waits for it.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from watchbill.bench.station import station
from watchbill.events.base import Event
from watchbill.events.leave import Leave
from watchbill.kernel.clock import Instant, parse_day, wall_text
from watchbill.kernel.problems import BadInput, Problem
from watchbill.ledger.book import Book
from watchbill.ledger.entry import Entry
from watchbill.ledger.rosters import roster_of
from watchbill.ledger.simulate import simulated
from watchbill.roster.coverage import coverage
from watchbill.store.books import KeptBook, enter
from watchbill.store.database import DATABASE_FILE, SqliteFile
from watchbill.store.database_store import DatabaseStore
from watchbill.store.file_store import FileStore

FIRST, LAST = parse_day("2024-01-01"), parse_day("2024-12-31")
FILE = "year.jsonl"
TRIES = 3
"""Times that a command is run; the quickest counts, since nothing makes one too quick."""
OFTEN = 20
"""Entries that are made one by one in one process, whose median counts."""
VACANCY = ("2024-12-24 07:00 +12h", "--post", "crew", "--known", "2024-12-20 09:00")
"""A tour to be filled, told four days before."""

Words = Callable[[int], tuple[str, ...]]
"""What a command is told at each try."""


@dataclass(frozen=True, slots=True)
class Timed:
    """Something that was measured: seconds of one core, and how many it should take at most."""

    name: str
    seconds: float
    limit: float


@dataclass(frozen=True, slots=True)
class LedgerBench:
    """What a run came to: how many people and entries, and each step."""

    people: int
    entries: int
    steps: tuple[Timed, ...]


def bench_ledger(people: int) -> LedgerBench:
    """A year of ``people``, entered by program and asked by commands.

    Raises :class:`BadInput` where a command does not do what it is told.
    """
    book = simulated(station(people, posts=True), FIRST, LAST, seed=1)
    with tempfile.TemporaryDirectory(prefix="watchbill-bench-") as folder:
        steps = tuple(_steps(book, Path(folder)))
    return LedgerBench(people, len(book.entries), steps)


def _steps(book: Book, home: Path) -> Iterator[Timed]:
    file = FileStore(home / FILE)
    began = time.process_time()
    enter(file, lambda empty, _: put_in(empty, book.entries))
    yield Timed("a year's entries put in by program", time.process_time() - began, 10)
    began = time.process_time()
    coverage(roster_of(book.now))
    yield Timed("coverage of the year", time.process_time() - began, 1)
    _command(home, ("offer", "open", FILE, *VACANCY, "--sure"))
    for name, limit, words in _commands(book):
        seconds = [_command(home, words(number)) for number in range(TRIES)]
        yield Timed(f"watchbill {name}", min(seconds), limit)
    _command(home, ("put-in", FILE))
    yield Timed("one more entry in the database", _one_by_one(book, home), 0.05)


def _commands(book: Book) -> Iterable[tuple[str, float, Words]]:
    held = [key for key, standing in book.now.people.items() if standing.held]
    someone, vacancy = held[0], str(len(book.entries) + 1)
    month = ("--from", "2024-05-01", "--to", "2024-05-31")
    yield "record", 0.5, lambda number: ("record", FILE, _written(_sick(book, held[1 + number])))
    yield "as-of", 1, lambda _: ("as-of", FILE, "2024-06-01 00:00", "--person", someone)
    yield "why", 1, lambda _: ("why", FILE, someone, vacancy)
    yield "accounts", 1, lambda _: ("accounts", FILE, "--person", someone)
    yield "grievance", 1, lambda _: ("grievance", FILE, someone, *month, "--html", "page.html")
    yield "verify", 1, lambda _: ("verify", FILE)


def put_in(book: Book, entries: Iterable[Entry]) -> Book:
    """The book with these entries, each judged as it is entered. Raises :class:`BadInput`."""
    for entry in entries:
        assert entry.event is not None
        book = book.with_entry(entry.event, entry.known, entry.by, entry.why, entered=entry.entered)
    return book


def _one_by_one(book: Book, home: Path) -> float:
    """Seconds that an entry takes of a process that keeps the book."""
    store = DatabaseStore(SqliteFile(home / DATABASE_FILE), book.now.facts.id)
    kept = KeptBook(store)
    kept.now()
    held = [key for key, standing in book.now.people.items() if standing.held]
    seconds = []
    for person in held[1 + TRIES : 1 + TRIES + OFTEN]:
        entry = partial(_entered, _sick(book, person))
        began = time.process_time()
        kept.enter(entry)
        seconds.append(time.process_time() - began)
    return statistics.median(seconds)


def _entered(event: Event, book: Book, now: Instant) -> Book:
    return book.with_entry(event, now, "bench", "")


def _sick(book: Book, person: str) -> Leave:
    """The last tour that the person holds, lost to sickness."""
    return Leave(person=person, tour=max(book.now.people[person].held), kind="sick")


def _written(leave: Leave) -> str:
    return f"leave: {{person: '{leave.person}', tour: {wall_text(leave.tour)}, kind: {leave.kind}}}"


def _command(home: Path, words: tuple[str, ...]) -> float:
    """Seconds of a core that the command took from its start to its end."""
    before = _of_children()
    done = subprocess.run(
        [sys.executable, "-m", "watchbill", *words],
        env=os.environ | {"WATCHBILL_HOME": str(home), "WATCHBILL_DATABASE": ""},
        cwd=home,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode > 1:
        message = f"the command did not do what it was told: {done.stderr.strip()}"
        raise BadInput([Problem(" ".join(words), None, "", message)])
    return _of_children() - before


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime
