"""What the house promises of its own files."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
LONGEST = 400
"""Lines of a file that one still reads in one sitting."""


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    return [ROOT / name for name in listed if (ROOT / name).is_file()]


def test_every_source_file_reads_in_one_sitting() -> None:
    lengths = {
        path.name: len(path.read_text().splitlines()) for path in (ROOT / "src").rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_every_requirement_is_pinned_with_hashes_and_names_no_address() -> None:
    text = (ROOT / "requirements.txt").read_text()
    requirements = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert len(requirements) > 50
    assert all("==" in one and "--hash=sha256:" in one for one in requirements)
    assert "//" not in text


def test_no_file_names_a_package_index_or_a_path_of_one_machine() -> None:
    hosts = ["py" + "pi.", "python" + "hosted", "npm" + "js.", "deb." + "debian"]
    paths = ["/" + "work/", "/tmp/" + "wb", "/root" + "/"]
    pattern = re.compile("|".join(re.escape(word) for word in hosts + paths))
    found = []
    for path in tracked():
        if path.suffix in {".png", ".js"}:
            continue
        found += [f"{path.name}: {line}" for line in path.read_text().splitlines()
                  if pattern.search(line)]  # fmt: skip
    assert found == []
