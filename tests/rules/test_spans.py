"""Runs of days: those that end late enough, each seen whole."""

from hypothesis import given, settings
from hypothesis import strategies as st

from watchbill.kernel.clock import Day, at, zone
from watchbill.records.timeline import Timeline
from watchbill.records.tours import TourKind, tour_at
from watchbill.rules.spans import Run, runs_of_days

UTC = zone("UTC")


@given(
    st.dictionaries(st.integers(0, 20), st.sampled_from(["day", "night"])),
    st.sampled_from(["any", "day", "night"]),
    st.integers(0, 4),
    st.integers(-2, 23),
)
@settings(deadline=None)
def test_the_runs_that_end_on_a_date_or_later_are_those_of_all_that_do(
    kinds: dict[int, str], kind: str, longer_than: int, until: int
) -> None:
    tours = [
        tour_at(at(Day(day), 420), 480, TourKind(of), "D", UTC)  # type: ignore[arg-type]
        for day, of in kinds.items()
    ]
    line = Timeline.of(tours)
    own = [place for place, day in enumerate(line.days) if kind in ("any", kinds[day])]
    runs: list[list[int]] = []
    for place in own:
        if runs and line.days[place] == line.days[runs[-1][-1]] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    expected = [
        Run(line.days[run[0]], line.days[run[-1]], run)
        for run in runs
        if len(run) > longer_than and line.days[run[-1]] >= until
    ]
    told = [
        Run(run.first, run.last, list(run.places))
        for run in runs_of_days(line, kind, longer_than, until)
    ]
    assert told == expected
