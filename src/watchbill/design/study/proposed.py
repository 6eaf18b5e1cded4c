"""What a study would have changed in the agreement, so that it can be handed over as a proposal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from watchbill.agreement.model import Agreement
from watchbill.design.proposal.write import proposal_text
from watchbill.design.study.study import LengthStudy
from watchbill.design.why.sentences import allowed_sentence, opening_text, openings_of
from watchbill.kernel.clock import length_text


@dataclass(frozen=True, slots=True)
class ProposedChanges:
    """The agreement as it would be, what it would be called, and what opens what in a sentence."""

    agreement: Agreement
    name: str
    says: str


def proposed_by(lengths: Iterable[LengthStudy]) -> ProposedChanges | None:
    """What the first of the lengths needs to have changed: what opens it where it cannot be, or
    what allows it. ``None`` where none needs a clause changed.
    """
    for one in lengths:
        found = _opening(one) or _allowance(one)
        if found is not None:
            return found
    return None


def _opening(one: LengthStudy) -> ProposedChanges | None:
    """The first opening that changes clauses alone."""
    if one.why_not is None:
        return None
    for relaxed, opening in openings_of(one.why_not):
        if relaxed.step is not None and relaxed.step.changed:
            name = f"Tours of {length_text(one.length)} for {one.need.people} people"
            return ProposedChanges(relaxed.step.agreement, name, opening_text(opening))
    return None


def _allowance(one: LengthStudy) -> ProposedChanges | None:
    if not one.allowed or one.why_not is not None:
        return None
    says = " ".join(allowed_sentence(change, one.length) for change in one.allowed)
    return ProposedChanges(one.agreement, f"Tours of {length_text(one.length)}", says)


def proposal_file_text(found: ProposedChanges, file: Path) -> str | None:
    """The proposal's file. Raises :class:`BadInput` as :func:`proposal_text` does."""
    source = f"Written by a search for rotations, which it would open: {found.says}"
    return proposal_text(found.agreement, found.name, source, file)
