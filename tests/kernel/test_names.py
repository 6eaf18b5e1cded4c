"""What a name may be, wherever a file has one."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from watchbill.kernel.fields import NAME_LETTERS, Name

NAME: TypeAdapter[str] = TypeAdapter(Name)


@pytest.mark.parametrize(
    ("written", "read"),
    [("Aitken", "Aitken"), ("  Aitken ", "Aitken"), ("Aitken/Birch", "Aitken/Birch"), (7, "7"),
     ("Smith J.", "Smith J."), ("O'Neil", "O'Neil"), ("R" * NAME_LETTERS, "R" * NAME_LETTERS)],
)  # fmt: skip
def test_a_name_is_read_as_it_is_written_but_for_blanks_around_it(
    written: object, read: str
) -> None:
    assert NAME.validate_python(written) == read


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("", "at least a letter or a digit"),
        ("   ", "at least a letter or a digit"),
        ("...", "at least a letter or a digit"),
        ("Ait\nken", "no line break"),
        ("Ait\u2028ken", "no line break"),
        ("Ait\x1b[31mken", "control characters"),
        ("R" * (NAME_LETTERS + 1), "at most 300 letters .here 301."),
    ],
)
def test_a_name_that_is_none_is_refused(written: str, told: str) -> None:
    with pytest.raises(ValidationError, match=told):
        NAME.validate_python(written)


@given(st.text())
@settings(deadline=None)
def test_what_is_taken_stands_in_one_line(written: str) -> None:
    try:
        name = NAME.validate_python(written)
    except ValidationError:
        return
    assert len(name.splitlines()) == 1
    assert not any(unicodedata.category(letter) == "Cc" for letter in name)
    assert NAME.validate_python(name) == name
