"""From the texts in force that a ledger keeps to the agreements that they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from watchbill.agreement.kept import kept_agreement
from watchbill.agreement.model import NO_CHOICE, NO_SETTINGS, Agreement
from watchbill.kernel.problems import BadInput, Problem
from watchbill.records.facts import Facts, TextInForce


def agreement_of(
    facts: Facts,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Agreement:
    """The agreement that was put in force last, read as the service reads it.

    ``readings`` and ``settings`` are chosen beside those of the ledger. Raises
    :class:`BadInput` where none was, and for choices that there are not.
    """
    texts = [text for text in facts.texts if text.kind == "agreement"]
    if not texts:
        message = "no agreement is in force: the ledger has none"
        raise BadInput([Problem("ledger", None, "", message)])
    agreement = parsed(texts[-1], readings, settings)
    return replace(agreement, leave_kinds=facts.leave_kinds)


def parsed(
    text: TextInForce,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Agreement:
    """The agreement in a text. Raises :class:`BadInput` where it cannot be read."""
    chosen = (
        tuple(sorted({**dict(text.readings), **readings}.items())),
        tuple(
            (name, tuple(value) if isinstance(value, list) else value)
            for name, value in sorted({**dict(text.settings), **settings}.items())
        ),
    )
    return _parsed(text.id, text.text, *chosen)


@lru_cache(maxsize=64)
def _parsed(
    name: str,
    text: str,
    readings: tuple[tuple[str, str], ...],
    settings: tuple[tuple[str, object], ...],
) -> Agreement:
    return kept_agreement(text, name, dict(readings), dict(settings))
