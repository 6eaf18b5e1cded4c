"""A multiple that looks like a slip of the decimal point is asked back, not refused."""

from __future__ import annotations

import pytest

from tests.lint.made_up import linted
from watchbill.lint.remark import Gravity


@pytest.mark.parametrize(("multiple", "asked"), [("15", "is 1.5 meant?"), ("25", "is 2.5 meant?")])
def test_a_multiple_of_ten_times_as_much_is_asked_back(multiple: str, asked: str) -> None:
    found = [one for one in linted(f"held-over: {{at_least: 1h, multiple: {multiple}}}")
             if one.check == "unusual figures"]  # fmt: skip
    (one,) = found
    assert one.gravity is Gravity.WARNING
    assert one.sentence == f"{multiple} times the basic rate is paid: {asked}"


def test_the_multiples_that_agreements_have_are_not() -> None:
    for multiple in ("1", "1.5", "2", "4", "5"):
        checks = {one.check for one in linted(f"held-over: {{at_least: 1h, multiple: {multiple}}}")}
        assert "unusual figures" not in checks
