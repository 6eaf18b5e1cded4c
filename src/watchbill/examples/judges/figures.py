"""Figures of a rotation, or of a year's tours."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from watchbill.examples.file import ExamplePart, FiguresPart
from watchbill.examples.judges import Judgement
from watchbill.examples.stage import Stage
from watchbill.kernel.clock import Minutes, decimal_text, hours
from watchbill.rotation.catalogue import known_rotation
from watchbill.rotation.cycle import Rotation, make_rotation
from watchbill.rotation.figures import figures
from watchbill.rotation.notation import OFF, read_pattern

_CENTI = Decimal("0.01")


def judge(stage: Stage, expected: FiguresPart) -> Judgement:
    """Each figure that is given, to two decimals."""
    part = stage.example.part
    computed = _annual(part) if part.annual is not None else _rotation(stage, part)
    working = []
    agreed = True
    for name in FiguresPart.model_fields:
        wanted = getattr(expected, name)
        if wanted is None:
            continue
        got = computed.get(name)
        holds = got is not None and _rounded(got) == _rounded(wanted)
        agreed = agreed and holds
        shown = "not a figure of this" if got is None else decimal_text(got)
        word = name.replace("_", " ")
        working.append(f"{word}: {shown}, expected {decimal_text(wanted)}")
    return Judgement(agreed, tuple(working))


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(_CENTI, ROUND_HALF_UP)


def _annual(part: ExamplePart) -> dict[str, Decimal]:
    assert part.annual is not None
    total = hours(part.annual.tours * part.annual.tour)
    return {"annual_hours": total, "hours_per_week": total / part.annual.weeks}


def _rotation(stage: Stage, part: ExamplePart) -> dict[str, Decimal]:
    assert part.rotation is not None
    found = figures(read(stage, part.rotation, part.tour))
    return {
        "cycle_days": Decimal(found.cycle_days),
        "hours_per_cycle": found.hours_per_cycle,
        "hours_per_week": found.hours_per_week,
        "annual_hours": found.annual_hours,
    }


def read(stage: Stage, text: str, length: Minutes | None) -> Rotation:
    """The rotation, its letters the agreement's tours unless ``length`` or a notation says."""
    known = known_rotation(text)
    if known is not None:
        return known.made(length)
    pattern = read_pattern(text)
    own = stage.agreement.tours
    tours = {
        code: own[code]
        for code in pattern.codes
        if code != OFF and code in own and length is None and code not in pattern.lengths
    }
    return make_rotation(pattern, length, 1, tours)


JUDGES = {"figures": judge}
