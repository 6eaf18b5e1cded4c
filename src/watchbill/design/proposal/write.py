"""A proposal file: an agreement with clauses changed, as an overlay on the one it is made on."""

from __future__ import annotations

import io
import os
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


def changed_clauses(base: Agreement, proposed: Agreement) -> list[Clause]:
    """The clauses of ``proposed`` that are new or whose rules are not those of ``base``."""
    known = base.by_number
    return [
        clause
        for clause in proposed.clauses
        if clause.number not in known or clause.rules != known[clause.number].rules
    ]


def proposal_text(proposed: Agreement, name: str, source: str, file: Path) -> str | None:
    """The proposal that turns the agreement, as it stands in its file, into ``proposed``.

    ``file`` is where it will stand; ``source`` says who proposes it. ``None`` where no clause
    differs. Readings chosen of ambiguous clauses count as changes, figures that the agreement
    leaves open are given as they were chosen. Raises :class:`BadInput` where the agreement's own
    file cannot be read any more.
    """
    on = _made_on(proposed, file)
    settings = _settings(proposed)
    base = load_agreement(on if on in agreement_ids() else file.parent / on, {}, settings)
    clauses = changed_clauses(base, proposed)
    gone = [number for number in base.by_number if number not in proposed.by_number]
    if not clauses and not gone:
        return None
    data: dict[str, Any] = {"proposal": _slug(file), "on": on, "name": name, "source": source}
    if settings:
        data["settings"] = dict(settings)
    if gone:
        data["without"] = gone
    data["clauses"] = [_clause_data(clause) for clause in clauses]
    text = _yaml(data)
    part, problems = check(ProposalPart, parse_tree(text, str(file)))
    if part is None or problems:
        raise BadInput(problems)
    return text


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


def _clause_data(clause: Clause) -> dict[str, Any]:
    reading = " ".join(rule.says() for rule in clause.rules) or "Nothing is asked any more."
    data: dict[str, Any] = {
        "clause": clause.number,
        "heading": clause.heading,
        "reading": reading,
    }
    applies_to = _record_data(clause.applies_to)
    if applies_to:
        data["applies_to"] = applies_to
    if clause.refers_to:
        data["refers_to"] = list(clause.refers_to)
    data["rules"] = [{rule.kind(): _record_data(rule)} for rule in clause.rules]
    return data


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
