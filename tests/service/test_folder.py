"""A service named by its folder."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from watchbill.kernel.problems import BadInput
from watchbill.service.load import load_service
from watchbill.service.shipped import service_path


def test_the_folder_of_a_service_stands_for_its_file(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    shutil.copytree(service_path("kamloops-cso").parent, folder)
    shipped, ours = load_service("kamloops-cso"), load_service(folder)
    assert ours == replace(shipped, file=str(folder / "service.yaml"))
    (folder / "service.yaml").write_text("service: ours\n", encoding="utf-8")
    with pytest.raises(BadInput) as bad:
        load_service(folder)
    assert str(folder / "service.yaml") in str(bad.value)


def test_a_folder_without_a_service_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="no service that ships"):
        load_service(tmp_path)
