"""What a rotation asks of people, and how evenly, for a person and for a program."""

from __future__ import annotations

from fractions import Fraction

from rich.console import Console
from rich.text import Text

from watchbill.cli.show import grid
from watchbill.kernel.clock import decimal_text, hours_text, length_text
from watchbill.kernel.exact import as_decimal
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.fairness import MEASURES, fairness
from watchbill.rotation.fatigue import Fatigue, fatigue
from watchbill.rotation.relative_risk import (
    SOURCE,
    RiskOfRuns,
    risk_of_days,
    risk_of_nights,
)

_MEASURE_NAMES = {
    "minutes": "Hours",
    "tours": "Tours",
    "nights": "Nights",
    "weekends_off": "Weekends wholly off",
    "weekend_days": "Tours on a Saturday or Sunday",
}


def fatigue_rows(rotation: Rotation) -> list[tuple[str, str]]:
    """Rows for the table of figures: hours in any week, rests, nights, published risks."""
    found = fatigue(rotation)
    rows = [
        ("Most hours in any 7 days", hours_text(found.most_in_7_days)),
        ("Most hours in any 14 days", hours_text(found.most_in_14_days)),
        ("Rests of a cycle", _rests(found)),
        ("Nights (22:00-06:00) without duty", f"{found.nights_free} of {found.nights}"),
        ("Hours off between 22:00 and 06:00", _percent(found.share_of_night_hours_off)),
    ]
    risks = (("nights", risk_of_nights(rotation)), ("day tours", risk_of_days(rotation)))
    return rows + [
        (f"Risk of {name} by place in their run (first = 1)*", _risk(risk))
        for name, risk in risks
        if risk is not None
    ]


def show_risk_note(out: Console) -> None:
    """Where the figures marked with a star come from, and what they are not."""
    out.print(
        Text(
            f"* {SOURCE}, pooled from published studies of injuries; nothing is published there"
            " beyond the fourth in a row. It compares rotations and foretells nobody's accident.",
            style="dim",
        )
    )


def _rests(found: Fatigue) -> str:
    if found.mean_rest is None:
        return "none"
    listed = ", ".join(f"{count} x {length_text(rest)}" for rest, count in found.rests)
    return f"{listed}; mean {decimal_text(as_decimal(found.mean_rest / 60))} h"


def _percent(share: Fraction) -> str:
    return f"{decimal_text(as_decimal(share * 100))} %"


def _risk(risk: RiskOfRuns) -> str:
    if risk.highest is None or risk.mean is None:
        return "not published: the run never ends"
    beyond = f"; {risk.beyond} of {risk.tours} beyond the published table" if risk.beyond else ""
    return f"highest {risk.highest}, mean {decimal_text(as_decimal(risk.mean))}{beyond}"


def show_fairness(out: Console, rotation: Rotation) -> None:
    """What the platoons have of a year, the least and the most; nothing for one platoon."""
    if rotation.platoons == 1:
        return
    found = fairness(rotation)
    table = grid("The first year, by platoon", "Least", "Most", right=("Least", "Most"))
    for measure in MEASURES:
        text = hours_text if measure == "minutes" else "{:,}".format
        least, most = found.spread(measure)
        table.add_row(_MEASURE_NAMES[measure], text(least), text(most))
    after = (
        "weekends never even out between the platoons"
        if found.equal_after is None
        else f"after {found.equal_after:,} days all have the same"
    )
    note = f"{found.days} days from a Monday on which platoon 1 begins its cycle; {after}."
    out.print()
    out.print(table)
    out.print(Text(note, style="dim"))
