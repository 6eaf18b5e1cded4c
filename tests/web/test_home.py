"""The secret key: there whole or not at all, the same for all who start together."""

import os
import subprocess
import sys
from multiprocessing import Pool
from pathlib import Path

import pytest

from watchbill.kernel.problems import BadInput
from watchbill.web.home import KEY, key_of, make_home


def made(home: Path) -> str:
    make_home(home)
    return key_of(home)


def test_those_who_start_together_have_one_key(tmp_path: Path) -> None:
    with Pool(8) as pool:
        keys = pool.map(made, [tmp_path / "home"] * 40)
    assert len(set(keys)) == 1
    assert len(keys[0]) >= 50
    assert [path.name for path in (tmp_path / "home").iterdir()] == [KEY]


def test_without_a_key_nothing_is_written_and_every_process_has_its_own(tmp_path: Path) -> None:
    assert key_of(tmp_path) != key_of(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left", ["", "\n", "   "])
def test_a_key_that_a_kill_left_empty_is_refused_with_the_way_out(
    tmp_path: Path, left: str
) -> None:
    (tmp_path / KEY).write_text(left)
    with pytest.raises(BadInput, match="delete this file"):
        key_of(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "watchbill", "serve", "--port", "1"],
        capture_output=True, text=True, check=False,
        env=os.environ | {"WATCHBILL_HOME": str(tmp_path)},
    )  # fmt: skip
    assert done.returncode == 2
    (tmp_path / KEY).unlink()
    assert made(tmp_path)


def test_a_writer_that_is_killed_leaves_no_empty_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", killed)
    with pytest.raises(KeyboardInterrupt):
        make_home(tmp_path)
    assert not (tmp_path / KEY).exists()
