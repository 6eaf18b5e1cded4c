"""Every kind of rule has stories of its own in this folder."""

import re
from pathlib import Path

from watchbill.rules.registry import kinds

HERE = Path(__file__).parent
TOGETHER = {
    "annual-tours": "recorded",
    "rest-periods": "recorded",
    "rotation": "recorded",
    "offer-order": "offering",
    "refusal-first": "offering",
    "voluntary-list": "offering",
}
"""Kinds whose stories stand in one file with those of others."""


def test_every_kind_has_stories_that_write_it_as_a_file_does() -> None:
    without = []
    for name in kinds():
        path = HERE / f"test_{TOGETHER.get(name, name.replace('-', '_'))}.py"
        if not path.is_file() or not re.search(rf"\b{name}: ", path.read_text()):
            without.append(name)
    assert without == []
