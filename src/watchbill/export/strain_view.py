"""What a rotation asks of people, and how evenly, as rows of a table."""

from __future__ import annotations

from watchbill.kernel.clock import decimal_text, hours_text
from watchbill.kernel.exact import as_decimal
from watchbill.rotation.cycle import Rotation
from watchbill.rotation.fairness import fairness
from watchbill.rotation.fatigue import fatigue
from watchbill.rotation.relative_risk import risk_of_nights

_MEASURES = (
    ("minutes", "Hours of the first year, by who starts where"),
    ("nights", "Nights of the first year"),
    ("weekends_off", "Weekends wholly off in the first year"),
)


def strain_rows(rotation: Rotation) -> list[tuple[str, str]]:
    """Fatigue over the cycle and fairness over the first year of those who start apart."""
    found = fatigue(rotation)
    share = decimal_text(as_decimal(found.share_of_night_hours_off * 100))
    rows = [
        ("Most hours in 14 days", hours_text(found.most_in_14_days)),
        ("Nights without duty", f"{found.nights_free} of {found.nights}"),
        ("Hours off between 22:00 and 06:00", f"{share} %"),
    ]
    if found.mean_rest is not None:
        rows.append(("Mean rest", f"{decimal_text(as_decimal(found.mean_rest / 60))} h"))
    risk = risk_of_nights(rotation)
    if risk is not None and risk.mean is not None:
        mean = decimal_text(as_decimal(risk.mean))
        rows.append(("Published relative risk of its nights, by place in their run", mean))
    spread = fairness(rotation).spread
    for measure, name in _MEASURES:
        least, most = spread(measure)
        text = hours_text if measure == "minutes" else str
        rows.append((name, text(least) if least == most else f"{text(least)} to {text(most)}"))
    return rows
