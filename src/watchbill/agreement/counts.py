"""What of an agreement is computed, what is recorded on purpose, and what should be computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from watchbill.agreement.encoding import Encoding, Question
from watchbill.agreement.model import Agreement, Clause
from watchbill.contract.agreement import EncodingCountsRecord


def encoding_counts(agreement: Agreement) -> EncodingCountsRecord:
    """The counts of the agreement as it is read."""
    clauses = agreement.clauses
    by_encoding = [one.provenance.encoding for one in clauses]
    missing = by_encoding.count(Encoding.MISSING)
    computing = sum(one.computes for one in clauses)
    return EncodingCountsRecord(
        clauses=len(clauses),
        computing=computing,
        recorded=sum(not one.computes and one.provenance.missing is None for one in clauses),
        missing=missing,
        stated=by_encoding.count(Encoding.STATED),
        derived=by_encoding.count(Encoding.DERIVED),
        assumed=by_encoding.count(Encoding.ASSUMED),
        figures=sum(one.default is not None and not one.source for one in agreement.parameters),
        unread=sum(one.provenance.read is None for one in clauses),
    )


def counts_sentences(counts: EncodingCountsRecord) -> Iterator[str]:
    """The counts in words, a line each."""
    yield (
        f"{_clauses(counts.clauses)}: {counts.computing} with something to compute,"
        f" {counts.recorded} recorded on purpose, {counts.missing} with something that should be"
        " computed and is not."
    )
    yield (
        f"Their encoding is stated in {counts.stated}, derived in {counts.derived}, assumed in"
        f" {counts.assumed}, missing in {counts.missing}; {counts.figures} open"
        f" {'figure is' if counts.figures == 1 else 'figures are'} taken without a source."
    )
    if counts.unread:
        yield f"Of {_clauses(counts.unread)} nobody has said when they were last read."


def unanswered(agreement: Agreement, question: Question) -> tuple[Clause, ...]:
    """The clauses that have no full answer to that question."""
    return tuple(
        one
        for one in agreement.clauses
        if one.provenance.missing is not None and question in one.provenance.missing.questions
    )


def unanswered_sentences(clauses: Iterable[Clause], done: str) -> tuple[str, ...]:
    """``Not priced: 12.07 (the rates for being on call).``, a sentence a clause."""
    return tuple(
        f"{done}: {one.number} ({one.provenance.missing.says.rstrip('.')})."
        for one in clauses
        if one.provenance.missing is not None
    )


def otherwise_worded(agreement: Agreement, other: Agreement) -> tuple[str, ...]:
    """Clauses of an agreement and of a proposal to it that say something else, and of whose
    difference nothing is computed, a sentence each; none for two agreements of their own.
    """
    if (agreement.on or agreement.id) != (other.on or other.id):
        return ()
    return tuple(_differences(agreement, other))


def _differences(agreement: Agreement, other: Agreement) -> Iterator[str]:
    for clause in agreement.clauses:
        now = other.by_number.get(clause.number)
        if now is None:
            if not clause.computes or clause.provenance.missing is not None:
                yield f"{clause.number} goes, and what it says is not computed."
        elif _words(clause) != _words(now) and _alike(clause, now):
            yield f"{clause.number} says something else, and nothing is computed of the difference."
        elif clause != now and now.provenance.missing is not None:
            yield f"{clause.number} changes, and it is not computed in full."
    for clause in other.clauses:
        if clause.number not in agreement.by_number and not clause.computes:
            yield f"{clause.number} is new, and nothing of it is computed."


def _words(clause: Clause) -> tuple[str, ...]:
    return (clause.heading, " ".join(clause.reading.split()))


def _alike(clause: Clause, other: Clause) -> bool:
    """Whether nothing that is computed differs."""
    return clause.applies_to == other.applies_to and clause.rules == other.rules


def _clauses(count: int) -> str:
    return f"{count} clause{'' if count == 1 else 's'}"
