"""In a real browser: weeks of the board beside the names, and nothing kept after signing out."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.web.conftest import sign_in
from watchbill.web.demonstration import Account

pytestmark = pytest.mark.django_db(transaction=True)

STANDING = """() => {
  const names = document.querySelector(".dates .name").getBoundingClientRect();
  const date = document.getElementById(location.hash.slice(1)).getBoundingClientRect();
  const board = document.querySelector(".scroll").getBoundingClientRect();
  return { gap: date.left - names.right, down: scrollY, head: names.top - board.top,
           inSight: date.right <= board.right };
}"""


@pytest.mark.parametrize("width", [360, 768, 1440, 1920])
def test_every_week_comes_to_stand_beside_the_names_and_the_page_s_head_stays(
    browser: Browser, live_server: LiveServer, accounts: dict[str, Account], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/foothills-communications/")
    links = page.locator(".weeks a")
    weeks = links.count()
    assert weeks == 8
    for i in [*range(weeks), 0, weeks - 1, 3]:
        links.nth(i).click()
        standing = page.evaluate(STANDING)
        assert abs(standing["gap"]) <= 1.5, (i, standing)
        assert standing["down"] == 0
        assert 0 <= standing["head"] < 60
        assert standing["inSight"]
        assert links.nth(i).get_attribute("aria-current") == "true"
    address = page.url
    page.goto("about:blank")
    page.goto(address)  # somebody sent the address of a week
    page.wait_for_load_state("load")
    standing = page.evaluate(STANDING)
    assert abs(standing["gap"]) <= 1.5
    assert standing["down"] == 0
    context.close()


def test_without_scripts_a_week_link_shows_the_week_and_the_page_s_head(
    browser: Browser, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": 768, "height": 600}, reduced_motion="reduce"
    )
    page = context.new_page()
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/foothills-communications/")
    page.locator(".weeks a").nth(4).click()
    expect(page.get_by_role("heading", name="Foothills communications centre")).to_be_in_viewport()
    board = page.locator(".scroll").bounding_box()
    assert board is not None
    for day in range(30, 37):
        date = page.locator(f".dates th:nth-child({day})").bounding_box()
        assert date is not None
        assert board["x"] + 100 < date["x"]
        assert date["x"] + date["width"] < board["x"] + board["width"]
    context.close()


@pytest.mark.parametrize("last", ["", "people/Abbott/", "hours/", "findings/"])
def test_after_signing_out_back_shows_nothing_of_what_was_seen(
    page: Page, live_server: LiveServer, accounts: dict[str, Account], last: str
) -> None:
    sign_in(page, live_server, accounts["steward"])
    address = f"{live_server.url}/foothills-communications/{last}"
    page.goto(address)
    expect(page.get_by_text("Abbott").or_(page.get_by_text("Thibault")).first).to_be_visible()
    page.locator("summary", has_text="steward").click()
    page.get_by_role("button", name="Sign out").click()
    expect(page.locator("summary", has_text="steward")).to_have_count(0)
    page.go_back()
    expect(page.get_by_label("Password")).to_be_visible()
    expect(page.get_by_text("Foothills")).to_have_count(0)


def test_no_page_may_be_kept_and_every_file_of_the_pages_may(
    page: Page, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    kept: dict[str, str] = {}
    page.on("response", lambda one: kept.update({one.url: one.headers.get("cache-control", "")}))
    sign_in(page, live_server, accounts["steward"])
    for address in ("foothills-communications/", "api/services", "agreements/", "nowhere/"):
        page.goto(f"{live_server.url}/{address}")
    page.goto(f"{live_server.url}/foothills-communications/")
    page.locator(".board .mark").first.click()
    page.get_by_role("dialog").wait_for()
    pages = {url: one for url, one in kept.items() if "/static/" not in url}
    assert len(pages) >= 6
    assert set(pages.values()) == {"no-store, private"}
    assert any(re.search(r"\.css$", url) for url in kept)
