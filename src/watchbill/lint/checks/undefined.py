"""Classifications, statuses and tours that are used and never defined."""

from __future__ import annotations

from collections.abc import Iterator

from watchbill.agreement.model import Agreement
from watchbill.kernel.problems import nearest
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import scopes_within
from watchbill.lint.stated import stated_cycles
from watchbill.rotation.catalogue import known_rotation

CHECK = "undefined words"


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Names in scopes that the definitions do not have, each once a clause."""
    for clause in agreement.clauses:
        seen: set[tuple[str, str]] = set()
        parts = [clause.applies_to, *clause.rules, *(one.rules for one in clause.readings)]
        for scope in (scope for part in parts for scope in scopes_within(part)):
            for what, names, known in (
                (
                    "classification",
                    (*scope.classification, *scope.not_classification),
                    agreement.classifications,
                ),
                ("status", (*scope.status, *scope.not_status), agreement.statuses),
            ):
                for name in names:
                    if name in known or (what, name) in seen:
                        continue
                    seen.add((what, name))
                    near = nearest(name, known)
                    hint = f" Perhaps {near} is meant." if near else ""
                    sentence = f"The {what} {name} is used and never defined.{hint}"
                    yield remark(CHECK, Gravity.ERROR, (clause,), sentence, name)
    yield from _letters(agreement)


def _letters(agreement: Agreement) -> Iterator[Remark]:
    """Letters of a stated rotation that are no tour, and of which nobody says how long it is."""
    for stating, stated, cycle in stated_cycles(agreement):
        known = known_rotation(stated.pattern or "") is not None
        if known or stated.tour is not None or not agreement.tours:
            continue
        for code in cycle.tours:
            if code in agreement.tours or code in cycle.pattern.lengths:
                continue
            sentence = (
                f"The rotation {stated.pattern} has a tour {code}, which is never defined;"
                f" there are {', '.join(agreement.tours)}."
            )
            yield remark(CHECK, Gravity.ERROR, (stating.clause,), sentence, code)
