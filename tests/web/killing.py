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
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from tests.store.killing import kill_many
from watchbill.cli.entering import event_of, extend_file
from watchbill.desk.frozen import decide
from watchbill.events.decided import Decided
from watchbill.events.exchange import Exchange
from watchbill.events.exchange_answer import ExchangeAnswer
from watchbill.kernel.clock import Instant, wall_text
from watchbill.ledger.book import Book
from watchbill.ledger.chain import Row, first_broken
from watchbill.ledger.ledger_file import create_ledger, read_ledger
from watchbill.service import load

PERSON, OTHER = "Aitken", "Calloway"
POSTED, TOLD = "2024-04-01 09:00", "2024-05-01 09:00"
"""What is entered now was said then, before the tours that it is about."""
GIVES, GETS = "2024-05-22 07:00", "2024-05-25 07:00"


def main(where: str, points: int) -> dict[str, int]:
    # Read once, here, and not by every child: it is the writing that is to be cut short.
    service = load.load_service("hsaa-station")
    load.load_service = lambda *_: service
    if where.endswith(".jsonl"):
        create_ledger(Path(where), "hsaa-station")
    else:
        from watchbill.web.run import prepare

        prepare()
        from watchbill.web.ledgers import book_of, stored_service

        book_of(stored_service(where))
    look(where, [])
    return kill_many(lambda out: write(where, out), lambda said: look(where, said), points)


def write(where: str, out: int) -> None:
    def change(book: Book, now: Instant) -> Book:
        after = one_more(book, now, "writer", "again")
        counts.append(len(after.entries))
        return after

    counts: list[int] = []
    for _ in range(1000):
        if where.endswith(".jsonl"):
            extend_file(Path(where), change)
        else:
            from watchbill.web.ledgers import extend

            extend(where, change)
        os.write(out, f"{counts[-1]}\n".encode())


def one_more(book: Book, now: Instant, by: str, why: str) -> Book:
    """The next of: a posting, a change, an exchange asked for, approved, undone."""
    asked = [known for known in book.known() if isinstance(known.event, Exchange)]
    answer = book.answer_to(asked[-1].number) if asked else None
    last = book.entries[-1].event.name() if book.entries and book.entries[-1].event else ""
    if asked and answer is None:
        number = asked[-1].number
        approved = event_of("exchange_answer", exchange=number, answer="approved", at=TOLD)
        return book.with_entries([decide(book, number), approved], now, by, why)
    if answer is not None and answer.answer == "approved":
        undone = event_of("exchange_answer", exchange=asked[-1].number, answer="undone", at=TOLD)
        return book.with_entry(undone, now, by, why)
    if last == "posted":
        starts = [one for one in sorted(book.now.people[PERSON].held)
                  if wall_text(one).startswith("2024-05-14")]  # fmt: skip
        start = wall_text(starts[0])
        moved = "2024-05-14 09:00" if start.endswith("07:00") else "2024-05-14 07:00"
        change = event_of("change", person=PERSON, tour=start, to=f"{moved} +12h", told=TOLD)
        return book.with_entry(change, now, by, why)
    if last == "change":
        between = [PERSON, OTHER]
        ask = event_of(
            "exchange", between=between, gives=[GIVES, GETS], asked=TOLD, written=between
        )
        return book.with_entry(ask, now, by, why)
    posted = event_of("posted", at=POSTED, **{"from": "2024-05-06", "to": "2024-06-30"})
    return book.with_entry(posted, now, by, why)


def rows_in(where: str) -> Sequence[Row]:
    if where.endswith(".jsonl"):
        return read_ledger(Path(where)).rows
    from watchbill.web.ledgers import rows_of, stored_service

    return rows_of(stored_service(where))


def look(where: str, acknowledged: list[int]) -> None:
    rows = rows_in(where)
    broken = first_broken(rows)
    if broken is not None:
        raise SystemExit(f"broken at entry {broken.number}: {broken.reason}")
    if acknowledged and len(rows) < acknowledged[-1]:
        raise SystemExit(f"entry {acknowledged[-1]} was acknowledged; there are {len(rows)}")
    events = [row.entry.event for row in rows]
    for event, following in pairwise([*events, None]):
        if isinstance(event, Decided) and not isinstance(following, ExchangeAnswer):
            raise SystemExit("a decision stands without the approval written with it")
    if not where.endswith(".jsonl"):
        from django.db import connections

        connections.close_all()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
