"""The report of designed rotations, in a real browser."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.web.conftest import violations
from watchbill.design.study.study import Study, study
from watchbill.export.design_page import design_page
from watchbill.export.design_view import width_of
from watchbill.kernel.clock import Minutes
from watchbill.service.load import load_service
from watchbill.solve.settings import Settings


@cache
def studied() -> Study:
    lengths = [Minutes(480), Minutes(720)]
    return study(load_service("kamloops-cso"), lengths, settings=Settings(effort=0.2), wanted=5)


def test_every_rotation_has_its_pictures_and_figures() -> None:
    page = design_page(studied())
    for name in ("8-A", "8-E", "12-A", "12-E"):
        article = page[page.index(f"Rotation {name}:") :]
        article = article[: article.index("</article>")]
        for part in (
            "<svg",
            'role="img"',
            "Fewest people on duty",
            "Hours a week",
            "The cycle",
            "Week 4",
        ):
            assert part in article
    assert "two days, two nights, four off" in page
    assert "breaks A4" in page
    assert "Tours last 8 h." in page


def test_all_of_a_length_are_side_by_side_before_any_of_them() -> None:
    page = design_page(studied())
    short, side, first = (page.index(text) for text in ("In short", "Side by side", "<article"))
    assert short < side < first
    assert 'class="best"' in page
    for head in ("People for all posts if nobody is away", "those away replaced", "10 (9.24)"):
        assert head in page[short:side]


def test_it_needs_nothing_but_itself() -> None:
    page = design_page(studied())
    assert "http" not in page
    assert "<script" not in page
    assert "src=" not in page


def test_the_trial_of_nights_is_explained_in_the_file_s_own_words() -> None:
    page = design_page(studied())
    trial = page[page.index('id="trial"') :]
    assert "tried and stopped for want of people" in trial
    assert "2 people more: 8 in all, 42 hours a week each." in trial
    assert "A1 Average week: At most 42 hours a week" in trial


def test_every_sort_of_absent_thing_is_left_out() -> None:
    found = studied()
    page = design_page(replace(found, trial=None, lengths=()))
    assert 'id="trial"' not in page
    assert "<article" not in page


@pytest.mark.parametrize("days", range(2, 85))
def test_a_cycle_is_laid_in_equal_rows_that_a_page_can_hold(days: int) -> None:
    width = width_of(days)
    assert days % width == 0
    assert width <= 24
    assert (width == 7) == (days % 7 == 0)


def test_texts_of_files_are_never_markup() -> None:
    found = studied()
    named = replace(found, service=replace(found.service, name="<script>alert(1)</script>"))
    assert "<script>" not in design_page(named)


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("dark", [False, True])
def test_it_is_readable_and_accessible(page: Page, tmp_path: Path, width: int, dark: bool) -> None:
    file = tmp_path / "design.html"
    file.write_text(design_page(studied()), encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if dark else "light")
    page.goto(file.as_uri())
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_prints_without_cutting_a_table(page: Page, tmp_path: Path) -> None:
    file = tmp_path / "design.html"
    file.write_text(design_page(studied()), encoding="utf-8")
    page.set_viewport_size({"width": 718, "height": 1000})  # A4 at 96 dots, with margins
    page.emulate_media(media="print")
    page.goto(file.as_uri())
    wide = page.evaluate(
        "[...document.querySelectorAll('.scroll')].filter(e => e.scrollWidth > e.clientWidth + 1)"
        ".map(e => e.getAttribute('aria-label'))"
    )
    assert wide == []
