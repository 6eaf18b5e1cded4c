"""Figures that are left open, and figures that no rule asks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from watchbill.agreement.clock_change import CLOCK_CHANGE
from watchbill.agreement.model import Agreement
from watchbill.agreement.shipped import agreement_path
from watchbill.kernel.problems import BadInput
from watchbill.kernel.yamltree import read_tree
from watchbill.lint.remark import Gravity, Remark, remark

CHECK = "open figures"
ONLY_NOTES = True
_BY_NAME = {CLOCK_CHANGE}
"""Pay asks for these itself."""
_PARAMETER = re.compile(r"\$([a-z][a-z0-9-]*)")


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Each parameter without a figure, and each that nothing asks for."""
    asked = _asked(agreement)
    for parameter in agreement.parameters:
        if agreement.settings.get(parameter.name) is None:
            sentence = f"The parameter {parameter.name} is left open. {parameter.says.strip()}"
            yield remark(CHECK, Gravity.NOTE, (), sentence, parameter.name)
        if asked is not None and parameter.name not in asked | _BY_NAME:
            sentence = f"The parameter {parameter.name} is used by no rule."
            yield remark(CHECK, Gravity.NOTE, (), sentence, parameter.name)


def _asked(agreement: Agreement) -> set[str] | None:
    """Parameters in the rules as they are written; ``None`` where there is no file any more.

    An agreement has its rules with the figures filled in: only its text still tells.
    """
    try:
        tree = read_tree(agreement_path(agreement.file), agreement.file)
    except BadInput:
        return None
    return set(_within(tree.data))


def _within(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for item in value.values():
            yield from _within(item)
    elif isinstance(value, list):
        for item in value:
            yield from _within(item)
    elif isinstance(value, str) and (match := _PARAMETER.fullmatch(value)):
        yield match[1]
