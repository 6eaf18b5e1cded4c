"""From the texts in force that a ledger keeps to the agreements that they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from watchbill.agreement.kept import kept_agreement
from watchbill.agreement.model import NO_CHOICE, NO_SETTINGS, Agreement
from watchbill.agreement.succession import Succession, Text, TextKind
from watchbill.agreement.term import Continues
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


def texts_of(
    facts: Facts,
    readings: Mapping[str, str] = NO_CHOICE,
    settings: Mapping[str, object] = NO_SETTINGS,
) -> Succession:
    """The texts in succession, as the ledger has them.

    ``readings`` and ``settings`` are chosen beside those of the ledger. Raises
    :class:`BadInput` where there is no agreement, and for choices that there are not.
    """
    agreement_of(facts)  # raises where there is none
    return Succession(tuple(_text(one, facts, readings, settings) for one in facts.texts))


def _text(
    text: TextInForce,
    facts: Facts,
    readings: Mapping[str, str],
    settings: Mapping[str, object],
) -> Text:
    kind = TextKind(text.kind)
    agreement = None
    if kind is not TextKind.READING:
        agreement = replace(parsed(text, readings, settings), leave_kinds=facts.leave_kinds)
    goes_on = [Continues(by, since, source) for since, by, source in text.goes_on]
    return Text(
        id=text.id,
        kind=kind,
        agreement=agreement,
        begins=text.begins,
        ends=text.ends,
        goes_on=tuple(goes_on),
        readings=dict(text.readings),
        settings=dict(text.settings),
    )


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
    return _parsed(text.id, text.text, text.texts, *chosen)


@lru_cache(maxsize=64)
def _parsed(
    name: str,
    text: str,
    texts: tuple[tuple[str, str], ...],
    readings: tuple[tuple[str, str], ...],
    settings: tuple[tuple[str, object], ...],
) -> Agreement:
    return kept_agreement(text, name, dict(readings), dict(settings), dict(texts))
