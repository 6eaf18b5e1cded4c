"""What holds for a person's leave of a kind: by which clause, or by whose word, or as assumed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchbill.agreement.model import Agreement, Clause, ScopedRule
from watchbill.asking.asking import rules_of
from watchbill.kernel.problems import nearest
from watchbill.records.people import Person
from watchbill.rules.leaving import USUAL_PAY, LeaveTerms, RulesLeave


@dataclass(frozen=True, slots=True)
class LeavePay:
    """Whether leave of a kind is paid: by ``clause``, else by the service where not ``assumed``."""

    kind: str
    paid: bool
    clause: Clause | None = None
    assumed: bool = False

    @property
    def sentence(self) -> str:
        """``Leave (parental) is not paid: assumed, no clause says.``"""
        text = f"Leave ({self.kind}) is {'paid' if self.paid else 'not paid'}"
        return f"{text}: assumed, no clause says." if self.assumed else f"{text}."


def leave_pay(agreement: Agreement, person: Person, kind: str) -> LeavePay:
    """Whether that person's leave of that kind is paid. A kind that nobody knows is not."""
    for one, terms in _terms(agreement, person, kind):
        if terms.paid is not None:
            return LeavePay(kind, terms.paid, one.clause)
    own = _same(kind, agreement.leave_kinds)
    if own is not None:
        return LeavePay(kind, agreement.leave_kinds[own])
    usual = _same(kind, USUAL_PAY)
    return LeavePay(kind, usual is not None and USUAL_PAY[usual], assumed=True)


def counts_as_worked(agreement: Agreement, person: Person, kind: str) -> bool | None:
    """Whether that leave counts as time worked; ``None`` where no clause says."""
    said = (terms.as_worked for _, terms in _terms(agreement, person, kind))
    return next((one for one in said if one is not None), None)


def known_leave(agreement: Agreement) -> tuple[str, ...]:
    """Every kind of leave that somebody may be on: the agreement's, the service's, the usual."""
    named = [kind for one in rules_of(agreement) for kind in one.rule.leave_named()]
    return tuple(dict.fromkeys((*named, *agreement.leave_kinds, *USUAL_PAY)))


def is_known_leave(agreement: Agreement, kind: str) -> bool:
    """Whether leave may be of that kind."""
    return _same(kind, known_leave(agreement)) is not None


def nearest_leave(agreement: Agreement, kind: str) -> str | None:
    """The kind that was likely meant."""
    return nearest(kind, known_leave(agreement))


def _terms(
    agreement: Agreement, person: Person, kind: str
) -> Iterator[tuple[ScopedRule, LeaveTerms]]:
    """What the clauses that cover the person say, those that name the kind first."""
    ruling = [
        (one, one.rule)
        for one in rules_of(agreement)
        if isinstance(one.rule, RulesLeave) and one.covers(person)
    ]
    ruling.sort(key=lambda pair: not pair[1].leave_kinds())
    for one, rule in ruling:
        yield one, rule.leave_terms(kind)


def _same(kind: str, names: Iterable[str]) -> str | None:
    return next((name for name in names if name.casefold() == kind.casefold()), None)
