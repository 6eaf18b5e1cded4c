"""A length of tours that an agreement does not allow, allowed so that it can be compared."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from watchbill.agreement.model import Agreement
from watchbill.design.proposal.change import Changed
from watchbill.kernel.clock import Minutes, length_text
from watchbill.records.people import Person
from watchbill.rules.base import Rule
from watchbill.rules.tours_allowed import ToursAllowed


def to_allow(
    agreement: Agreement, length: Minutes, members: Collection[Person]
) -> tuple[Changed, ...]:
    """What would have to change so that tours of that length are allowed to the members.

    Only rules on lengths of tours that cover any of them are; nothing where it is allowed.
    """
    return tuple(
        Changed(one.clause.number, one.rule, now)
        for one in agreement.rules()
        if any(map(one.covers, members)) and (now := _allowing(one.rule, length)) is not one.rule
    )


def assumed_sentence(length: Minutes) -> str:
    """Why a clause on lengths is changed."""
    return (
        f"Assumed so that rotations of tours of {length_text(length)} can be compared;"
        " nobody has proposed it."
    )


def _allowing(rule: Rule, length: Minutes) -> Rule:
    if not isinstance(rule, ToursAllowed) or rule.soft:
        return rule
    too_long = rule.at_most is not None and length > rule.at_most
    if not too_long and (not rule.lengths or length in rule.lengths):
        return rule
    return replace(
        rule,
        lengths=(length,) if rule.lengths else (),
        at_most=length if too_long else rule.at_most,
    )
