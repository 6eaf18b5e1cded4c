"""Kills a writer of a ledger again and again, and looks at the ledger after each time.

``python -m tests.web.killing LEDGER POINTS``: LEDGER is a service in the database, or a file.
Each time a child posts, changes and exchanges, saying after each what is written, until it is
killed with SIGKILL at a random moment. Then every seal must hold, nothing that was said may be
missing, and no approval may stand without its decision.
"""

from __future__ import annotations

import json
import os
import sys
from itertools import pairwise

from tests.books import event
from tests.store.killing import kill_many, opened
from watchbill.desk.frozen import decide
from watchbill.events.decided import Decided
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.kernel.clock import Instant, wall_text
from watchbill.ledger.beginning import begin
from watchbill.ledger.book import Book
from watchbill.service.load import load_service
from watchbill.store.books import enter
from watchbill.store.verify import verify_store

PERSON, OTHER = "Aitken", "Calloway"
POSTED, TOLD = "2024-04-01 09:00", "2024-05-01 09:00"
"""What is entered now was said then, before the tours that it is about."""
GIVES, GETS = "2024-05-22 07:00", "2024-05-25 07:00"


def main(where: str, points: int) -> dict[str, int]:
    store = opened(where)
    if store.head() is None:
        enter(store, taken_up)
    look(where, [])
    return kill_many(lambda out: write(where, out), lambda said: look(where, said), points)


def taken_up(book: Book, now: Instant) -> Book:
    """The book of the station, which is put together here and not by every child."""
    return begin(load_service("hsaa-station"), now, "office", "taken up", now)


def write(where: str, out: int) -> None:
    store = opened(where)
    for _ in range(1000):
        _, after = enter(store, lambda book, now: one_more(book, now, "writer", "again"))
        os.write(out, f"{len(after.entries)}\n".encode())


def one_more(book: Book, now: Instant, by: str, why: str) -> Book:
    """A posting first; then again and again a change, an exchange asked for, approved, undone."""
    asked = [known for known in book.known() if isinstance(known.event, Exchange)]
    answer = book.answer_to(asked[-1].number) if asked else None
    last = book.entries[-1].event.name() if book.entries and book.entries[-1].event else ""
    if asked and answer is None:
        number = asked[-1].number
        approved = event(exchange_answer={"exchange": number, "answer": "approved", "at": TOLD})
        return book.with_entries([decide(book, number), approved], now, by, why)
    if answer is not None and answer.answer == "approved":
        undone = event(
            exchange_answer={"exchange": asked[-1].number, "answer": "undone", "at": TOLD}
        )
        return book.with_entry(undone, now, by, why)
    if book.now.span is None:
        posted = event(posted={"at": POSTED, "from": "2024-05-06", "to": "2024-06-30"})
        return book.with_entry(posted, now, by, why)
    if last != "change":
        starts = [one for one in sorted(book.now.people[PERSON].held)
                  if wall_text(one).startswith("2024-05-14")]  # fmt: skip
        start = wall_text(starts[0])
        moved = "2024-05-14 09:00" if start.endswith("07:00") else "2024-05-14 07:00"
        change = event(
            change={"person": PERSON, "tour": start, "to": f"{moved} +12h", "told": TOLD}
        )
        return book.with_entry(change, now, by, why)
    between = [PERSON, OTHER]
    ask = event(
        exchange={"between": between, "gives": [GIVES, GETS], "asked": TOLD, "written": between}
    )
    return book.with_entry(ask, now, by, why)


def look(where: str, acknowledged: list[int]) -> None:
    verified = verify_store(opened(where))
    if not verified.holds:
        raise SystemExit(f"it does not hold: {verified.broken} {verified.faults}")
    rows = verified.rows
    if acknowledged and len(rows) < acknowledged[-1]:
        raise SystemExit(f"entry {acknowledged[-1]} was acknowledged; there are {len(rows)}")
    events = [row.entry.event for row in rows]
    for one, following in pairwise([*events, None]):
        if isinstance(one, Decided) and not isinstance(following, ExchangeAnswer):
            raise SystemExit("a decision stands without the approval written with it")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
