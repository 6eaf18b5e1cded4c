"""Periods for laws, drawn by how they are written."""

from __future__ import annotations

from hypothesis import strategies as st

from watchbill.periods.period import Period
from watchbill.periods.written import read_period


def periods(*texts: str) -> st.SearchStrategy[Period]:
    """One of these."""
    return st.sampled_from([read_period(text) for text in texts])


def any_days(least: int, most: int) -> st.SearchStrategy[Period]:
    """Any so many days."""
    return st.integers(least, most).map(lambda days: read_period(f"any {days} days"))


def any_hours(least: int, most: int) -> st.SearchStrategy[Period]:
    """Any so many hours."""
    return st.integers(least, most).map(lambda hours: read_period(f"any {hours}h"))
