"""The list of agreements: read once for each text, however many there are."""

from pathlib import Path
from unittest.mock import patch

import pytest
from django.conf import settings
from django.test import Client

from tests.web.conftest import text
from watchbill.agreement import shipped
from watchbill.agreement.load import load_agreement
from watchbill.web import shelf as shelf_room
from watchbill.web.shelf import shelf

MANY = 300


@pytest.fixture
def many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Three hundred agreements that ship, beside no home yet."""
    text = Path(shipped.agreement_path("kamloops-cso")).read_text()
    folder = tmp_path / "data" / "agreements"
    folder.mkdir(parents=True)
    for number in range(MANY):
        named = text.replace("agreement: kamloops-cso", f"agreement: cso-{number:03}")
        (folder / f"cso-{number:03}.yaml").write_text(named)
    monkeypatch.setattr(shipped, "DATA", tmp_path / "data")
    (tmp_path / "home").mkdir()
    return tmp_path


def again() -> None:
    """As a process that has only just started."""
    shelf_room._read.cache_clear()


def test_each_text_is_read_once_and_not_again_by_who_starts_later(many: Path) -> None:
    with patch.object(shelf_room, "load_agreement", wraps=load_agreement) as reader:
        first = shelf(many / "home")
        assert reader.call_count == MANY
        assert len({one.id for one in first}) == MANY
        shelf(many / "home")
        again()
        assert shelf(many / "home") == first
        assert reader.call_count == MANY


def test_a_text_that_changed_is_read_again_and_one_that_is_gone_is_forgotten(many: Path) -> None:
    shelf(many / "home")
    changed = many / "data" / "agreements" / "cso-007.yaml"
    changed.write_text(changed.read_text().replace("name: ", "name: Another ", 1))
    (many / "data" / "agreements" / "cso-008.yaml").unlink()
    with patch.object(shelf_room, "load_agreement", wraps=load_agreement) as reader:
        now = shelf(many / "home")
    assert [one.args for one in reader.call_args_list] == [("cso-007",)]
    assert len(now) == MANY - 1
    assert now[7].name.startswith("Another ")


@pytest.mark.parametrize("left", ["", "[]", '{"x": 1}', '{"x": {"id": "y"}}', "null", "\x00"])
def test_what_was_kept_and_cannot_be_read_is_read_from_the_texts(many: Path, left: str) -> None:
    first = shelf(many / "home")
    (many / "home" / "agreements.json").write_text(left)
    again()
    assert shelf(many / "home") == first


def test_a_home_that_cannot_be_written_is_no_fault(many: Path) -> None:
    assert len(shelf(many / "nowhere")) == MANY
    assert not (many / "nowhere").exists()


def test_once_the_server_has_started_the_list_reads_no_agreement(steward: Client) -> None:
    shelf(settings.HOME)
    with patch.object(shelf_room, "load_agreement", side_effect=AssertionError):
        page = text(steward, "/agreements/")
    for agreement_id in shipped.agreement_ids():
        assert f'href="/agreements/{agreement_id}/"' in page
