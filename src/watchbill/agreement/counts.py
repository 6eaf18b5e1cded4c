"""What of an agreement is computed, what is recorded on purpose, and what should be computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from watchbill.agreement.encoding import Encoding, Question
from watchbill.agreement.model import Agreement, Clause


@dataclass(frozen=True, slots=True)
class EncodingCounts:
    """How many clauses there are of each sort.

    ``computing`` have a rule by which something is worked out, under some reading; ``recorded`` say
    nothing that could be; ``missing`` say something that should be and is not, whether or not they
    compute something else. ``stated``, ``derived`` and ``assumed`` are where the others come from.
    ``figures`` are parameters taken to be something without a source; ``unread`` are clauses of
    which nobody has said that they read them.
    """

    clauses: int
    computing: int
    recorded: int
    missing: int
    stated: int
    derived: int
    assumed: int
    figures: int
    unread: int

    def sentences(self) -> Iterator[str]:
        """The counts in words, a line each."""
        yield (
            f"{_clauses(self.clauses)}: {self.computing} with something to compute,"
            f" {self.recorded} recorded on purpose, {self.missing} with something that should be"
            " computed and is not."
        )
        yield (
            f"Their encoding is stated in {self.stated}, derived in {self.derived}, assumed in"
            f" {self.assumed}, missing in {self.missing}; {self.figures} open"
            f" {'figure is' if self.figures == 1 else 'figures are'} taken without a source."
        )
        if self.unread:
            yield f"Of {_clauses(self.unread)} nobody has said when they were last read."


def encoding_counts(agreement: Agreement) -> EncodingCounts:
    """The counts of the agreement as it is read."""
    clauses = agreement.clauses
    by_encoding = [one.provenance.encoding for one in clauses]
    missing = by_encoding.count(Encoding.MISSING)
    computing = sum(one.computes for one in clauses)
    return EncodingCounts(
        len(clauses),
        computing,
        sum(not one.computes and one.provenance.missing is None for one in clauses),
        missing,
        by_encoding.count(Encoding.STATED),
        by_encoding.count(Encoding.DERIVED),
        by_encoding.count(Encoding.ASSUMED),
        sum(one.default is not None and not one.source for one in agreement.parameters),
        sum(one.provenance.read is None for one in clauses),
    )


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
