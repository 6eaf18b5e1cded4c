"""What the tests take from the machine is really there, and its absence is told."""

import shutil
import subprocess
from pathlib import Path

import psycopg
from playwright.sync_api import Page
from weasyprint import HTML

SCRIPT = Path(__file__).parent.parent.parent / "scripts" / "system_packages.sh"
NEEDED_BY_THE_SCRIPT = ("sh", "id", "ls", "ldconfig", "grep")


def run_script(path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(path / "sh"), str(SCRIPT)],
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
    )


def links(folder: Path, *names: str) -> None:
    for name in names:
        found = shutil.which(name) or shutil.which(name, path="/usr/sbin:/sbin")
        assert found, name
        (folder / name).symlink_to(found)


def test_postgresql_answers(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        row = connection.execute("SELECT version()").fetchone()
    assert row is not None
    assert row[0].startswith("PostgreSQL ")


def test_chromium_renders_a_page_and_runs_its_script(page: Page) -> None:
    page.set_content("<p id=answer></p><script>answer.textContent = 6 * 7</script>")
    assert page.locator("#answer").inner_text() == "42"
    assert page.locator("#answer").bounding_box() is not None


def test_a_page_becomes_a_pdf() -> None:
    pdf = HTML(string="<h1>Tour of duty</h1>").write_pdf()
    assert pdf is not None
    assert pdf.startswith(b"%PDF-")


def test_where_all_is_there_nothing_is_said(tmp_path: Path) -> None:
    links(tmp_path, *NEEDED_BY_THE_SCRIPT)
    (tmp_path / "chromium").symlink_to("/bin/true")
    done = run_script(tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_a_missing_browser_is_told_in_one_line_with_the_remedy(tmp_path: Path) -> None:
    links(tmp_path, *NEEDED_BY_THE_SCRIPT)  # and no apt-get, with which root would install it
    done = run_script(tmp_path)
    assert done.returncode == 1
    assert done.stderr.splitlines() == [
        "The tests need these Debian packages: chromium. Install them: apt-get install chromium"
    ]
