"""What a long solve has so far, on one line of the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from watchbill.cli.show import console

if TYPE_CHECKING:
    from rich.status import Status

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
        watch = Watch(lambda told: status.update(progress_text(told)))
        _shown[id(watch)] = status
        try:
            yield watch
        finally:
            del _shown[id(watch)]


_shown: dict[int, Status] = {}
"""The line of each watch that is being shown."""


@contextmanager
def aside(watch: Watch | None) -> Iterator[None]:
    """Takes the watch's line away while something else is written to the terminal."""
    status = _shown.get(id(watch))
    if status is None:
        yield
        return
    status.stop()
    yield
    status.start()


def progress_text(told: Progress) -> str:
    """Such as ``28 days, weekends: 12.3 s: best 6,105, at least 5,475 (gap 10.3 %)``."""
    text = f"{told.stage}: {told.seconds:.1f} s" if told.stage else f"{told.seconds:.1f} s"
    if told.best is not None:
        text += f": best {told.best:,.0f}"
        if told.bound is not None and told.gap is not None:
            text += f", at least {told.bound:,.0f} (gap {100 * told.gap:.1f} %)"
    elif told.solutions:
        text += f": {told.solutions} found"
    else:
        text += ": nothing found yet"
    return text
