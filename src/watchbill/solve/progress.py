"""What a running solve has so far, for a terminal that listens or a page that polls."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Progress:
    """The state of a solve at a moment.

    ``seconds`` since it began; ``solutions`` found; ``best`` and ``bound`` of the goal (``None``
    before there is one, or where the model has no goal); ``done`` once it has ended. ``stage`` is
    what it is part of, in words, where it is one of several.
    """

    seconds: float = 0.0
    solutions: int = 0
    best: float | None = None
    bound: float | None = None
    done: bool = False
    stage: str = ""

    @property
    def gap(self) -> float | None:
        """How far the best may be from the best possible, as a share of the best."""
        if self.best is None or self.bound is None:
            return None
        distance = abs(self.best - self.bound)
        return 0.0 if distance == 0 else distance / max(abs(self.best), 1e-9)


class Watch:
    """Listens to a solve, answers a poll, and stops the solve on request.

    Every method may be called from any thread. ``listener`` is called with each new
    :class:`Progress`, on the solver's thread: it must be quick.
    """

    def __init__(
        self, listener: Callable[[Progress], None] | None = None, above: Watch | None = None
    ) -> None:
        self._listener = listener
        self._above = above
        self._lock = threading.Lock()
        self._latest = Progress()
        self._stop = threading.Event()
        self._stage = ""

    @property
    def latest(self) -> Progress:
        """What is known now."""
        with self._lock:
            return self._latest

    @property
    def stopped(self) -> bool:
        """Whether a stop was asked for, of this one or of the one above it."""
        return self._stop.is_set() or (self._above is not None and self._above.stopped)

    def stop(self) -> None:
        """Asks the solve to end within a moment and keep its best."""
        self._stop.set()

    def stage(self, text: str) -> None:
        """The solves that follow are for this."""
        self._stage = text

    def tell(self, progress: Progress) -> None:
        """The solve reports."""
        progress = replace(progress, stage=self._stage)
        with self._lock:
            self._latest = progress
        if self._listener is not None:
            self._listener(progress)
