"""Lines of demand for tests, each in whole slots of a day."""

from __future__ import annotations

from hypothesis import strategies as st

from watchbill.kernel.clock import DAY_MINUTES, WEEK_MINUTES, Minutes
from watchbill.records.demand_lines import DemandLine

SLOT = 90
LINES = st.lists(
    st.builds(
        DemandLine,
        st.integers(0, 4),
        st.frozensets(st.integers(0, 6), min_size=1),
        st.integers(0, DAY_MINUTES // SLOT).map(SLOT.__mul__),
        st.integers(1, WEEK_MINUTES // SLOT).map(lambda slots: Minutes(slots * SLOT)),
    ),
    max_size=4,
)
