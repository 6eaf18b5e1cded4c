"""The texts that a service is read from: its file, its people, its agreement.

Gathered together they are all that a schedule rests on, so that they can be kept, sent or
stored as they were written.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from watchbill.agreement.shipped import agreement_ids, agreement_path
from watchbill.kernel.textfile import read_text
from watchbill.kernel.yamltree import MAX_BYTES, Tree, parse_tree
from watchbill.service.shipped import service_path

MAX_PEOPLE_BYTES = 20_000_000


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
        return name if isinstance(name, str) else None


def gather(where: str | Path) -> Sources:
    """The texts of the service in a file, or of the one that ships under that id.

    An agreement is one that ships or a file beside the service's own. A file that is named and
    not there is left out. Raises :class:`BadInput` where a file cannot be read.
    """
    path = service_path(where)
    name = f"{where}/{path.name}" if path.parent.name == str(where) else str(where)
    text = read_text(path, name, MAX_BYTES)
    tree = parse_tree(text, name)
    texts: dict[str, str] = {}
    agreement = Sources.named(tree, "agreement")
    if agreement is not None:
        shipped = agreement in agreement_ids()
        file = agreement_path(agreement) if shipped else path.parent / agreement
        if file.is_file():
            texts[agreement] = read_text(file, agreement, MAX_BYTES)
    people = Sources.named(tree, "people_from")
    if people is not None and (path.parent / people).is_file():
        texts[people] = read_text(path.parent / people, people, MAX_PEOPLE_BYTES)
    return Sources(name, text, texts)
