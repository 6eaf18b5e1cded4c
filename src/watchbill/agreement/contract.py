"""An agreement's term as a record of the contract."""

from __future__ import annotations

from watchbill.agreement.computed import Computed
from watchbill.agreement.succession import OutsideTerm
from watchbill.contract.term import InForceRecord, NotComputedRecord


def in_force_record(held: Computed) -> InForceRecord:
    """Which text goes on after its term, and which dates are not computed."""
    gone_on = dict.fromkeys(one.note for _, one in held.inside if one.note is not None)
    return InForceRecord(
        goes_on=tuple(gone_on),
        not_computed=tuple(
            NotComputedRecord(
                first=spell.first,
                last=spell.last,
                why=spell.answer.sentence,
                to_enter=spell.answer.enter,
            )
            for spell in held.outside
            if isinstance(spell.answer, OutsideTerm)
        ),
    )
