"""The cache: whole or not at all, this user's own, and never greater than it may be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from watchbill.kernel.cache import Cache, cache_here, program_version


def test_what_was_put_is_there_and_in_place_of_what_was_before(tmp_path: Path) -> None:
    cache = Cache(tmp_path / "home" / "cache")
    assert cache.get("a") is None
    assert not cache.has("a")
    cache.put("a", b"first")
    cache.put("a", b"second")
    cache.put("b", b"")
    assert (cache.get("a"), cache.get("b"), cache.get("c")) == (b"second", b"", None)
    assert cache.has("a")
    assert len(list((tmp_path / "home" / "cache").iterdir())) == 2


def test_a_value_under_another_key_s_name_is_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", b"of a")
    (path,) = tmp_path.iterdir()
    cache.put("b", b"of b")
    (other,) = set(tmp_path.iterdir()) - {path}
    path.replace(other)
    assert cache.get("b") is None
    assert not other.exists()


def test_what_was_asked_for_longest_ago_goes_first(tmp_path: Path) -> None:
    cache = Cache(tmp_path, most=3_200)
    for number in range(3):
        cache.put(str(number), bytes(1_000))
        for path in tmp_path.iterdir():  # a clock that counts no finer than these were put
            os.utime(path, (path.stat().st_atime, path.stat().st_mtime - 10))
    assert cache.get("0") == bytes(1_000)
    cache.put("3", bytes(1_000))
    assert [cache.get(str(number)) is None for number in range(4)] == [False, True, False, False]
    cache.put("too great", bytes(4_000))
    assert cache.get("too great") is None


def test_what_others_may_have_written_is_not_read(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.put("a", b"of a")
    (path,) = tmp_path.iterdir()
    path.chmod(0o666)
    assert cache.get("a") is None
    path.chmod(0o600)
    assert cache.get("a") == b"of a"
    tmp_path.chmod(0o777)
    assert cache.get("a") is None
    tmp_path.chmod(0o700)
    if os.geteuid() == 0:
        os.chown(path, 65534, -1)
        assert cache.get("a") is None
    (tmp_path / "elsewhere").write_bytes(path.read_bytes())
    path.unlink()
    path.symlink_to(tmp_path / "elsewhere")
    assert cache.get("a") is None


def test_where_nothing_can_be_kept_nothing_is(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = Cache(tmp_path / "file" / "cache")
    cache.put("a", b"of a")
    assert cache.get("a") is None


def test_it_lies_in_the_home_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WATCHBILL_HOME", str(tmp_path / "home"))
    cache_here().put("a", b"of a")
    assert cache_here().get("a") == b"of a"
    assert len(list((tmp_path / "home" / "cache").iterdir())) == 1
    assert len(program_version()) == 64
