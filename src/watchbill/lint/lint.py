"""Runs every check on an agreement, and on each reading that it might be given instead."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from watchbill.agreement.model import Agreement
from watchbill.lint import checks
from watchbill.lint.remark import Gravity, Remark

Check = Callable[[Agreement], Iterator[Remark]]
_ORDER = {Gravity.ERROR: 0, Gravity.WARNING: 1, Gravity.NOTE: 2}


@cache
def all_checks(but_notes: bool = False) -> tuple[Check, ...]:
    """The checks, one a file, found by their files; ``but_notes`` leaves out those whose
    file says that it has ``ONLY_NOTES``.
    """
    modules = (
        importlib.import_module(f"{checks.__name__}.{found.name}")
        for found in pkgutil.iter_modules(checks.__path__)
    )
    return tuple(
        module.remarks
        for module in modules
        if not (but_notes and getattr(module, "ONLY_NOTES", False))
    )


def lint(agreement: Agreement) -> tuple[Remark, ...]:
    """Remarks on the agreement, the gravest first and then in the order of its clauses.

    What only another reading of an ambiguous clause would bring is a note with its name.
    """
    found = list(_remarks(agreement, all_checks()))
    seen = {(one.check, one.clauses, one.sentence) for one in found}
    for clause in agreement.clauses:
        for reading in clause.readings:
            if reading.name == clause.chosen:
                continue
            other = agreement.with_reading(clause.number, reading.name)
            for one in _remarks(other, all_checks(but_notes=True)):
                key = (one.check, one.clauses, one.sentence)
                if key not in seen and one.counts:
                    seen.add(key)
                    name = f"{clause.number}: {reading.name}"
                    found.append(replace(one, gravity=Gravity.NOTE, reading=name))
    return tuple(sorted(found, key=lambda one: (_ORDER[one.gravity], one.line)))


def _remarks(agreement: Agreement, those: tuple[Check, ...]) -> Iterator[Remark]:
    for check in those:
        yield from check(agreement)
