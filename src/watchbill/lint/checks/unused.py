"""Words that are defined and never used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from watchbill.agreement.model import Agreement
from watchbill.asking.asking import rules_of
from watchbill.lint.remark import Gravity, Remark, remark
from watchbill.lint.scopes import scopes_within
from watchbill.lint.stated import stated_cycles
from watchbill.records.people import Scope

CHECK = "unused words"
ONLY_NOTES = True


def remarks(agreement: Agreement) -> Iterator[Remark]:
    """Classifications, statuses and tours that stand in the definitions alone."""
    scopes = list(_scopes(agreement))
    named = {name for scope in scopes for name in scope.classification}
    if not any(scope.not_classification for scope in scopes):  # "all but" uses every other word
        yield from _unnamed("classification", agreement.classifications, named)
    named = {name for scope in scopes for name in scope.status}
    if not any(scope.not_status for scope in scopes):
        yield from _unnamed("status", agreement.statuses, named)
    yield from _tours(agreement)


def _scopes(agreement: Agreement) -> Iterator[Scope]:
    for clause in agreement.clauses:
        for part in (clause.applies_to, *clause.rules, *(one.rules for one in clause.readings)):
            yield from scopes_within(part)


def _unnamed(what: str, defined: Mapping[str, str], named: set[str]) -> Iterator[Remark]:
    """Where no clause names any, every clause covers all alike, and nothing is to be said."""
    for name in defined:
        if named and name not in named:
            sentence = f"The {what} {name} is defined, and no clause names it."
            yield remark(CHECK, Gravity.NOTE, (), sentence, name)


def _tours(agreement: Agreement) -> Iterator[Remark]:
    """Tours that are neither in a stated rotation nor as long as those that a rule speaks of.

    Without a stated rotation nobody knows, and nothing is said.
    """
    cycles = stated_cycles(agreement)
    worked = {tour for _, _, cycle in cycles for _, tour in cycle.worked}
    rules = [scoped.rule for scoped in rules_of(agreement)]
    lengths = {tour.length for tour in worked} | {
        one for rule in rules for one in rule.lengths_named()
    }
    for code, tour in agreement.tours.items():
        if cycles and tour not in worked and tour.length not in lengths:
            sentence = f"The tour {code} ({tour.name}) is defined, and no rule speaks of it."
            yield remark(CHECK, Gravity.NOTE, (), sentence, code)
