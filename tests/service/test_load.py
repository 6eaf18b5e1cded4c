"""Service files and the people beside them."""

import shutil
from pathlib import Path

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.damage import damaged
from watchbill.kernel.clock import parse_day
from watchbill.kernel.problems import BadInput, Problem
from watchbill.kernel.yamltree import read_tree
from watchbill.service.load import build_service, load_service
from watchbill.service.schema import service_schema
from watchbill.service.shipped import service_ids, service_path
from watchbill.service.sources import Sources, gather

SLOW = settings(deadline=None, max_examples=60, suppress_health_check=list(HealthCheck))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A service in a folder of its own, to be damaged."""
    shutil.copytree(service_path("kamloops-cso").parent, tmp_path, dirs_exist_ok=True)
    return tmp_path


def change(folder: Path, name: str, old: str, new: str) -> None:
    text = (folder / name).read_text()
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1))


def problems(folder: Path) -> list[Problem]:
    with pytest.raises(BadInput) as bad:
        load_service(folder / "service.yaml")
    return list(bad.value.problems)


@pytest.mark.parametrize("service", service_ids())
def test_every_service_that_ships_loads_and_fits_the_schema(service: str) -> None:
    assert load_service(service).id == service
    jsonschema.Draft202012Validator.check_schema(service_schema())
    jsonschema.validate(read_tree(service_path(service)).data, service_schema())


def test_it_reads_people_platoons_posts_and_leave() -> None:
    service = load_service("kamloops-cso")
    assert len(service.people) == 12
    assert [service.platoons["B"].code_on(parse_day(f"2024-07-0{day}")) for day in range(1, 9)] == [
        "-", "-", "D", "D", "N", "N", "-", "-",
    ]  # fmt: skip
    assert [str(line) for line in service.posts[0].lines] == ["1 at all times"]
    assert service.leave[0].person == "Okafor"
    assert service.people[1].qualifications == {"bicycle"}


def test_mistakes_in_all_files_are_told_at_once(folder: Path) -> None:
    change(folder, "service.yaml", "person: Quist", "person: Quits")
    change(folder, "service.yaml", "1 at all times", "1 at al times")
    change(folder, "people.csv", "Okafor,community services officer", "Okafor,comunity officer")
    change(folder, "people.csv", "Reyes,", "Reyes,extra,")
    found = problems(folder)
    places = {(one.file.rsplit("/", 1)[-1], one.line) for one in found}
    assert ("service.yaml", 15) in places
    assert ("people.csv", 4) in places


def test_strangers_are_told_with_the_nearest_known(folder: Path) -> None:
    change(folder, "service.yaml", "person: Quist", "person: Quits")
    change(folder, "people.csv", "Okafor,community services officer", "Okafor,community officer")
    change(folder, "people.csv", "regular full-time,B", "regular full-time,E")
    found = {(one.line, one.found, one.suggestion) for one in problems(folder)}
    assert (3, "community officer", "community services officer") in found
    assert (25, "Quits", "Quist") in found
    assert (5, "E", None) in found


def test_a_pattern_with_an_unknown_tour_is_told(folder: Path) -> None:
    change(folder, "service.yaml", "DDNN----", "DDXX----")
    [problem] = problems(folder)
    assert (problem.line, problem.found) == (6, "X")


def test_a_name_that_stands_twice_is_told(folder: Path) -> None:
    change(folder, "people.csv", "Reyes,", "Anders,")
    assert [(one.line, one.found) for one in problems(folder)] == [(4, "Anders")]


def test_leave_that_ends_before_it_begins_is_told(folder: Path) -> None:
    change(folder, "service.yaml", "ends: 2024-07-24", "ends: 2024-07-04")
    assert "ends before it begins" in problems(folder)[0].message


def test_a_people_file_that_is_not_there_is_told(folder: Path) -> None:
    (folder / "people.csv").unlink()
    assert problems(folder)[0].path == "people_from"


def test_an_agreement_that_is_not_there_gets_the_nearest(folder: Path) -> None:
    change(folder, "service.yaml", "agreement: kamloops-cso", "agreement: kamlops-cso")
    assert problems(folder)[0].suggestion == "kamloops-cso"


def test_mistakes_of_the_agreement_carry_its_own_name(folder: Path) -> None:
    (folder / "ours.yaml").write_text("agreement: ours\n")
    change(folder, "service.yaml", "agreement: kamloops-cso", "agreement: ours.yaml")
    assert {one.file for one in problems(folder)} == {str(folder / "ours.yaml")}


@pytest.mark.parametrize("service", service_ids())
@given(data=st.data())
@SLOW
def test_a_damaged_service_is_read_or_told_with_lines(service: str, data: st.DataObject) -> None:
    sources = gather(service)
    text = data.draw(damaged(sources.text))
    try:
        build_service(Sources("damaged.yaml", text, sources.named_texts))
    except BadInput as bad:
        assert bad.problems
        assert all(one.line for one in bad.problems)


@given(data=st.data())
@SLOW
def test_a_damaged_people_file_is_read_or_told_with_lines(data: st.DataObject) -> None:
    sources = gather("kamloops-cso")
    people = data.draw(damaged(sources.named_texts["people.csv"]))
    try:
        build_service(
            Sources(sources.name, sources.text, {**sources.named_texts, "people.csv": people})
        )
    except BadInput as bad:
        assert all(one.line for one in bad.problems)


def test_the_columns_of_a_people_file_may_be_in_capitals() -> None:
    sources = gather("kamloops-cso")
    head, _, rows = sources.named_texts["people.csv"].partition("\n")
    people = head.upper().replace("NAME", "Name") + "\n" + rows
    texts = {**sources.named_texts, "people.csv": people}
    service = build_service(Sources(sources.name, sources.text, texts))
    assert service.people == build_service(sources).people


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("name,class", "Nome,class", 1, "no column has this name"),
        ("Anders,", '"An\nders",', 2, "a name has no line break and no tab in it"),
        ("2009-04-06", "2024-08-26", 2, "the seniority begins after the schedule has ended"),
        (",rate,", ",", 1, "this column is needed and is missing"),
        (",serial,", ",rate,", 1, "the column stands twice"),
        ("Anders,", '"Anders,', 2, "a quote is never closed"),
        (",101,", ",108,", 3, "another person has this serial number (people.csv:2)"),
        (
            "Okafor,",
            "Anders,",
            3,
            "another person has this name (people.csv:2): give each a number of their own",
        ),
        (
            "Okafor,",
            "ANDERS,",
            3,
            "another person has the name Anders (people.csv:2): give each a number of their own",
        ),
        ("41.00", "-41.00", 2, "this is too small"),
        ("41.00", "NaN", 2, "a number is needed here"),
        (",101,", ",-5,", 2, "this is too small"),
        (",101,", ",", 2, "a row has as many cells as the first"),
    ],
)
def test_a_mistake_in_the_people_file_is_told_with_line_and_column(
    folder: Path, old: str, new: str, line: int, message: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    change(folder, "people.csv", old, new)
    with pytest.raises(BadInput) as bad:
        load_service("service.yaml")
    found = [(one.file, one.line, one.message) for one in bad.value.problems]
    assert ("people.csv", line, message) in found
    assert not any("[" in one.path for one in bad.value.problems if one.file == "people.csv")


@pytest.mark.parametrize(("sign", "found"), [(";", "semicolons"), ("\t", "tabs")])
def test_another_separator_than_the_comma_is_told_once(folder: Path, sign: str, found: str) -> None:
    people = folder / "people.csv"
    people.write_text(people.read_text().replace(",", sign))
    (one,) = problems(folder)
    assert (one.line, one.found, one.allowed) == (1, found, "commas")


def test_who_cannot_be_read_is_not_missed_in_the_leave_too(folder: Path) -> None:
    change(folder, "people.csv", "41.00", "forty")
    (one,) = problems(folder)
    assert (one.file, one.line, one.path) == (str(folder / "people.csv"), 2, "rate")


def test_more_people_than_any_service_has_are_refused(folder: Path) -> None:
    people = folder / "people.csv"
    head = people.read_text().splitlines()[0]
    people.write_text(head + "\n" + "x\n" * 60_000)
    (one,) = problems(folder)
    assert (one.message, one.found) == ("the file is too large", "60,001 rows")


@pytest.mark.parametrize("value", ["7", "1.5", "x" * 5000, "'\\0'"])
@pytest.mark.parametrize("key", ["agreement: kamloops-cso", "people_from: people.csv"])
def test_a_file_that_nobody_can_have_is_told_with_its_line(
    folder: Path, key: str, value: str
) -> None:
    name = key.split(":")[0]
    change(folder, "service.yaml", key, f"{name}: {value}")
    found = problems(folder)
    assert {one.path for one in found} == {name}
    assert all(one.line for one in found)


def test_a_pattern_cannot_put_a_person_on_two_tours_at_once(folder: Path) -> None:
    tours = "tours: {E: {name: Early, start: '05:00', length: 12h, kind: day}}\nrotations:"
    change(folder, "service.yaml", "rotations:", tours)
    change(folder, "service.yaml", "DDNN----", "NE--")
    (one,) = problems(folder)
    assert (one.path, one.found) == ("rotations.two-two-four.pattern", "2 h at once")


def test_a_pattern_that_gives_other_lengths_than_the_tours_is_told(folder: Path) -> None:
    change(folder, "service.yaml", "DDNN----", "24/48")
    (one,) = problems(folder)
    assert (one.message, one.found) == (
        "the pattern has tours of 24 h, written D here", "tour D of 12 h"
    )  # fmt: skip


FIRE = """
service: station
name: Station
agreement: {agreement}
schedule: {{begins: 2024-05-06, weeks: 3}}
rotations: {{kelly: {{pattern: 24/48 kelly 7, begins: 2024-05-06}}}}
platoons: {{A: {{rotation: kelly}}}}
posts: {{engine: {{name: Engine, demand: 1 at all times}}}}
people: [{{name: Ash, classification: {who}, platoon: A, rate: 30.00}}]
"""


@pytest.mark.parametrize(
    ("agreement", "who"),
    [
        ("fire-48-hour", "firefighter"),
        ("fire-district-21-day", "firefighter"),
        ("fire-rescue-rank", "firefighter"),
        ("fire-rescue-command", "shift commander"),
    ],
)
def test_the_rotation_that_the_fire_agreements_state_can_be_written(
    agreement: str, who: str, tmp_path: Path
) -> None:
    (tmp_path / "service.yaml").write_text(FIRE.format(agreement=agreement, who=who))
    service = load_service(tmp_path / "service.yaml")
    assert "".join(service.platoons["A"].codes) == "T--T--T--T--T--T-----"


def test_one_line_of_demand_needs_no_list(folder: Path) -> None:
    before = load_service(folder / "service.yaml").posts
    change(folder, "service.yaml", "demand: [1 at all times]", "demand: 1 at all times")
    assert load_service(folder / "service.yaml").posts == before


@pytest.mark.parametrize("demand", ["[{need: 3}]", "[-1 at all times]", "3", "[]", "[4 fry 10:00]"])
def test_a_demand_that_says_nothing_is_told_in_the_field_s_words(folder: Path, demand: str) -> None:
    change(folder, "service.yaml", "[1 at all times]", demand)
    (one,) = problems(folder)
    assert one.path.startswith("posts.downtown.demand")
    assert "is not a number of people and when" in one.message or demand == "[]"


def test_an_offset_is_no_less_than_nothing(folder: Path) -> None:
    change(folder, "service.yaml", "offset: 2", "offset: -2")
    (one,) = problems(folder)
    assert (one.path, one.allowed) == ("platoons.B.offset", "at least 0")


def test_other_columns_and_capitals_in_the_first_row_do_not_matter(folder: Path) -> None:
    before = load_service(folder / "service.yaml").people
    people = folder / "people.csv"
    head, *rows = people.read_text().splitlines()
    lines = [f"{head.title()},Telephone", *(f"{row},250 555 {i:04}" for i, row in enumerate(rows))]
    people.write_text("\n".join(lines))
    assert load_service(folder / "service.yaml").people == before


@pytest.mark.parametrize(
    ("old", "new", "line", "message"),
    [
        ("offset: 2", "offset: 8", 9, "the platoon begins later than its cycle of 8 days lasts"),
        ("[1 at", "[0 at", 15, "a line of demand says who is needed, and this one says nobody"),
    ],
)
def test_what_cannot_have_been_meant_is_told_with_its_line(
    folder: Path, old: str, new: str, line: int, message: str
) -> None:
    change(folder, "service.yaml", old, new)
    assert [(one.line, one.message) for one in problems(folder)] == [(line, message)]


def test_a_seniority_of_the_last_day_and_an_offset_of_the_last_day_stand(folder: Path) -> None:
    change(folder, "people.csv", "2009-04-06", "2024-08-25")
    change(folder, "service.yaml", "offset: 2", "offset: 7")
    assert len(load_service(folder / "service.yaml").people) == 12
