"""Many writers at once: ``python -m tests.store.writing LEDGER WRITERS TIMES``.

Each adds a row as often as it is told, and all begin together.
"""

from __future__ import annotations

import os
import sys

from tests.store.killing import opened
from tests.store.made_up import make_rows
from watchbill.store.base import until_added


def main(where: str, writers: int, times: int) -> int:
    waiting, beginning = os.pipe()
    children = []
    for number in range(writers):
        child = os.fork()
        if child == 0:
            os.close(beginning)
            os.read(waiting, 1)  # until the other end is closed
            write(where, f"writer {number}", times)
            os._exit(0)
        children.append(child)
    os.close(beginning)
    return sum(os.waitpid(child, 0)[1] != 0 for child in children)


def write(where: str, name: str, times: int) -> None:
    store = opened(where)

    def attempt() -> None:
        rows = store.sealed()
        last = rows[-1] if rows else None
        store.append(last.head if last else None, make_rows(1, last, by=name))

    for _ in range(times):
        until_added(attempt)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
