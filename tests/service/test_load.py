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
    assert {one.file for one in problems(folder)} == {"ours.yaml"}


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
