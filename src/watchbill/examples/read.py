"""From an example file to examples, or to every mistake in the file at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from watchbill.events.base import Event
from watchbill.events.registry import event_kinds
from watchbill.events.vacancy import Vacancy
from watchbill.examples.file import ExamplePart, ExamplePerson
from watchbill.kernel.clock import UnreadableTime, parse_wall
from watchbill.kernel.edge import check
from watchbill.kernel.problems import BadInput, Problem, nearest, shown
from watchbill.kernel.yamltree import Path_, Tree, parse_tree, path_text, read_tree
from watchbill.records.people import Person


@dataclass(frozen=True)
class Example:
    """An example as it was read: its part of the file, its events, and where it stands."""

    part: ExamplePart
    events: tuple[Event, ...]
    file: str
    line: int
    folder: Path | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return self.part.example

    @property
    def people(self) -> list[Person]:
        """Its people."""
        return [_person(name, part) for name, part in self.part.people.items()]


def read_examples(path: Path, name: str | None = None) -> list[Example]:
    """The examples of a file. Raises :class:`BadInput` with every mistake in it."""
    return _examples(read_tree(path, name or str(path)), path.parent)


def parse_examples(text: str, name: str, folder: Path | None = None) -> list[Example]:
    """The examples in a text that its user knows as ``name``. Raises :class:`BadInput`."""
    return _examples(parse_tree(text, name), folder)


def _examples(tree: Tree, folder: Path | None) -> list[Example]:
    if not isinstance(tree.data, list) or not tree.data:
        message = "an example file is a list of examples, each beginning with - example:"
        raise BadInput([tree.problem((), message)])
    examples: list[Example] = []
    problems: list[Problem] = []
    names: dict[str, int] = {}
    for index in range(len(tree.data)):
        part, found = check(ExamplePart, tree, (index,))
        problems += found
        if part is None:
            problems += _events(tree, index, _raw_events(tree, index))[1]
            continue
        events, found = _events(tree, index, part.events)
        problems += found + _mistakes(tree, index, part, events)
        if part.example in names:
            message = f"an example of this name stands on line {names[part.example]} already"
            problems.append(tree.problem((index, "example"), message, found=part.example))
        line = tree.line_of((index,))
        names.setdefault(part.example, line)
        examples.append(Example(part, tuple(events), tree.file, line, folder))
    if problems:
        raise BadInput(problems)
    return examples


def _raw_events(tree: Tree, index: int) -> list[Any]:
    """The events of an example whose other parts are damaged."""
    data = tree.data[index] if isinstance(tree.data, list) else None
    events = data.get("events") if isinstance(data, dict) else None
    return [one for one in events if isinstance(one, dict)] if isinstance(events, list) else []


def _events(tree: Tree, index: int, entries: list[Any]) -> tuple[list[Event], list[Problem]]:
    kinds = event_kinds()
    events: list[Event] = []
    problems: list[Problem] = []
    for place, entry in enumerate(entries):
        path: Path_ = (index, "events", place)
        if len(entry) != 1:
            message = "an event is one kind with its fields, such as - call_in: {person: ...}"
            problems.append(tree.problem(path, message, found=shown(entry)))
            continue
        name, fields = next(iter(entry.items()))
        own: Path_ = (*path, name)
        if name not in kinds:
            near = nearest(str(name), kinds)
            problems.append(
                Problem(tree.file, tree.key_line_of(own), path_text(own),
                        "no event has this name", str(name), ", ".join(kinds), near)
            )  # fmt: skip
            continue
        event, found = check(kinds[name], tree, own, fields)
        problems += found
        if event is not None:
            events.append(event)
    return events, problems


def _mistakes(tree: Tree, index: int, part: ExamplePart, events: Iterable[Event]) -> list[Problem]:
    """Names that the example's people do not have, times that cannot be read, and the like."""
    problems: list[Problem] = []

    def stranger(name: str | None, *path: str | int) -> None:
        if name is not None and name not in part.people:
            near = nearest(name, part.people)
            known = ", ".join(part.people) or "none"
            message = "nobody in the example has this name"
            problems.append(
                tree.problem((index, *path), message, found=name, allowed=known, suggestion=near)
            )

    for name in part.roster:
        stranger(name, "roster", name)
    for place, event in enumerate(events):
        for name in event.people:
            stranger(name, "events", place)
        for name in event.volunteers if isinstance(event, Vacancy) else ():
            stranger(name, "events", place)
    expect = part.expect
    for place, line in enumerate(expect.pay or ()):
        stranger(line.person, "expect", "pay", place)
    for name in expect.basic or ():
        stranger(name, "expect", "basic", name)
    for place, (_, person) in enumerate(expect.findings or ()):
        stranger(person, "expect", "findings", place)
    for name in expect.order or ():
        stranger(name, "expect", "order")
    for when in expect.coverage or ():
        try:
            parse_wall(when)
        except UnreadableTime as error:
            problems.append(tree.problem((index, "expect", "coverage", when), str(error)))
    for place, demand in enumerate(part.demand):
        if (demand.daily is None) == (demand.when is None):
            message = "give either daily (07:00 +12h) or when (fri sat 10:00-22:00)"
            problems.append(tree.problem((index, "demand", place), message))
    if not expect.given:
        problems.append(tree.problem((index, "expect"), "nothing is expected"))
    if expect.figures is not None and part.rotation is None and part.annual is None:
        message = "figures are of a rotation: or of annual: tours, and neither is given"
        problems.append(tree.problem((index, "expect", "figures"), message))
    return problems


def _person(name: str, part: ExamplePerson) -> Person:
    return Person(
        name,
        part.classification,
        part.status,
        part.rate,
        part.platoon,
        part.seniority,
        part.serial,
        part.unit,
        part.watch,
        part.schedule,
        frozenset(part.qualifications),
    )
