"""What is stored of a text in force: plain data, with its digest, to be checked when read back.

The texts themselves are kept beside, under their digest. What is stored is small and can stand
under a seal; the digest binds the text that is kept to it.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import Field

from watchbill.agreement.file import Part
from watchbill.agreement.load import read_agreement
from watchbill.agreement.succession import Text as InPlace
from watchbill.agreement.succession import TextKind
from watchbill.agreement.term import Continues
from watchbill.agreement.texts import AgreementTexts
from watchbill.kernel.clock import day_text
from watchbill.kernel.edge import check
from watchbill.kernel.fields import DayField, Text
from watchbill.kernel.problems import BadInput, Problem
from watchbill.kernel.yamltree import Tree

PLACE = "text in force"


class ContinuesPart(Part):
    """That a text goes on after its end until a new one."""

    by: Text
    """Who says so."""
    since: DayField
    """The first date for which it is said."""
    source: Text
    """Where it is said: a letter, minutes, an award, with its date."""

    def continues(self) -> Continues:
        """The record."""
        return Continues(self.by, self.since, self.source)


class TextPart(Part):
    """A text with the dates for which it holds here, as it is stored."""

    id: Text
    """The agreement's id, or what an award is called."""
    kind: Literal["agreement", "statute", "reading"] = "agreement"
    digest: Annotated[str, Field(pattern="^([0-9a-f]{64})?$")] = ""
    """SHA-256 of the texts it is read from; a reading has none."""
    begins: DayField | None = None
    """The first date, where it is another than its own."""
    ends: DayField | None = None
    """The last date, where it is another than its own."""
    readings: dict[str, Text] = Field(default_factory=dict)
    """How ambiguous clauses are read, by clause number."""
    settings: dict[str, Any] = Field(default_factory=dict)
    """Figures chosen for what the text leaves open; exact figures are texts."""
    goes_on: list[ContinuesPart] = Field(default_factory=list)
    """Everybody who says that it goes on after its end."""


def text_data(text: InPlace) -> dict[str, object]:
    """What is stored of a text: keys with text, numbers, lists and dictionaries of them."""
    return {
        "id": text.id,
        "kind": str(text.kind),
        "digest": text.digest,
        "begins": None if text.begins is None else day_text(text.begins),
        "ends": None if text.ends is None else day_text(text.ends),
        "readings": dict(text.readings),
        "settings": {name: _plain(value) for name, value in text.settings.items()},
        "goes_on": [
            {"by": one.by, "since": day_text(one.since), "source": one.source}
            for one in text.goes_on
        ],
    }


def read_text_data(data: object, kept: Mapping[str, AgreementTexts]) -> InPlace:
    """The text that was stored as ``data``, with its agreement read from the texts ``kept``.

    ``kept`` are texts by their digest. Raises :class:`BadInput` where the data is none of ours,
    where its text is not kept, and where what is kept under the digest is another text.
    """
    part, problems = check(TextPart, Tree(PLACE, data))
    if part is None:
        raise BadInput(problems)
    kind = TextKind(part.kind)
    agreement = None
    if kind is not TextKind.READING:
        texts = _kept(part, kept)
        agreement = read_agreement(texts, part.readings, part.settings)
    return InPlace(
        part.id,
        kind,
        agreement,
        part.begins,
        part.ends,
        tuple(one.continues() for one in part.goes_on),
        part.readings,
        part.settings,
    )


def _kept(part: TextPart, kept: Mapping[str, AgreementTexts]) -> AgreementTexts:
    texts = kept.get(part.digest)
    if texts is None:
        message = f"the text of {part.id} is not kept beside, and nothing is computed without it"
        raise BadInput([Problem(PLACE, None, "digest", message, part.digest or "none")])
    if texts.digest != part.digest:
        message = f"what is kept for {part.id} is another text than the one that was stored"
        raise BadInput([Problem(PLACE, None, "digest", message, texts.digest, part.digest)])
    return texts


def _plain(value: object) -> object:
    """A setting as it is stored: an exact figure as text, which reads back as the same figure."""
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, Decimal) else value
