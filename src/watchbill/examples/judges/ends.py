"""The end of a permanent exchange."""

from __future__ import annotations

from watchbill.examples.judges import Judgement
from watchbill.examples.stage import Stage
from watchbill.kernel.clock import Day, day_text


def judge(stage: Stage, expected: Day) -> Judgement:
    """The date from which each of the last pair is back on the regular tours."""
    pairs = stage.schedule.partners
    ends = pairs[-1].ends if pairs else None
    shown = "it goes on" if ends is None else day_text(ends)
    return Judgement(ends == expected, (f"{shown}, expected {day_text(expected)}",))


JUDGES = {"ends": judge}
