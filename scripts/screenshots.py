"""Makes the pictures of the pages in docs/images again.

Starts the demonstration in a home of its own, signs in as a person would, and photographs.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

IMAGES = Path(__file__).parent.parent / "docs" / "images"
PORT = 8391
ADDRESS = f"http://127.0.0.1:{PORT}"
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


def main() -> None:
    IMAGES.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        environment = os.environ | {"WATCHBILL_HOME": home}
        command = [sys.executable, "-m", "watchbill", "demo", "--port", str(PORT)]
        log = Path(home) / "log"
        with log.open("w") as out, subprocess.Popen(command, env=environment, stdout=out) as demo:
            try:
                _wait()
                password = next(
                    line.split()[1]
                    for line in log.read_text().splitlines()
                    if line.startswith("steward")
                )
                _photograph(password)
            finally:
                demo.terminate()


def _wait() -> None:
    for _ in range(120):
        try:
            urllib.request.urlopen(f"{ADDRESS}/accounts/login/")
            return
        except OSError:
            time.sleep(0.5)
    raise SystemExit("the demonstration did not start")


def _photograph(password: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = _signed_in(browser, password, DESKTOP)
        page.goto(f"{ADDRESS}/foothills-communications/")
        page.screenshot(path=IMAGES / "board.png")
        page.locator(".board .mark").first.scroll_into_view_if_needed()
        page.locator(".board .mark").first.click()
        page.locator("dialog[open]").wait_for()
        page.screenshot(path=IMAGES / "finding.png")
        for name in ("agreement", "findings", "hours"):
            page.goto(f"{ADDRESS}/foothills-communications/{name}/")
            page.screenshot(path=IMAGES / f"{name}.png")
        page = _signed_in(browser, password, PHONE)
        page.goto(f"{ADDRESS}/hsaa-station/")
        page.screenshot(path=IMAGES / "board-phone.png")
        page.goto(f"{ADDRESS}/hsaa-station/people/Lomax/")
        page.screenshot(path=IMAGES / "person-phone.png")
        page = _signed_in(browser, password, DESKTOP, dark=True)
        page.goto(f"{ADDRESS}/kamloops-cso/")
        page.screenshot(path=IMAGES / "board-dark.png")
        _photograph_design(browser)
        browser.close()


def _photograph_design(browser: Browser) -> None:
    """The report of designed rotations, one of tours of 12 h."""
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "design.html"
        words = ["design", "kamloops-cso", "--hours", "12", "--html", str(report)]
        subprocess.run([sys.executable, "-m", "watchbill", *words], check=True)
        page = browser.new_page(viewport={"width": 1200, "height": 1300})
        page.goto(report.as_uri())
        page.evaluate("document.querySelector('#rotation-12-b').scrollIntoView()")
        page.screenshot(path=IMAGES / "design-report.png")


def _signed_in(
    browser: Browser, password: str, viewport: dict[str, int], *, dark: bool = False
) -> Page:
    context = browser.new_context(
        viewport={"width": viewport["width"], "height": viewport["height"]},
        color_scheme="dark" if dark else "light",
    )
    page = context.new_page()
    page.goto(f"{ADDRESS}/accounts/login/")
    page.get_by_label("User name").fill("steward")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Your services").wait_for()
    return page


if __name__ == "__main__":
    main()
