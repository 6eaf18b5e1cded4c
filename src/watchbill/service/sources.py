"""The texts that a service is read from: its file, its people, its agreement.

Gathered together they are all that a schedule rests on, so that they can be kept, sent or
stored as they were written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from watchbill.agreement.shipped import agreement_ids, agreement_path
from watchbill.agreement.texts import gather_texts
from watchbill.kernel.problems import BadInput
from watchbill.kernel.textfile import read_text
from watchbill.kernel.yamltree import MAX_BYTES, Tree, parse_tree
from watchbill.service.shipped import service_path

MAX_PEOPLE_BYTES = 5_000_000


@dataclass(frozen=True, slots=True)
class Sources:
    """The service file's text, by the name its user knows it under, and the texts it names."""

    name: str
    text: str
    named_texts: Mapping[str, str]

    def digest(self, *choices: Mapping[str, object]) -> str:
        """SHA-256 of the texts, and of what was chosen beside them, in hexadecimal."""
        texts = [self.text, *(part for pair in sorted(self.named_texts.items()) for part in pair)]
        chosen = [sorted((key, str(value)) for key, value in one.items()) for one in choices]
        written = json.dumps([texts, chosen], ensure_ascii=False)
        return hashlib.sha256(written.encode()).hexdigest()

    @staticmethod
    def named(tree: Tree, key: str) -> str | None:
        """The name that the service file in ``tree`` gives under ``key``."""
        name = tree.data.get(key) if isinstance(tree.data, dict) else None
        number = isinstance(name, int | Decimal) and not isinstance(name, bool)
        return str(name) if number or isinstance(name, str) else None

    def known_as(self, named: str) -> str:
        """How the user of the service file knows a file that it names."""
        return named if named in agreement_ids() else str(Path(self.name).parent / named)


def gather(where: str | Path) -> Sources:
    """The texts of the service in a file, or of the one that ships under that id.

    An agreement is one that ships or a file beside the service's own; so is a proposal, which
    comes with the texts that it is made on. A file that is named and not there is left out.
    Raises :class:`BadInput` where a file cannot be read.
    """
    path = service_path(where)
    in_folder = path.parent.name == str(where) or path.parent == Path(where)
    name = f"{where}/{path.name}" if in_folder else str(where)
    text = read_text(path, name, MAX_BYTES)
    tree = parse_tree(text, name)
    texts: dict[str, str] = {}
    sources = Sources(name, text, texts)
    for key, most in (("agreement", MAX_BYTES), ("people_from", MAX_PEOPLE_BYTES)):
        named = Sources.named(tree, key)
        file = None if named is None else _file(key, named, path.parent)
        if named is not None and file is not None:
            texts[named] = read_text(file, sources.known_as(named), most)
            if key == "agreement":
                texts |= {**_beneath(file), **texts}
    return sources


def _beneath(file: Path) -> dict[str, str]:
    """The texts that a proposal is made on; none where they cannot be read, which is told as the
    agreement is."""
    try:
        return gather_texts(file).beneath
    except BadInput:
        return {}


def _file(key: str, named: str, folder: Path) -> Path | None:
    """The file of that name beside the service's, or the agreement that ships, where it is."""
    if key == "agreement" and named in agreement_ids():
        return agreement_path(named)
    try:
        return folder / named if (folder / named).is_file() else None
    except (OSError, ValueError):  # a name too long, or with a byte no file may have
        return None
