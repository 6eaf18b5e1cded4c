"""How long, how hard and from which seed a solve runs."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Settings:
    """What a solve may use.

    The same model with the same ``seed``, ``cores`` and ``effort`` gives the same answer, to
    the letter, unless ``limit`` or a stop cut it short: one core searches alone, and several
    take turns in a fixed order instead of racing.

    - ``limit``: seconds by the clock, ``None`` for no limit;
    - ``effort``: CP-SAT's deterministic seconds, a limit that does not depend on the machine;
    - ``cores``: how many searches work at once;
    - ``keep_at_interrupt``: Ctrl-C ends the solve and keeps the best; otherwise it ends the
      solve and is raised. Other threads are stopped through their :class:`Watch`.
    """

    limit: float | None = None
    seed: int = 1
    cores: int = 1
    effort: float | None = None
    keep_at_interrupt: bool = True

    def left(self, spent: float) -> Settings:
        """The same settings after ``spent`` seconds of the limit are gone."""
        if self.limit is None:
            return self
        return replace(self, limit=max(0.0, self.limit - spent))
