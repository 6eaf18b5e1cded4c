"""Rules as they are written in a file: ``- average-hours: {at_most: 42}``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from watchbill.kernel.edge import check
from watchbill.kernel.problems import Problem, nearest, shown
from watchbill.kernel.yamltree import Path_, Tree, path_text
from watchbill.periods.period import Period
from watchbill.rules.base import Rule
from watchbill.rules.registry import kinds

_PARAMETER = re.compile(r"\$([a-z][a-z0-9-]*)")


def read_rules(
    tree: Tree, path: Path_, entries: list[Any], settings: Mapping[str, object]
) -> tuple[list[Rule], list[Problem]]:
    """The rules of the list at ``path``, with parameters filled in, and every problem."""
    rules: list[Rule] = []
    problems: list[Problem] = []
    for index, entry in enumerate(entries):
        rule, found = _read_rule(tree, (*path, index), entry, settings)
        problems += found
        if rule is not None:
            rules.append(rule)
    return rules, problems


def _read_rule(
    tree: Tree, path: Path_, entry: Any, settings: Mapping[str, object]
) -> tuple[Rule | None, list[Problem]]:
    if not isinstance(entry, dict) or len(entry) != 1:
        message = "a rule is one kind with its fields, such as average-hours: {at_most: 42}"
        return None, [tree.problem(path, message, found=shown(entry))]
    (kind, fields), place = next(iter(entry.items())), (*path, next(iter(entry)))
    known = kinds()
    if kind not in known:
        problem = Problem(
            tree.file,
            tree.key_line_of(place),
            path_text(place),
            "no rule kind has this name",
            found=str(kind),
            allowed=", ".join(known),
            suggestion=nearest(str(kind), known),
        )
        return None, [problem]
    filled, problems = _fill(tree, place, fields if fields is not None else {}, settings)
    if problems:
        return None, problems
    rule, problems = check(known[kind], tree, place, filled)
    return rule, problems if rule is None else _parts_ignored(tree, place, rule)


def _parts_ignored(tree: Tree, path: Path_, rule: Rule) -> list[Problem]:
    """That a part of a period shall count by its share, for a kind that has no share of a part."""
    period = getattr(rule, "period", None)
    if not isinstance(period, Period) or not period.in_proportion or rule.in_proportion:
        return []
    message = f"{rule.kind()} goes by whole periods: it has no share of a part of one"
    place = (*path, "period", "part")
    return [tree.problem(place, message, found="in-proportion", allowed="not-judged")]


def _fill(
    tree: Tree, path: Path_, value: Any, settings: Mapping[str, object]
) -> tuple[Any, list[Problem]]:
    """``value`` with every ``$parameter`` replaced by its setting."""
    problems: list[Problem] = []
    if isinstance(value, dict):
        filled: dict[Any, Any] = {}
        for key, item in value.items():
            filled[key], found = _fill(tree, (*path, key), item, settings)
            problems += found
        return filled, problems
    if isinstance(value, list):
        items = []
        for index, item in enumerate(value):
            got, found = _fill(tree, (*path, index), item, settings)
            items.append(got)
            problems += found
        return items, problems
    match = _PARAMETER.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        return value, []
    name = match[1]
    if name in settings:
        return settings[name], []
    return None, [
        tree.problem(
            path,
            "no parameter of the agreement has this name",
            found=name,
            allowed=", ".join(settings) or "none",
            suggestion=nearest(name, settings),
        )
    ]
