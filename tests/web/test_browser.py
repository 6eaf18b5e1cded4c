"""Stories in a real browser: with the mouse, with the keyboard alone, on a phone."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect
from pytest_django.live_server_helper import LiveServer

from tests.web.conftest import sign_in, violations
from watchbill.web.demonstration import Account

PHONE = {"width": 390, "height": 844}
PAGES = [
    "/", "/hsaa-station/", "/foothills-communications/", "/foothills-communications/findings/",
    "/hsaa-station/findings/", "/kamloops-cso/agreement/", "/foothills-communications/agreement/",
    "/kamloops-cso/hours/", "/hsaa-station/people/Lomax/", "/hsaa-station/days/2024-05-24/",
    "/hsaa-station/coverage/crew/2024-05-24/", "/agreements/",
    "/agreements/seattle-police/", "/rule-kinds/", "/nowhere/", "/accounts/2fa/",
    "/accounts/2fa/totp/activate/", "/accounts/password/", "/api/docs",
]  # fmt: skip

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


def test_a_date_opens_its_day_and_leads_on_to_the_next_in_the_same_panel(
    page: Page, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/hsaa-station/")
    page.get_by_role("link", name="Fri 24 May", exact=True).click()
    panel = page.get_by_role("dialog", name="Fri 24 May 2024")
    expect(panel).to_contain_text("Lomax (vacation)")
    panel.get_by_role("link", name="The day after").click()
    panel = page.get_by_role("dialog", name="Sat 25 May 2024")
    expect(panel).to_contain_text("Lomax")
    expect(panel).not_to_contain_text("Away")
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(page.locator(":focus")).to_contain_text("24")


@pytest.mark.parametrize(("key", "words"), [("f", "Sorensen, Sun"), ("Shift+F", "Yeung, Sun")])
def test_a_finding_is_one_key_away(
    page: Page, live_server: LiveServer, accounts: dict[str, Account], key: str, words: str
) -> None:
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/foothills-communications/")
    page.get_by_role("rowheader", name="Abbott").get_by_role("link").focus()
    page.keyboard.press(key)
    expect(page.locator(":focus")).to_have_accessible_name(re.compile(words))
    expect(page.locator("#readout")).to_contain_text(words)
    expect(page.locator(":focus")).to_be_in_viewport()


def test_the_keys_of_the_board_move_within_it_and_no_focus_is_hidden(
    page: Page, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    page.set_viewport_size({"width": 700, "height": 560})
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/hsaa-station/")
    page.get_by_role("rowheader", name="Aitken").get_by_role("link").focus()
    page.keyboard.press("ArrowUp")
    expect(page.locator(":focus")).to_have_text("Person")
    keys = ["ArrowDown"] * 16 + ["PageDown"] * 5 + ["ArrowDown"] * 8 + ["PageUp"] * 5 + ["s"]
    for key in keys:
        page.keyboard.press(key)
        seen = page.evaluate(
            """() => { const at = document.activeElement, box = at.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return at.contains(top) || at === top; }"""
        )
        assert seen, page.evaluate("document.activeElement.outerHTML")
    expect(page.locator(":focus")).to_have_accessible_name(re.compile("Fri 24 May: 2/3, short"))
    page.keyboard.press("Home")
    expect(page.locator(":focus")).to_have_text("Ambulance crews")


def test_names_dates_and_needs_stay_in_sight_when_the_board_is_scrolled(
    page: Page, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    page.set_viewport_size({"width": 900, "height": 600})
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/foothills-communications/")
    places = {
        "name": page.get_by_role("rowheader", name="Petrov"),
        "date": page.locator(".dates th").nth(30),
        "need": page.locator("tr.need td").nth(25),
        "post": page.get_by_role("rowheader", name="Consoles"),
    }
    page.evaluate("document.querySelector('.scroll').scrollTo(600, 300)")
    board = page.locator(".scroll").bounding_box()
    assert board is not None
    boxes = {name: place.bounding_box() for name, place in places.items()}
    name, date, need, post = (box for box in boxes.values() if box is not None)
    assert abs(name["x"] - board["x"]) < 3
    assert abs(post["x"] - board["x"]) < 3
    assert 0 <= date["y"] - board["y"] < 60
    assert 0 <= board["y"] + board["height"] - need["y"] < 80
    # What is in sight is not what lies behind it.
    for place in places.values():
        assert place.evaluate(
            """node => { const box = node.getBoundingClientRect();
            const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return node.contains(top); }"""
        )


def test_the_board_begins_high_up_on_a_phone(
    browser: Browser, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/foothills-communications/")
    header, board = (page.locator(one).bounding_box() for one in (".top", ".scroll"))
    assert header is not None
    assert board is not None
    assert header["height"] <= 0.12 * PHONE["height"]
    assert board["y"] <= 0.3 * PHONE["height"]
    page.locator("td.day").first.click()
    expect(page.locator("#readout")).to_have_text(
        "Abbott, Mon 23 September, Day 07:00-19:00, 12 hours"
    )
    page.close()


def test_the_menu_opens_and_closes_with_the_keyboard(
    page: Page, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    sign_in(page, live_server, accounts["steward"])
    page.locator("summary", has_text="steward").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="Second factor")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(page.get_by_role("link", name="Second factor")).to_be_hidden()
    expect(page.locator(":focus")).to_have_text("steward")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Sign out").click()
    page.goto(f"{live_server.url}/hsaa-station/")
    expect(page.get_by_label("Password")).to_be_visible()


def test_a_member_reads_their_tours_on_a_phone(
    browser: Browser, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    page = browser.new_page(viewport=PHONE)  # type: ignore[arg-type]
    sign_in(page, live_server, accounts["member"])
    page.get_by_role("link", name="Community services division, Kamloops").click()
    page.get_by_role("link", name="My tours").click()
    expect(page.get_by_role("heading", name="Anders")).to_be_visible()
    expect(page.get_by_role("heading", name="Week of Mon 1 Jul 2024")).to_be_visible()
    expect(page.get_by_text("07:00-19:00, 12 h").first).to_be_in_viewport()
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
    page.go_back()
    page.get_by_role("link", name="Sat 2 November", exact=True).click()
    expect(page.get_by_role("heading", name="Sat 2 Nov 2024")).to_be_visible()
    page.locator("summary", has_text="steward").click()
    expect(page.get_by_role("button", name="Sign out")).to_be_visible()
    context.close()


def test_colours_that_the_reader_forces_leave_marks_and_shortages_to_be_seen(
    browser: Browser, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/hsaa-station/")
    width = "node => getComputedStyle(node).borderTopWidth"
    assert page.locator("td.short").evaluate(width) == "2px"
    page.goto(f"{live_server.url}/foothills-communications/")
    assert page.locator("td.marked .mark").first.evaluate(width) == "2px"
    context.close()


def test_the_board_prints_whole_on_one_side(
    page: Page, live_server: LiveServer, accounts: dict[str, Account]
) -> None:
    sign_in(page, live_server, accounts["steward"])
    page.goto(f"{live_server.url}/foothills-communications/")
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 1527, "height": 1062})  # A3 within its margins, at 96 dpi
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    name = page.get_by_role("rowheader", name="Castellan")
    assert name.evaluate("node => node.scrollWidth <= node.clientWidth")
    assert len(re.findall(rb"/Type /Page\b", page.pdf(prefer_css_page_size=True))) == 1


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
    for name, place in (("finding", ".board .mark"), ("day", ".dates a"), ("need", ".need a")):
        page.locator(place).first.click()
        page.get_by_role("dialog").wait_for()
        found[name] = violations(page)
        page.keyboard.press("Escape")
    page.locator(".account summary").click()
    found["menu"] = violations(page)
    context.close()
    assert {address: rules for address, rules in found.items() if rules} == {}
