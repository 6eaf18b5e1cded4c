"""The notations of the field."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from watchbill.kernel.problems import BadInput
from watchbill.rotation.notation import read_pattern


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("DDNN----", "DDNN----"),
        (" dd nn -- -- ", "DDNN----"),
        ("3-3", "DDD---"),
        ("3-3, 4-2", "DDD---DDDD--"),
        ("4-on-4-off", "DDDD----"),
        ("4 on, 4 off", "DDDD----"),
        ("24/48", "D--"),
        ("48/96", "DD----"),
        ("12/36", "D-"),
        ("24/48 kelly 3", "D--D-----"),
        ("24/48 with a Kelly day every 3rd shift", "D--D-----"),
        ("24/48, with a Kelly day every third tour", "D--D-----"),
        ("24/48, + a kelly day each 3 shifts", "D--D-----"),
        ("24h/48h kelly: 3rd", "D--D-----"),
        ("24 on 48 off kelly 3", "D--D-----"),
        ("24 hours on, 48 hours off", "D--"),
        ("48/96 kelly 3", "DD-----D----D-----"),
        ("four days on, four days off", "DDDD----"),
        ("4 on 3 off, 5 on 2 off", "DDDD---DDDDD--"),
        ("3-3 4-2", "DDD---DDDD--"),
        ("3 - 3, 4 - 2", "DDD---DDDD--"),
        ("3\u20133; 4\u20132", "DDD---DDDD--"),
        ("DDNN....", "DDNN----"),
        ("ddooNNN", "DD--NNN"),
        ("XOXOXOOOO", "X-X-X----"),
        ("111--222--", "111--222--"),
        ("8 8 8 24 - - -", "DDDA---"),
        ("8 8 8 24 ---", "DDDA---"),
        ("8 8 O off", "DD--"),
        ("12h 8h24 -", "DA-"),
        ("8.4 8h24 - -", "DD--"),
    ],
)
def test_it_reads(text: str, codes: str) -> None:
    assert str(read_pattern(text)) == codes


def test_the_notation_in_hours_gives_the_lengths() -> None:
    assert read_pattern("8 8h24 -").lengths == {"D": 480, "A": 504}
    assert read_pattern("24/48 kelly 7").lengths == {"D": 1440}


def test_a_kelly_day_every_seventh_tour_makes_three_weeks_of_six_tours() -> None:
    pattern = read_pattern("24/48 kelly 7")
    assert pattern.days == 21
    assert str(pattern).count("D") == 6


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        "----",
        "DD?N",
        "0-3",
        "3-",
        "24/",
        "24/47",
        "0/24",
        "24/48 kelly",
        "24/48 kelly 1",
        "24/48 kelly often",
        "30/66",
        "8 25 -",
        "8 x -",
        "8h99 -",
        "8.333 -",
        "24--48",
        "5-2-5-3-1",
        "0 on 4 off",
        "4 on 4 off nonsense",
        "24 hours on 2 days off",
        "DDNN kelly 7",
        "24/48 kelly 0",
        "24/48 kelly every 21 days",
        "9" * 5000 + "-1",
        "D" * 100_000,
        "99999-1",
        "D" * 3000,
    ],
)
def test_what_no_rotation_is_written_like_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_pattern(text)


def test_the_place_of_a_strange_letter_is_told() -> None:
    with pytest.raises(BadInput, match="column 3 holds something"):
        read_pattern("DD?N----")


@given(st.text(alphabet="DEN-", min_size=1, max_size=60).filter(lambda text: set(text) != {"-"}))
def test_a_pattern_of_letters_written_reads_back(text: str) -> None:
    assert read_pattern(read_pattern(text).written()) == read_pattern(text)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        ("24-on-48-off", "24 days on, 48 days off", "24/48"),
        ("12 on 12 off", "12 days on, 12 days off", "12/12"),
        ("4-10", "4-on-10-off", "10h 10h 10h 10h - - -"),
        ("8 - 8", "8-8", "8h - 8h"),
        ("8h 24 -", "8h24", "8h 24h"),
    ],
)
def test_what_could_mean_two_things_is_refused_with_both(text: str, one: str, other: str) -> None:
    with pytest.raises(BadInput) as told:
        read_pattern(text)
    suggestion = told.value.problems[0].suggestion or ""
    assert f"{one} (" in suggestion
    assert f"{other} (" in suggestion
    for reading in (one, other):
        assert read_pattern(reading).days > 0


def test_an_o_is_a_day_off_only_where_no_other_sign_is() -> None:
    with pytest.raises(BadInput, match="column 4 holds an O"):
        read_pattern("DD-O")


def test_the_column_of_a_wrong_length_is_told() -> None:
    with pytest.raises(BadInput, match="column 5: a day is its hours"):
        read_pattern("8 8 x -")
    with pytest.raises(BadInput, match="column 3: a tour is longer than nothing"):
        read_pattern("8 25 -")


def test_near_misses_of_a_notation_get_its_spelling() -> None:
    for text, meant in [("5-2-5-3", "5-2, 5-3"), ("4/4", "4-on-4-off")]:
        with pytest.raises(BadInput) as told:
            read_pattern(text)
        assert told.value.problems[0].suggestion == meant


def test_tours_without_a_letter_take_the_one_asked_for() -> None:
    assert str(read_pattern("3-2", worked="P")) == "PPP--"
    assert read_pattern("24/48", worked="P").lengths == {"P": 1440}


LENGTHS = st.integers(1, 1440).map(lambda minutes: f"{minutes // 60}h{minutes % 60:02d}")
NAMES = ("pitman", "kelly", "24/48", "3-3, 4-2", "8 8 -", "4 on 4 off", "every 7th", "DDNN--", "h")


@given(st.lists(st.one_of(st.just("-"), LENGTHS), min_size=1, max_size=29))
def test_a_pattern_of_lengths_written_reads_back(days: list[str]) -> None:
    if set(days) == {"-"}:
        return
    pattern = read_pattern(" ".join(days))
    worked = [day for day in days if day != "-"]
    assert [pattern.lengths[code] for code in pattern.codes if code != "-"] == [
        int(day.split("h")[0]) * 60 + int(day.split("h")[1]) for day in worked
    ]
    assert [code == "-" for code in pattern.codes] == [day == "-" for day in days]
    assert read_pattern(pattern.written()) == pattern


@given(st.lists(st.tuples(st.integers(1, 14), st.integers(0, 14)), min_size=2, max_size=8))
def test_pairs_read_as_their_days_and_written_read_back(pairs: list[tuple[int, int]]) -> None:
    pattern = read_pattern(", ".join(f"{on}-{off}" for on, off in pairs))
    assert str(pattern) == "".join("D" * on + "-" * off for on, off in pairs)
    assert read_pattern(pattern.written()) == pattern


@given(st.integers(1, 3), st.integers(1, 5), st.integers(2, 12))
def test_a_kelly_day_takes_every_so_manieth_tour(on: int, off: int, kelly: int) -> None:
    plain = read_pattern(f"{24 * on}/{24 * off}")
    with_day = read_pattern(f"{24 * on}/{24 * off} kelly {kelly}")
    tours = 0
    for day, code in enumerate(with_day.codes):
        if plain.codes[day % plain.days] == "-":
            assert code == "-"
            continue
        tours += 1
        assert code == ("-" if tours % kelly == 0 else "D")
    assert tours % kelly == 0
    assert read_pattern(with_day.written()) == with_day


@given(st.one_of(st.text(), st.lists(st.sampled_from((*NAMES, *"-/., OoDN8")), max_size=8)))
@example("9" * 5000 + "/1")
@example("\u0130\u00b2-\u0663")
@example("KELLYO")
@example("D- KELL Y")
def test_any_text_is_a_rotation_or_bad_input(text: str | list[str]) -> None:
    line = text if isinstance(text, str) else "".join(text)
    try:
        pattern = read_pattern(line)
    except BadInput as bad:
        assert bad.problems
    else:
        assert pattern.days > 0
        assert read_pattern(pattern.written()) == pattern


@pytest.mark.parametrize("text", ["24-96", "72-96", "12-36"])
def test_so_many_on_and_off_that_may_be_hours_is_asked_back(text: str) -> None:
    on, off = text.split("-")
    with pytest.raises(BadInput) as told:
        read_pattern(text)
    assert told.value.problems[0].suggestion == (
        f"{on} days on, {off} days off (days) or {on}/{off} (hours)"
    )


@pytest.mark.parametrize("text", ["," * 20_000, "&" * 20_000, "24/48" + " ," * 9_000 + " kell"])
def test_a_long_row_of_signs_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        read_pattern(text)
