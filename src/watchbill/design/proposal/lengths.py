"""A length of tours that an agreement does not allow, allowed so that it can be compared."""

from __future__ import annotations

from collections.abc import Collection

from watchbill.agreement.model import Agreement
from watchbill.asking.asking import applying, rules_of
from watchbill.design.proposal.change import ChangedClause
from watchbill.kernel.clock import Minutes, length_text
from watchbill.records.people import Person


def to_allow(
    agreement: Agreement, length: Minutes, members: Collection[Person]
) -> tuple[ChangedClause, ...]:
    """What would have to change so that tours of that length are allowed to the members.

    Only rules on lengths of tours that cover any of them are; nothing where it is allowed.
    """
    return tuple(
        ChangedClause(one.clause.number, one.rule, now)
        for one in applying(rules_of(agreement), members)
        if not one.rule.soft and (now := one.rule.allowing(length)) is not one.rule
    )


def assumed_sentence(length: Minutes) -> str:
    """Why a clause on lengths is changed."""
    return (
        f"Assumed so that rotations of tours of {length_text(length)} can be compared;"
        " nobody has proposed it."
    )
