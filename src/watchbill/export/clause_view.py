"""An agreement as its page shows it: each clause with rules, remarks and worked examples."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from watchbill.agreement.counts import counts_sentences, encoding_counts
from watchbill.agreement.encoding import LastRead
from watchbill.agreement.model import Agreement, Clause
from watchbill.examples.read import Example, read_examples
from watchbill.examples.run import Result, Tried, try_all
from watchbill.examples.shipped import FOLDER
from watchbill.lint.lint import lint
from watchbill.lint.remark import Remark


@dataclass(frozen=True, slots=True)
class ClauseView:
    """A clause with what belongs to it."""

    clause: Clause
    covers: str
    remarks: tuple[Remark, ...]
    examples: tuple[Tried, ...]

    @property
    def is_recorded(self) -> bool:
        """Whether it is recorded on purpose: nothing is worked out, and nothing should be."""
        return not self.clause.computes and self.clause.provenance.missing is None


@dataclass(frozen=True, slots=True)
class AgreementView:
    """The whole page: remarks on no clause in particular, and examples of none, stand apart."""

    agreement: Agreement
    clauses: tuple[ClauseView, ...]
    remarks: tuple[Remark, ...]
    examples: tuple[Tried, ...]

    @property
    def counts(self) -> tuple[str, ...]:
        """What of it is computed, recorded, derived, assumed and missing, in words."""
        return tuple(counts_sentences(encoding_counts(self.agreement)))

    @property
    def read(self) -> LastRead | None:
        """Who last read most of its clauses; a clause that another read says so itself."""
        readers = Counter(one.provenance.read for one in self.agreement.clauses)
        return readers.most_common(1)[0][0]

    @property
    def agreed(self) -> int:
        """How many examples agree."""
        return sum(one.result is Result.AGREED for one in self.all_examples)

    @property
    def all_examples(self) -> tuple[Tried, ...]:
        """Every example, those of clauses first."""
        own = tuple(one for view in self.clauses for one in view.examples)
        return own + self.examples


def view_agreement(agreement: Agreement, more: Sequence[Example] = ()) -> AgreementView:
    """The agreement's page; the examples that ship with it and ``more`` of them, tried now."""
    remarks = lint(agreement)
    tried = try_all([*shipped_examples(agreement.id), *more])
    numbers = set(agreement.by_number)
    return AgreementView(
        agreement,
        tuple(_clause(clause, remarks, tried) for clause in agreement.clauses),
        tuple(one for one in remarks if not one.clauses),
        tuple(one for one in tried if one.example.part.clause not in numbers),
    )


def shipped_examples(agreement: str) -> list[Example]:
    """The examples that ship with an agreement; none with one of one's own."""
    path = FOLDER / f"{agreement}.yaml"
    return read_examples(path) if path.is_file() else []


def _clause(clause: Clause, remarks: tuple[Remark, ...], tried: list[Tried]) -> ClauseView:
    covers = "" if clause.applies_to.is_open else str(clause.applies_to)
    return ClauseView(
        clause,
        covers,
        tuple(one for one in remarks if clause.number in one.clauses[:1]),
        tuple(one for one in tried if one.example.part.clause == clause.number),
    )
