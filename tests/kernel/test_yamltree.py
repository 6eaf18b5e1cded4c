"""Reading YAML that may be anything."""

import re
import resource
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from watchbill.kernel.problems import BadInput
from watchbill.kernel.yamltree import MAX_DEPTH, parse_tree, read_tree


def problems_of(text: str) -> list[str]:
    with pytest.raises(BadInput) as bad:
        parse_tree(text, "f.yaml")
    return [str(problem) for problem in bad.value.problems]


def test_it_remembers_the_line_of_every_part() -> None:
    tree = parse_tree("a: 1\nb:\n  - x: 1\n    y: two\n  - z\n", "f.yaml")
    assert tree.data == {"a": 1, "b": [{"x": 1, "y": "two"}, "z"]}
    assert [tree.line_of(path) for path in [("a",), ("b", 0, "y"), ("b", 1)]] == [1, 4, 5]
    assert tree.line_of(("b", 0, "missing")) == 3


def test_numbers_keep_the_digits_they_were_written_with() -> None:
    tree = parse_tree("rate: 40.10\nclause: 12.10\nquoted: '40.10'\nwhen: 2024-05-06 07:00\n", "f")
    assert tree.data == {
        "rate": Decimal("40.10"),
        "clause": Decimal("12.10"),
        "quoted": "40.10",
        "when": "2024-05-06 07:00",
    }
    assert str(tree.data["clause"]) == "12.10"


def test_a_key_written_twice_is_an_error_with_both_lines() -> None:
    assert problems_of("a: 1\nb: 2\na: 3\n") == [
        "f.yaml:3: the key 'a' is written twice (first on line 1)"
    ]


def test_aliases_anchors_and_tags_are_refused_with_their_lines() -> None:
    text = "a: &x [1]\nb: *x\nc: !!python/object:os.system {}\n"
    found = problems_of(text)
    assert [line.split(": ")[0] for line in found] == ["f.yaml:1", "f.yaml:2", "f.yaml:3"]


def test_an_alias_bomb_is_refused() -> None:
    layers = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    layers += [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 10)}]" for i in range(1, 10)]
    assert any("alias" in problem for problem in problems_of("\n".join(layers)))


def test_what_is_nested_too_deep_is_refused() -> None:
    assert "nested more than" in problems_of("[" * 5000)[0]
    depth = MAX_DEPTH - 1
    parse_tree("[" * depth + "]" * depth, "f.yaml")


def test_two_documents_are_refused() -> None:
    assert "second document" in problems_of("a: 1\n---\nb: 2\n")[0]


def test_an_empty_file_is_said_to_be_empty() -> None:
    assert problems_of("# nothing\n") == ["f.yaml:1: the file is empty"]


@pytest.mark.parametrize("text", ["a: [1, 2\nb: 3\n", "a: 'x\n", "a:\n\t- b\n", "%YAML x\n---\n"])
def test_what_is_not_yaml_is_told_with_its_line(text: str) -> None:
    assert all(problem.startswith("f.yaml:") for problem in problems_of(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a:\n\tb: 1\n", "f.yaml:2: .* allowed: spaces, never tabs"),
        ("a: 1\nb: x: y\n", "f.yaml:2: .* stands in quotes"),
        ("a:\n  b: 1\n c: 2\n", "f.yaml:3: .* exactly under the others"),
        ("a: 1\nb: [1,\nc: 2\n", r"f.yaml:4: .*begins on line 2.* every \[ and { closed"),
        ("a: 1\nb: 'x\nc: 2\n", "f.yaml:4: .*begins on line 2.* every quote closed"),
        ("a: @x\n", "f.yaml:1: .* stands in quotes"),
    ],
)
def test_a_slip_in_yaml_is_told_with_what_would_do(text: str, said: str) -> None:
    (problem,) = problems_of(text)
    assert re.match(said, problem)


@pytest.mark.parametrize("escape", [r"\UFFFFFFFF", r"\U0FFFFFFF"])
def test_an_escape_that_no_letter_has_is_told_with_its_line(escape: str) -> None:
    (problem,) = problems_of(f'a: 1\nb: "{escape}"\n')
    assert problem.startswith("f.yaml:2: from this line on it is not YAML")


def test_a_file_saved_as_utf_16_is_called_so(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_text("a: 1", encoding="utf-16")
    with pytest.raises(BadInput, match=r"f\.yaml:1: .*found UTF-16; allowed: text saved as UTF-8"):
        read_tree(file)


def test_what_is_not_text_is_told_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "f.yaml"
    file.write_bytes(b"a: 1\nb: \xff\xfe\n")
    with pytest.raises(BadInput, match=r"f\.yaml:2: this is not UTF-8 text; found byte 0xff"):
        read_tree(file)


def test_a_folder_is_told_apart_from_a_file(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        read_tree(tmp_path)


@given(st.text())
def test_any_text_is_a_tree_or_bad_input(text: str) -> None:
    try:
        parse_tree(text, "f.yaml")
    except BadInput as bad:
        assert bad.problems


def test_a_million_lines_are_refused_in_little_memory(tmp_path: Path) -> None:
    assert_refused_in_little_memory(tmp_path, "- {a: 1, b: 2}\n" * 1_000_000)


@pytest.mark.parametrize(
    "text",
    [
        "[" + "1," * 900_000 + "1]",
        "[\n" + ("1," * 40_000 + "\n") * 20 + "]",
        "{\n" + "".join(f"a{number}: 1,\n" * 1 for number in range(24_000)) * 8 + "}",
        "a" * 1_900_000 + ": 1",
    ],
    ids=["one line", "few lines", "many keys", "a long key"],
)
def test_much_in_few_lines_is_refused_in_little_memory(text: str, tmp_path: Path) -> None:
    assert_refused_in_little_memory(tmp_path, text)


def assert_refused_in_little_memory(tmp_path: Path, text: str) -> None:
    file = tmp_path / "large.yaml"
    file.write_text(text)
    limit = 200 * 1024 * 1024

    done = subprocess.run(
        [sys.executable, "-m", "watchbill", "check", str(file)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_DATA, (limit, limit)),
    )

    assert done.returncode == 2, done.stderr
    assert "too large" in done.stderr
