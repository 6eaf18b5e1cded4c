"""How long, how hard and from which seed a solve runs."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """What a solve may use.

    The same model with the same ``seed``, ``cores`` and ``effort`` gives the same answer, to
    the letter, unless ``limit`` or a stop cut it short: one core searches alone, and several
    take turns in a fixed order instead of racing.

    - ``limit``: seconds by the clock, ``None`` for no limit;
    - ``effort``: CP-SAT's deterministic seconds, a limit that does not depend on the machine;
    - ``cores``: how many searches work at once;
    - ``catch_interrupt``: Ctrl-C ends the solve and keeps the best (needs the main thread of a
      terminal; a web worker sets it off and stops through its :class:`Watch`).
    """

    limit: float | None = None
    seed: int = 1
    cores: int = 1
    effort: float | None = None
    catch_interrupt: bool = True

    def left(self, spent: float) -> Settings:
        """The same settings after ``spent`` seconds of the limit are gone."""
        if self.limit is None:
            return self
        rest = max(0.0, self.limit - spent)
        return Settings(rest, self.seed, self.cores, self.effort, self.catch_interrupt)
