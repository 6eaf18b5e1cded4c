"""People from a CSV file, a row a person, every mistake told with its line and column."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from watchbill.kernel.edge import check
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.kernel.yamltree import Tree
from watchbill.service.file import PersonPart

COLUMNS = tuple(PersonPart.model_fields)
NEEDED = tuple(name for name, one in PersonPart.model_fields.items() if one.is_required())
MAX_ROWS = 50_000
_SEPARATOR = ";"
_BLANKS = re.compile(r"[^\S\n\r\t\v\f\x1c-\x1e\x85\u2028\u2029]+")
"""Blanks that say nothing; a line break or a tab within a name is refused where it is read."""
_OTHER_DELIMITERS = {";": "semicolons", "\t": "tabs", "|": "bars"}

Row = tuple[int, list[str]]
"""The line on which a row begins, and its cells."""


def read_people(text: str, name: str) -> tuple[list[PersonPart], Tree]:
    """The people in a CSV text known as ``name``, and a tree that knows the line of each.

    The first row names the columns, which are the keys of a person in a service file;
    ``qualifications`` holds several, separated by semicolons. An empty cell is left out. Capitals
    in the first row do not matter, and columns of other things (a telephone number) are passed
    over, but for one whose name is nearly that of a column here.
    Raises :class:`BadInput` with every problem.
    """
    rows = _rows(text, name)
    if not rows:
        raise BadInput([Problem(name, 1, "", "the file is empty")])
    if len(rows) > MAX_ROWS:
        found, allowed = f"{len(rows):,} rows", f"at most {MAX_ROWS:,} rows"
        raise BadInput([Problem(name, None, "", "the file is too large", found, allowed)])
    line, head = rows[0]
    columns = [_column(cell) for cell in head]
    if problems := _head_problems(columns, line, name):
        raise BadInput(problems)  # every row would have the same problem again
    return _people(columns, rows[1:], name)


def _rows(text: str, name: str) -> list[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Row] = []
    begins = 1
    try:
        for row in reader:
            if any(cell.strip() for cell in row):
                rows.append((begins, row))
            begins = reader.line_num + 1
    except csv.Error as error:
        unclosed = str(error) == "unexpected end of data"
        message = "a quote is never closed" if unclosed else f"this is not CSV: {error}"
        raise BadInput([Problem(name, begins, "", message)]) from error
    return rows


def _head_problems(columns: list[str], line: int, name: str) -> list[Problem]:
    """What is wrong with the names of the columns."""
    if len(columns) == 1:
        for sign, words in _OTHER_DELIMITERS.items():
            if sign in columns[0]:
                message = "the columns are separated by commas"
                return [Problem(name, line, "", message, found=words, allowed="commas")]
    problems = [
        Problem(name, line, column, "no column has this name", column, ", ".join(COLUMNS),
                nearest(column, COLUMNS))
        for column in columns
        if column not in COLUMNS and nearest(column, COLUMNS)
    ]  # fmt: skip
    problems += [
        Problem(name, line, column, "the column stands twice", f"{count} times")
        for column, count in Counter(columns).items()
        if count > 1 and column in COLUMNS
    ]
    problems += [
        Problem(name, line, column, "this column is needed and is missing")
        for column in NEEDED
        if column not in columns
    ]
    return problems


def _people(columns: list[str], rows: list[Row], name: str) -> tuple[list[PersonPart], Tree]:
    tree = Tree(name, [], of_rows=True)
    people: list[PersonPart] = []
    problems: list[Problem] = []
    for index, (line, row) in enumerate(rows):
        tree.lines[(index,)] = line
        if len(row) != len(columns):
            found = _count(len(row))
            message = "a row has as many cells as the first"
            problems.append(Problem(name, line, "", message, found, _count(len(columns))))
            continue
        trimmed = (
            (key, _BLANKS.sub(" ", cell.strip()))
            for key, cell in zip(columns, row, strict=True)
            if key in COLUMNS
        )
        cells = {key: cell for key, cell in trimmed if cell}
        data: dict[str, object] = dict(cells)
        if "qualifications" in cells:
            data["qualifications"] = [
                word.strip() for word in cells["qualifications"].split(_SEPARATOR) if word.strip()
            ]
        person, found_problems = check(PersonPart, tree, (index,), data)
        problems += found_problems
        if person is not None:
            people.append(person)
    if problems:
        raise BadInput(problems)
    return people, tree


def _column(cell: str) -> str:
    """The column that a cell of the first row names: ``Name`` is ``name``."""
    column = cell.strip()
    return column.lower() if column.lower() in COLUMNS else column


def _count(cells: int) -> str:
    return f"{cells} cell{'' if cells == 1 else 's'}"
