"""Stories in a real browser: with the mouse, with the keyboard alone, on a phone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.web.conftest import sign_in, violations
from watchbill.web.demonstration import Account

PHONE = {"width": 390, "height": 844}
PAGES = ["/", "/hsaa-station/", "/foothills-communications/", "/foothills-communications/findings/",
         "/kamloops-cso/agreement/", "/foothills-communications/agreement/", "/kamloops-cso/hours/",
         "/hsaa-station/people/Lomax/", "/hsaa-station/coverage/crew/2024-05-24/",
         "/agreements/", "/agreements/seattle-police/", "/rule-kinds/",
         "/nowhere/", "/accounts/2fa/"]  # fmt: skip

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_steward_opens_a_mark_and_reads_the_clause(
    page: Page, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    sign_in(page, live_server, accounts["steward"])
    page.get_by_role("link", name="Foothills communications centre").click()
    page.get_by_role("link", name=re.compile(r"finding under clause 12\.02\(b\)")).click()
    panel = page.get_by_role("dialog")
    expect(panel).to_contain_text("Clause 12.02(b): Hours of the shift superintendents")
    expect(panel).to_contain_text("42.13 h/week")
    expect(panel).to_contain_text("Four tours of 12 hours, then four days off")
    expect(panel).to_contain_text("A clock change made duty 1 h longer")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator(":focus")).to_have_class(re.compile("mark"))


def test_the_keyboard_alone_goes_from_sign_in_to_a_clause(
    page: Page, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    page.goto(f"{live_server.url}/foothills-communications/")
    page.keyboard.type("steward")
    page.keyboard.press("Tab")
    page.keyboard.type(accounts["steward"].password)
    page.keyboard.press("Enter")
    page.get_by_role("grid").wait_for()
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to the content")
    page.keyboard.press("Enter")
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.locator(".board :focus").count():
            break
    expect(page.locator(":focus")).to_have_text("Abbott")
    for _ in range(18):
        page.keyboard.press("ArrowDown")
    expect(page.locator(":focus")).to_have_text("Sorensen")
    page.keyboard.press("End")
    page.keyboard.press("ArrowLeft")
    expect(page.locator(":focus")).to_have_class(re.compile("mark"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("dialog")).to_contain_text("Clause 12.02(b)")


def test_a_short_day_opens_its_hours(
    page: Page, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/hsaa-station/")
    page.locator("td.short a").click()
    expect(page.get_by_role("dialog")).to_contain_text("07:00-10:00")


def test_names_and_dates_stay_in_sight_when_the_board_is_scrolled(
    page: Page, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    page.set_viewport_size({"width": 900, "height": 600})
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/foothills-communications/")
    page.evaluate("document.querySelector('.scroll').scrollTo(600, 300)")
    board = page.locator(".scroll").bounding_box()
    name = page.get_by_role("rowheader", name="Petrov").bounding_box()
    date = page.locator(".dates th").nth(30).bounding_box()
    assert board is not None
    assert name is not None
    assert date is not None
    assert abs(name["x"] - board["x"]) < 3
    assert 0 <= date["y"] - board["y"] < 60


def test_a_member_reads_their_tours_on_a_phone(
    browser: Browser, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    sign_in(page, live_server, accounts["member"])
    page.get_by_role("link", name="Community services division, Kamloops").click()
    page.get_by_role("link", name="My tours").click()
    expect(page.get_by_role("heading", name="Anders")).to_be_visible()
    expect(page.get_by_text("Mon 1 Jul 2024").first).to_be_visible()
    page.close()


def test_an_example_that_agrees_looks_good_and_shows_its_working_by_the_keyboard(
    page: Page, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/agreements/hsaa-ems/")
    agreed = page.get_by_text("agreed", exact=True).first
    good = page.evaluate(
        "getComputedStyle(document.documentElement).getPropertyValue('--good-ground').trim()"
    )
    assert good == "#e2f3e8"
    expect(agreed).to_have_css("background-color", "rgb(226, 243, 232)")
    summary = page.locator("#clause-12-06 summary").first
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#clause-12-06 details[open] li").first).to_be_visible()


def test_without_scripts_a_mark_is_a_link_to_its_page(
    browser: Browser, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/foothills-communications/")
    page.locator(".board .mark").first.click()
    expect(page.get_by_role("heading", name="A finding")).to_be_visible()
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_no_page_breaks_a_rule_of_accessibility_or_runs_off_the_side(
    browser: Browser, live_server: LiveServer, accounts: dict[str, Account], scheme: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 844},
        color_scheme=scheme,  # type: ignore[arg-type]
        bypass_csp=True,  # axe is put into the page, which the page itself forbids
    )
    page = context.new_page()
    page.goto(f"{live_server.url}/accounts/login/")
    found = {"/accounts/login/": violations(page)}
    sign_in(page, live_server, accounts["steward"])
    for address in PAGES:
        page.goto(live_server.url + address)
        found[address] = violations(page)
        beyond = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        assert beyond <= 0, address
    page.goto(f"{live_server.url}/foothills-communications/")
    page.locator(".board .mark").first.click()
    page.get_by_role("dialog").wait_for()
    found["panel"] = violations(page)
    context.close()
    assert {address: rules for address, rules in found.items() if rules} == {}
