"""Kills a writer of a ledger again and again, and looks at the ledger after each time.

``python -m tests.store.killing LEDGER POINTS``: LEDGER is a file, or a service of the database.
Each time a child adds one row, or two of one act, with something beside, and says after each what
is written, until it is killed with SIGKILL at a random moment. Then every seal must hold, nothing
that was said may be missing, no row of an act may stand without the other, and whatever an entry
names must stand beside.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from tests.store.made_up import make_rows, with_beside
from watchbill.ledger.beside import set_beside
from watchbill.store.base import Store
from watchbill.store.file_store import FileStore
from watchbill.store.opening import is_path, stored
from watchbill.store.verify import verify_store

LONGEST = 0.03
"""Seconds that a writer lives at most after it has written something."""


def opened(where: str) -> Store:
    return FileStore(Path(where)) if is_path(where) else stored(where)


def main(where: str, points: int) -> dict[str, int]:
    return kill_many(lambda out: write(where, out), lambda said: look(where, said), points)


def kill_many(
    write: Callable[[int], None], look: Callable[[list[int]], None], points: int
) -> dict[str, int]:
    """Kills so many writers, and looks each time at what stands: what came of it, in figures."""
    rng = random.Random(1)
    said = cut_short = 0
    for _ in range(points):
        acknowledged, whole = kill_one(write, rng.uniform(0, LONGEST))
        said += len(acknowledged)
        cut_short += not whole
        look(acknowledged)
    return {"points": points, "acknowledged": said, "cut short": cut_short}


def kill_one(write: Callable[[int], None], lives: float) -> tuple[list[int], bool]:
    """Numbers that a writer acknowledged before it was killed, and whether it had ended.

    ``write`` says on the pipe it is given what is written; it lives so many seconds from then on.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        write(writing)
        os._exit(0)
    os.close(writing)
    select.select([reading], [], [], 60)
    time.sleep(lives)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    text = b""
    while part := os.read(reading, 65536):
        text += part
    os.close(reading)
    return [int(number) for number in text.split()], status == 0


def write(where: str, out: int) -> None:
    store = opened(where)
    for turn in range(1000):
        rows = store.sealed()
        last = rows[-1] if rows else None
        if turn % 2:
            beside = [set_beside({"telephone": "403 555 0100"})]
            act = with_beside(beside, last)
            act += make_rows(1, act[-1], rests="on the row before")
        else:
            act, beside = make_rows(1, last), []
        store.append(last.head if last else None, act, beside)
        os.write(out, f"{act[-1].number}\n".encode())


def look(where: str, acknowledged: list[int]) -> None:
    verified = verify_store(opened(where))
    if not verified.holds:
        raise SystemExit(f"it does not hold: {verified.broken} {verified.faults}")
    rows = verified.rows
    if acknowledged and len(rows) < acknowledged[-1]:
        raise SystemExit(f"entry {acknowledged[-1]} was acknowledged; there are {len(rows)}")
    for row, following in pairwise([*rows, None]):
        assert row is not None
        if '"beside"' in row.text and not (following and '"rests"' in following.text):
            raise SystemExit(f"entry {row.number} stands without the one written with it")


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(sys.argv[1], int(sys.argv[2]))))
