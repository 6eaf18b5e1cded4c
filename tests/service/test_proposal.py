"""A service under a proposal: what it is made on travels with it, into the ledger too."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from tests.books import book_of
from watchbill.kernel.problems import BadInput
from watchbill.ledger.book import Book
from watchbill.ledger.chain import seal_all
from watchbill.service.load import load_service
from watchbill.service.sources import gather

WEEK = """\
proposal: a-week
on: hsaa-ems
name: Notice of a change from 14 days to 7
changes: [{clause: "12.08(b)", rule: change-notice, fields: {days: 7}}]
"""


@pytest.fixture
def own(tmp_path: Path) -> Path:
    shipped = Path(str(files("watchbill") / "data" / "services" / "hsaa-station"))
    shutil.copytree(shipped, tmp_path / "own")
    file = tmp_path / "own" / "service.yaml"
    file.write_text(file.read_text().replace("agreement: hsaa-ems", "agreement: week.yaml"))
    (tmp_path / "own" / "week.yaml").write_text(WEEK)
    return file


def days(book: Book) -> object:
    (rule,) = [one for one in book.agreement.by_number["12.08(b)"].rules if hasattr(one, "days")]
    return rule.days


def test_the_texts_that_it_is_made_on_are_gathered_with_it(own: Path) -> None:
    assert {"week.yaml", "hsaa-ems"} <= gather(own).named_texts.keys()
    assert dict(load_service(own).in_force.texts).keys() == {"hsaa-ems"}


def test_a_ledger_has_all_of_it_when_the_files_are_gone(own: Path) -> None:
    book = book_of(load_service(own), "2024-05-06", "2024-05-19")
    assert (days(book), book.agreement.id) == (7, "a-week")
    shutil.rmtree(own.parent)
    again = Book.of([row.entry for row in seal_all(book.entries)])
    assert days(again) == 7
    assert again.agreement.digest == book.agreement.digest


def test_what_the_ledger_has_goes_before_what_ships(own: Path) -> None:
    """An agreement that ships may be put right one day: what was in force stays."""
    shipped = dict(load_service(own).in_force.texts)["hsaa-ems"]
    (own.parent / "hsaa.yaml").write_text(shipped.replace("agreement: hsaa-ems", "agreement: old"))
    (own.parent / "week.yaml").write_text(WEEK.replace("on: hsaa-ems", "on: hsaa.yaml"))
    service = load_service(own)
    assert dict(service.in_force.texts).keys() == {"hsaa.yaml"}
    assert days(book_of(service, "2024-05-06", "2024-05-19")) == 7


def test_a_proposal_on_nothing_that_is_there_is_told_with_its_line(own: Path) -> None:
    (own.parent / "week.yaml").write_text(WEEK.replace("on: hsaa-ems", "on: hsaa-esm"))
    with pytest.raises(BadInput, match=r"week.yaml:2: on: no agreement that ships has this id"):
        load_service(own)
    (own.parent / "week.yaml").write_text(WEEK.replace("on: hsaa-ems", "on: week.yaml"))
    with pytest.raises(BadInput, match="made on itself"):
        load_service(own)
