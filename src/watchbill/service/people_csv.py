"""People from a CSV file, a row a person, every mistake told with its line."""

from __future__ import annotations

import csv
import io

from watchbill.kernel.edge import check
from watchbill.kernel.problems import BadInput, Problem, nearest
from watchbill.kernel.yamltree import Tree
from watchbill.service.file import PersonPart

COLUMNS = tuple(PersonPart.model_fields)
_SEPARATOR = ";"


def read_people(text: str, name: str) -> tuple[list[PersonPart], Tree]:
    """The people in a CSV text known as ``name``, and a tree that knows the line of each.

    The first row names the columns, which are the keys of a person in a service file;
    ``qualifications`` holds several, separated by semicolons. An empty cell is left out.
    Raises :class:`BadInput` with every problem.
    """
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        rows = [(reader.line_num, row) for row in reader if any(cell.strip() for cell in row)]
    except csv.Error as error:
        problem = Problem(name, reader.line_num, "", f"this is not CSV: {error}")
        raise BadInput([problem]) from error
    return _read(rows, name)


def _read(rows: list[tuple[int, list[str]]], name: str) -> tuple[list[PersonPart], Tree]:
    if not rows:
        raise BadInput([Problem(name, 1, "", "the file is empty")])
    head_line, head = rows[0]
    columns = [column.strip() for column in head]
    problems = [
        Problem(name, head_line, column, "no column has this name", column, ", ".join(COLUMNS),
                nearest(column, COLUMNS))
        for column in columns
        if column not in COLUMNS
    ]  # fmt: skip
    tree = Tree(name, [])
    people: list[PersonPart] = []
    for index, (line, row) in enumerate(rows[1:]):
        tree.lines[(index,)] = line
        if len(row) != len(columns):
            found = f"{len(row)} cells"
            message = "a row has as many cells as the first"
            problems.append(Problem(name, line, "", message, found, f"{len(columns)} cells"))
            continue
        cells = {key: cell.strip() for key, cell in zip(columns, row, strict=True) if cell.strip()}
        data: dict[str, object] = {key: cell for key, cell in cells.items() if key in COLUMNS}
        if "qualifications" in data:
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
