"""A proposal file: an agreement with clauses changed, as an overlay on the one it is made on."""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from ruamel.yaml import YAML

from watchbill.agreement.file import ProposalPart
from watchbill.agreement.load import load_agreement
from watchbill.agreement.model import Agreement, Clause
from watchbill.agreement.shipped import agreement_ids
from watchbill.kernel.edge import check
from watchbill.kernel.problems import BadInput
from watchbill.kernel.yamltree import parse_tree
from watchbill.rules.base import Rule

WIDTH = 96


def proposal_text(proposed: Agreement, name: str, source: str, file: Path) -> str | None:
    """The proposal that turns the agreement, as it stands in its file, into ``proposed``.

    ``file`` is where it will stand; ``source`` says who proposes it. ``None`` where no clause
    differs. Where a clause has one rule of a kind, its figures alone are changed; else the clause
    is written anew, as it would be. Readings chosen of ambiguous clauses count as changes, figures
    that the agreement leaves open are given as they were chosen. Raises :class:`BadInput` where
    the agreement's own file cannot be read any more.
    """
    on = _made_on(proposed, file)
    settings = _settings(proposed)
    base = load_agreement(on if on in agreement_ids() else file.parent / on, {}, settings)
    changes: list[dict[str, Any]] = []
    clauses: list[dict[str, Any]] = []
    for clause in proposed.clauses:
        was = base.by_number.get(clause.number)
        if was is not None and was.rules == clause.rules:
            continue
        figures = None if was is None else _changes_of(was, clause)
        if figures is None:
            clauses.append(_clause_data(clause, source))
        else:
            changes += figures
    gone = [number for number in base.by_number if number not in proposed.by_number]
    if not changes and not clauses and not gone:
        return None
    data: dict[str, Any] = {"proposal": _slug(file), "on": on, "name": name, "source": source}
    parts = {"settings": dict(settings), "without": gone, "changes": changes, "clauses": clauses}
    text = _yaml(data | {key: part for key, part in parts.items() if part})
    part, problems = check(ProposalPart, parse_tree(text, str(file)))
    if part is None or problems:
        raise BadInput(problems)
    return text


def _changes_of(was: Clause, now: Clause) -> list[dict[str, Any]] | None:
    """Figures of the clause's rules that are others; ``None`` where more than that differs."""
    if len(was.rules) != len(now.rules):
        return None
    every = [*was.rules, *(rule for reading in was.readings for rule in reading.rules)]
    kinds = Counter(rule.kind() for rule in dict.fromkeys(every))
    found = []
    for one, other in zip(was.rules, now.rules, strict=True):
        if one == other:
            continue
        before, after = _record_data(one), _record_data(other)
        if one.kind() != other.kind() or kinds[one.kind()] > 1 or set(before) - set(after):
            return None
        fields = {key: value for key, value in after.items() if before.get(key) != value}
        reading = f"{other.says()} As it stands: {one.says()}"
        found.append(
            {"clause": now.number, "reading": reading, "rule": one.kind(), "fields": fields}
        )
    return found


def _made_on(proposed: Agreement, file: Path) -> str:
    """The agreement by its id where it ships, else its file as seen from the proposal's."""
    if proposed.on is None and proposed.id in agreement_ids():
        return proposed.id
    return os.path.relpath(proposed.file, file.parent)


def _settings(proposed: Agreement) -> Mapping[str, object]:
    defaults = {one.name: one.default for one in proposed.parameters}
    return {
        name: value
        for name, value in proposed.settings.items()
        if name in defaults and value != defaults[name]
    }


def _slug(file: Path) -> str:
    letters = (letter.lower() if letter.isascii() and letter.isalnum() else "-"
               for letter in file.stem)  # fmt: skip
    return "-".join(part for part in "".join(letters).split("-") if part) or "proposal"


def _clause_data(clause: Clause, source: str) -> dict[str, Any]:
    reading = " ".join(rule.says() for rule in clause.rules) or "Nothing is asked any more."
    parts: dict[str, Any] = {
        "applies_to": _record_data(clause.applies_to),
        "assumed": clause.assumed or source,
        "refers_to": list(clause.refers_to),
        "rules": [{rule.kind(): _record_data(rule)} for rule in clause.rules],
    }
    data: dict[str, Any] = {
        "clause": clause.number,
        "heading": clause.heading,
        "reading": reading,
    }
    return data | {key: part for key, part in parts.items() if part}


def _record_data(record: Rule | object) -> dict[str, Any]:
    """The fields of a record that are not left at what they are by default, as a file has them."""
    dumped = TypeAdapter(type(record)).dump_python(record, mode="json", exclude_defaults=True)
    return {key: _plain(value) for key, value in dumped.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        try:
            number = Decimal(value)
        except ArithmeticError:
            return value
        return int(number) if number == number.to_integral_value() else float(number)
    return value


def _yaml(data: Mapping[str, Any]) -> str:
    yaml = YAML()
    yaml.width = WIDTH
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = io.StringIO()
    yaml.dump(dict(data), out)
    return out.getvalue()
