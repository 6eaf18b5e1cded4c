"""What a long solve has so far, on one line of the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from watchbill.cli.show import console

if TYPE_CHECKING:
    from watchbill.solve.progress import Progress, Watch


@contextmanager
def progress() -> Iterator[Watch | None]:
    """A watch whose solve is shown on standard error: its best, its bound and its gap.

    ``None`` where no person looks. The line is gone when the block ends.
    """
    from watchbill.solve.progress import Watch

    out = console(stderr=True)
    if not out.is_terminal:
        yield None
        return
    with out.status("Solving ...") as status:
        yield Watch(lambda told: status.update(progress_text(told)))


def progress_text(told: Progress) -> str:
    """Such as ``12.3 s: best 6,105, at least 5,475 (gap 10.3 %)``."""
    text = f"{told.seconds:.1f} s"
    if told.best is not None:
        text += f": best {told.best:,.0f}"
        if told.bound is not None and told.gap is not None:
            text += f", at least {told.bound:,.0f} (gap {100 * told.gap:.1f} %)"
    elif told.solutions:
        text += f": {told.solutions} found"
    else:
        text += ": nothing found yet"
    return text
