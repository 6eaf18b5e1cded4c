"""What a call is paid at least, beside tours and other calls."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.staged import staged
from watchbill.pay.lines import basic_hours

CALL = (
    "{{call_in: {{person: Ada, told: 2024-05-06 00:00, report: 2024-05-06 {report},"
    " worked: {worked}}}}}"
)


def hours(folder: Path, rule: str, calls: list[tuple[str, str]], roster: str = "") -> Decimal:
    events = ", ".join(CALL.format(report=report, worked=worked) for report, worked in calls)
    stage = staged(folder, f"minimum-call: {{{rule}}}", f"Ada: [{roster}]", events)
    return basic_hours(stage.pay)


@pytest.mark.parametrize(
    ("rule", "calls", "roster", "expected"),
    [
        ("hours: 3h, multiple: 1", [("05:00", "0h30")], "", 3),
        ("hours: 3h, multiple: 1", [("05:00", "4h")], "", 4),
        ("hours: 3h, multiple: 1, worked_at_most: 2h", [("05:00", "2h01")], "", Decimal(121) / 60),
        ("hours: 3h, multiple: 1", [("05:00", "0h30")], "2024-05-06 07:00 +12h", 15),
        ("hours: 3h, multiple: 1, beside_tours: false", [("05:00", "0h30")],
         "2024-05-06 07:00 +12h", 14),
        ("hours: 2h, multiple: 2, beside_tours: false", [("06:00", "0h30")],
         "2024-05-06 07:00 +12h", 15),
        ("hours: 3h, multiple: 1", [("02:00", "0h30"), ("03:30", "0h30")], "", 6),
        ("hours: 3h, multiple: 1, close_calls: one-stretch",
         [("02:00", "0h30"), ("03:30", "0h30")], "", 3),
        ("hours: 3h, multiple: 1, close_calls: one-stretch",
         [("02:00", "0h30"), ("04:59", "1h")], "", Decimal(239) / 60),
        ("hours: 3h, multiple: 1, close_calls: one-stretch",
         [("02:00", "0h30"), ("05:00", "1h")], "", 6),
        # Three calls, each within the minimum of the one before.
        ("hours: 3h, multiple: 1",
         [("01:00", "0h10"), ("02:00", "0h10"), ("03:00", "0h10")], "", 9),
        ("hours: 3h, multiple: 1, close_calls: one-stretch",
         [("01:00", "0h10"), ("02:00", "0h10"), ("03:00", "0h10")], "", 3),
        # Half an hour before reporting lies in the tour that ended.
        ("hours: 2h, multiple: 1.5, paid_before: 0h30", [("07:15", "0h30")],
         "2024-05-05 07:00 +24h", 27),
        ("hours: 2h, multiple: 1.5, paid_before: 0h30, beside_tours: false", [("07:15", "0h30")],
         "2024-05-05 07:00 +24h", Decimal("26.75")),
    ],
)  # fmt: skip
def test_a_call_is_paid(
    rule: str, calls: list[tuple[str, str]], roster: str, expected: Decimal, tmp_path: Path
) -> None:
    assert hours(tmp_path, rule, calls, roster) == expected


@given(st.lists(st.tuples(st.integers(1, 20), st.integers(0, 39)), min_size=1, max_size=3))
@settings(deadline=None, max_examples=25)
def test_calls_that_have_each_their_own_are_paid_as_if_alone(
    tmp_path_factory: pytest.TempPathFactory, spread: list[tuple[int, int]]
) -> None:
    folder = tmp_path_factory.mktemp("calls")
    calls, start = [], 60
    for gap, worked in spread:
        calls.append((f"{start // 60:02d}:{start % 60:02d}", f"0h{worked:02d}"))
        start += worked + gap
    rule = "hours: 3h, multiple: 2"
    alone = sum(hours(folder, rule, [call]) for call in calls)
    assert hours(folder, rule, calls) == alone == 6 * len(calls)
    joined = hours(folder, f"{rule}, close_calls: one-stretch", calls)
    last = start - spread[-1][0]
    assert round(joined * 30) == max(180, last - 60)
