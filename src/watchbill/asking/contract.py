"""What is in force, as a record of the contract."""

from __future__ import annotations

from collections.abc import Iterable

from watchbill.agreement.succession import InForce, OutsideTerm, Spell
from watchbill.contract.in_force import InForceRecord, OutsideRecord


def in_force_record(spells: Iterable[Spell]) -> InForceRecord:
    """What every answer for these spells says of the texts in force."""
    spells = tuple(spells)
    notes = (one.answer.note for one in spells if isinstance(one.answer, InForce))
    return InForceRecord(
        goes_on=tuple(dict.fromkeys(note for note in notes if note is not None)),
        not_computed=tuple(
            OutsideRecord(
                first=one.first,
                last=one.last,
                why=one.answer.sentence,
                to_enter=one.answer.enter,
            )
            for one in spells
            if isinstance(one.answer, OutsideTerm)
        ),
    )
