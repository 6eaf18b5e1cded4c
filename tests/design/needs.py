"""Needs for tests: random ones, and their text in the benchmark's format."""

from __future__ import annotations

from hypothesis import strategies as st

from watchbill.design.rotation.problem import OFF, Limits, RotationNeed, RotationTour


def as_text(need: RotationNeed) -> str:
    """The need as an instance file."""
    rows: list[tuple[object, ...]] = [(need.days,), (need.people,), (len(need.tours),)]
    rows += need.need
    rows += [
        (tour.name, tour.start, tour.length, tour.run.shortest, tour.run.longest)
        for tour in need.tours
    ]
    rows += [(limits.shortest, limits.longest) for limits in (need.days_off, need.work)]
    twos, threes = ([one for one in need.forbidden if len(one) == size] for size in (2, 3))
    rows += [(len(twos), len(threes)), *twos, *threes]
    return "\n".join(" ".join(str(word) for word in row) for row in rows)


def limits(shortest: int, spread: int) -> st.SearchStrategy[Limits]:
    return st.tuples(st.integers(0, shortest), st.integers(0, spread)).map(
        lambda pair: Limits(pair[0], pair[0] + pair[1])
    )


@st.composite
def needs(draw: st.DrawFn, people: int, days: int) -> RotationNeed:
    """Small needs with every kind of limit and succession, odd ones among them.

    Half of the daily needs are counted from a drawn cycle, so that many can be met.
    """
    count = draw(st.integers(1, people))
    week = draw(st.integers(1, days))
    letters = "DAN"[: draw(st.integers(1, 3))]
    tours = tuple(
        RotationTour(letter, letter, 480 * place, 480, draw(limits(3, 4)))
        for place, letter in enumerate(letters)
    )
    symbol = st.sampled_from(letters + OFF)
    succession = st.one_of(
        st.tuples(symbol, symbol),
        st.tuples(symbol, st.just(OFF), symbol),
        st.tuples(symbol, symbol, symbol),
    )
    forbidden = draw(st.lists(succession, max_size=4))
    if draw(st.booleans()):
        cycle = draw(st.lists(symbol, min_size=count * week, max_size=count * week))
        need = tuple(
            tuple(cycle[day::week].count(letter) for day in range(week)) for letter in letters
        )
    else:
        row = st.lists(st.integers(0, 2), min_size=week, max_size=week).map(tuple)
        need = tuple(draw(row) for _ in letters)
    return RotationNeed(
        count,
        week,
        tours,
        need,
        draw(limits(2, 3)),
        draw(limits(4, 4)),
        tuple(sorted(forbidden, key=len)),
    )
