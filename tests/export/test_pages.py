"""Pages that need no server, in a real browser."""

from pathlib import Path

import pytest
from markupsafe import escape
from playwright.sync_api import Page

from tests.web.conftest import violations
from watchbill.agreement.load import load_agreement
from watchbill.agreement.shipped import agreement_ids
from watchbill.compare.compare import compare
from watchbill.compare.contract import comparison_record
from watchbill.examples.read import read_examples
from watchbill.export.clause_view import shipped_examples
from watchbill.export.kind_view import view_kinds
from watchbill.export.pages import agreement_page, comparison_page, index_page, kinds_page
from watchbill.rules.registry import kinds


@pytest.mark.parametrize("agreement", agreement_ids())
def test_an_agreement_s_page_has_every_clause_its_rules_and_its_examples(agreement: str) -> None:
    loaded = load_agreement(agreement)
    page = agreement_page(loaded)
    for clause in loaded.clauses:
        assert f"{clause.number}</span> {escape(clause.heading)}" in page
    assert page.count(">agreed<") >= 5
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")


def section(page: str, clause: str) -> str:
    own = page[page.index(f'id="{clause}"') :]
    return own[: own.index("</section>")]


def test_a_clause_that_is_recorded_on_purpose_is_told_from_what_should_be_computed() -> None:
    assert ">recorded<" in section(agreement_page(load_agreement("hsaa-ems")), "clause-12-01")
    training = section(agreement_page(load_agreement("fire-48-hour")), "clause-d")
    assert ">missing<" in training
    assert ">recorded<" not in training
    assert "Not computed:</strong> Whether training is put after 16:00" in training


def test_the_page_of_an_agreement_has_its_counts_and_who_read_it() -> None:
    page = agreement_page(load_agreement("fire-48-hour"))
    assert "9 clauses: 8 with something to compute, 0 recorded on purpose, 1 with" in page
    assert page.count("Last read by the project, against its facts of the text") == 1


def test_the_reference_has_every_kind_with_its_faces() -> None:
    page = kinds_page()
    for name in kinds():
        assert f'id="{name}"' in page
    rest = page[page.index('id="rest"') :]
    heading = rest[: rest.index("</h2>")]
    assert ("check" in heading, "constrain" in heading, "price" in heading) == (True, True, False)


def test_the_reference_has_fields_in_words_uses_and_the_examples_that_exercise_a_kind() -> None:
    page = kinds_page()
    call = page[page.index('id="minimum-call"') :]
    call = call[: call.index("</section>")]
    assert "times the basic rate" in call
    assert '<a href="hsaa-ems.html#clause-12-06">hsaa-ems 12.06</a>: Called in' in call
    for example in shipped_examples("hsaa-ems"):
        pays = {"pay", "no_pay", "basic"} & example.part.expect.given.keys()
        listed = str(escape(example.name)) in call
        assert listed == bool(example.part.clause == "12.06" and pays), example.name
    for kind in view_kinds():
        assert all(field.word for field in kind.fields), kind.name
        assert kind.uses, f"no agreement that ships has a rule of the kind {kind.name}"


def test_one_s_own_examples_are_shown_on_the_page(tmp_path: Path) -> None:
    folder = Path("docs/tutorial")
    own = load_agreement(str(folder / "harbour.yaml"))
    page = agreement_page(own, read_examples(folder / "examples.yaml"))
    assert "7 of 7 worked examples agree" in page
    assert "a call of half an hour" in page


def test_texts_of_files_are_never_markup() -> None:
    loaded = load_agreement("kamloops-cso")
    object.__setattr__(loaded, "name", "<script>alert(1)</script>")
    assert "<script>" not in agreement_page(loaded)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_the_pages_are_readable_and_accessible(
    page: Page, tmp_path: Path, width: int, dark: bool
) -> None:
    one, other = load_agreement("hsaa-ems"), load_agreement("foothills-2023-2025")
    made = {
        "agreement": agreement_page(one),
        "comparison": comparison_page(comparison_record(compare(one, other))),
        "kinds": kinds_page(),
        "index": index_page([one, other]),
    }
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if dark else "light")
    for name, text in made.items():
        file = tmp_path / f"{name}.html"
        file.write_text(text, encoding="utf-8")
        page.goto(file.as_uri())
        assert violations(page) == [], name
        assert page.evaluate("document.documentElement.scrollWidth") <= width, name
