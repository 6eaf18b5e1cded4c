"""The texts that an agreement is read from: its file, or a proposal's with all beneath it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from watchbill.agreement.shipped import agreement_ids, agreement_path
from watchbill.kernel.problems import BadInput, nearest
from watchbill.kernel.textfile import read_text
from watchbill.kernel.yamltree import MAX_BYTES, Tree, parse_tree

NONE_BESIDE: Mapping[str, str] = {}


@dataclass(frozen=True)
class NamedText:
    """A file's text by the name its user knows it under; ``folder`` is where it lies, if it does.

    ``place`` is its own wherever it is named from: the path, or the name.
    """

    name: str
    text: str
    place: str
    folder: Path | None = None

    @cached_property
    def tree(self) -> Tree:
        """Its tree. Raises :class:`BadInput` where it is no YAML."""
        return parse_tree(self.text, self.name)

    @property
    def is_proposal(self) -> bool:
        """Whether it is an overlay on another text."""
        return isinstance(self.tree.data, dict) and "proposal" in self.tree.data

    @property
    def made_on(self) -> str | None:
        """What a proposal is made on, as it names it; ``None`` for an agreement."""
        on = self.tree.data.get("on") if isinstance(self.tree.data, dict) else None
        return on if self.is_proposal and isinstance(on, str) else None


@dataclass(frozen=True, slots=True)
class AgreementTexts:
    """The texts of one agreement: its own first, then what each is made on, the last on nothing."""

    chain: tuple[NamedText, ...]

    @property
    def beneath(self) -> dict[str, str]:
        """The texts that each is made on, by the name it gives them."""
        return {one.made_on or "": below.text for one, below in pairwise(self.chain)}

    @property
    def digest(self) -> str:
        """SHA-256 in hexadecimal: of the text, as ``sha256sum`` of its file has it; of the digests
        of its texts, a line each, where it is a proposal."""
        digests = [_sha256(one.text) for one in self.chain]
        return digests[0] if len(digests) == 1 else _sha256("\n".join(digests))


def gather_texts(where: str | Path) -> AgreementTexts:
    """The texts of the agreement or proposal in a file, or of the one that ships under that id.

    Raises :class:`BadInput` where a file is not there or cannot be read, and where proposals are
    made on one another in a circle.
    """
    path = agreement_path(where)
    return _chain(_read(path, str(where)), _beside)


def texts_of(text: str, name: str, beside: Mapping[str, str] = NONE_BESIDE) -> AgreementTexts:
    """The texts of a text; a proposal's agreement is of those ``beside`` it, else one that ships.

    Raises :class:`BadInput` as :func:`gather_texts` does.
    """

    def find(_: NamedText, on: str) -> NamedText | None:
        if on in beside:
            return NamedText(on, beside[on], on)
        return _read(agreement_path(on), on) if on in agreement_ids() else None

    return _chain(NamedText(name, text, name), find)


def _chain(first: NamedText, find: Callable[[NamedText, str], NamedText | None]) -> AgreementTexts:
    chain = [first]
    while (on := chain[-1].made_on) is not None:
        last = chain[-1]
        beneath = find(last, on)
        if beneath is None:
            message = (
                "no agreement that ships has this id, and no file beside this one has this name"
            )
            ids = agreement_ids()
            raise BadInput([last.tree.problem(("on",), message, found=on, allowed=", ".join(ids),
                                              suggestion=nearest(on, ids))])  # fmt: skip
        chain.append(beneath)
        _refuse_circle(chain)
    return AgreementTexts(tuple(chain))


def _refuse_circle(chain: list[NamedText]) -> None:
    """Raises :class:`BadInput` where the last text stands in the chain already."""
    last = chain[-1]
    before = next((i for i, one in enumerate(chain[:-1]) if one.place == last.place), None)
    if before is None:
        return
    circle = [one.name for one in chain[before:-1]]
    if len(circle) == 1:
        message = f"the proposal {circle[0]} is made on itself: no agreement is beneath it"
    else:
        way = ", which is made on ".join([*circle[1:], circle[0]])
        message = (
            f"the proposal {circle[0]} is made on {way}: a circle, with no agreement beneath it"
        )
    closing = chain[-2]
    raise BadInput([closing.tree.problem(("on",), message, found=closing.made_on)])


def _beside(one: NamedText, on: str) -> NamedText | None:
    """The agreement that ships, or the file in the proposal's own folder."""
    if on in agreement_ids():
        return _read(agreement_path(on), on)
    path = (one.folder or Path()) / on
    try:
        return _read(path, str(path)) if path.is_file() else None
    except (OSError, ValueError):  # a name too long, or with a byte no file may have
        return None


def _read(path: Path, name: str) -> NamedText:
    text = read_text(path, name, MAX_BYTES)
    return NamedText(name, text, str(path.resolve()), path.parent)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
