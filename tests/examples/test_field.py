"""What public reports and published figures of this work come to: weeks, averages, thresholds.

The agreements beside the stories are invented, a clause each of the kind that was got wrong.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from watchbill.examples.read import Example, read_examples
from watchbill.examples.run import Result, try_one

FIELD = Path(__file__).parent / "field"
STORIES = (
    "averages", "evenings", "long-weekend", "nine-eighty", "thresholds", "trades", "weekends",
    "weeks",
)  # fmt: skip


def stories() -> list[Example]:
    return [one for name in STORIES for one in read_examples(FIELD / f"{name}.yaml")]


def test_every_file_is_a_story_or_an_agreement_of_one() -> None:
    agreements = {one.part.agreement for one in stories()}
    names = {f"{name}.yaml" for name in STORIES} | agreements
    assert {path.name for path in FIELD.iterdir()} == names


@pytest.mark.parametrize("story", stories(), ids=lambda one: one.name)
def test_a_story_of_the_field_agrees(story: Example) -> None:
    tried = try_one(story)
    assert tried.result is Result.AGREED, tried.parts
