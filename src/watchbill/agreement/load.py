"""From an agreement file to an agreement, or to every mistake in the file at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from watchbill.agreement.build import build_agreement
from watchbill.agreement.figures import changes_of
from watchbill.agreement.file import ChangePart, ProposalPart
from watchbill.agreement.model import NO_CHOICE, NO_SETTINGS, Agreement
from watchbill.agreement.propose import propose
from watchbill.agreement.texts import NONE_BESIDE, AgreementTexts, gather_texts, texts_of
from watchbill.kernel.clock import Day
from watchbill.kernel.edge import check
from watchbill.kernel.yamltree import Tree


def load_agreement(
    where: str | Path,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Agreement:
    """The agreement in a file, or the one that ships under that id; for a proposal's file, the
    agreement that it is made on with its changes.

    ``readings`` chooses, by clause number, another reading than the default of an ambiguous
    clause; ``settings`` gives the parameters that the agreement leaves open. Raises
    :class:`BadInput` with every problem of the file and of the choices.
    """
    return read_agreement(gather_texts(where), readings, settings)


def parse_agreement(
    text: str,
    name: str,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
    beside: Mapping[str, str] = NONE_BESIDE,
) -> Agreement:
    """The agreement, or the proposal, in a text that its user knows as ``name``.

    A proposal is made on one of the texts ``beside`` it, else on one that ships. Raises
    :class:`BadInput`.
    """
    return read_agreement(texts_of(text, name, beside), readings, settings)


def read_agreement(
    texts: AgreementTexts,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Agreement:
    """The agreement that these texts describe, with its figures by date. Raises
    :class:`BadInput`."""
    trees = [one.tree for one in texts.chain]
    first = _read(trees, readings, settings, None)
    chosen = {**_proposed(trees), **settings}
    later = tuple(
        replace(_read(trees, readings, settings, day), figures_from=day, digest=texts.digest)
        for day in changes_of(first.parameters, chosen)
    )
    return replace(first, digest=texts.digest, later=later)


def _proposed(trees: Sequence[Tree]) -> dict[str, object]:
    """The figures that proposals give: as what is chosen, they hold on every date."""
    given: dict[str, object] = {}
    for tree in reversed(trees[:-1]):
        part, _ = check(ProposalPart, tree)
        given |= {} if part is None else part.settings
    return given


def _read(
    trees: Sequence[Tree],
    readings: Mapping[str, str],
    settings: Mapping[str, object],
    day: Day | None,
    changes: Sequence[ChangePart] = (),
) -> Agreement:
    """The agreement of the first of the trees, each made on the next, as its figures are then."""
    own, *beneath = trees
    if not beneath:
        return build_agreement(own, readings, settings, day, changes)

    def read(
        others: Mapping[str, str], chosen: Mapping[str, object], more: Sequence[ChangePart]
    ) -> Agreement:
        return _read(beneath, others, chosen, day, more)

    return propose(own, read, readings, settings, changes)
