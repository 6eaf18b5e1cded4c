"""The page on staffing: every figure that it shows is what its command prints."""

from pathlib import Path

from tests.test_tutorial import BLOCK, DOCS, run


def test_the_page_shows_what_its_commands_print(tmp_path: Path) -> None:
    text = (DOCS / "staffing.md").read_text(encoding="utf-8")
    blocks = [(match["head"], match["body"]) for match in BLOCK.finditer(text)]
    assert len(blocks) == 5
    for head, body in blocks:
        assert head == "console"
        run(tmp_path, body)
