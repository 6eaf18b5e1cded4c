"""Names in addresses: any name is one part of an address, and no two names have the same."""

from __future__ import annotations

import re

_UNSAFE = re.compile(r"[/\\~%?#;]|^\.+$")
_ESCAPED = re.compile(r"~([0-9a-f]{2})")


class NameConverter:
    """A name as a part of an address.

    What would end the part, or lead elsewhere, is written as ``~`` and the letter's number:
    ``Aitken/Birch`` is ``Aitken~2fBirch``, and a name of dots alone begins with ``~2e``.
    """

    regex = "[^/]+"

    def to_url(self, name: str) -> str:
        """The name as it stands in an address, before blanks and the like are quoted."""
        return _UNSAFE.sub(lambda found: "".join(f"~{ord(one):02x}" for one in found[0]), name)

    def to_python(self, part: str) -> str:
        """The name that the part stands for. Raises ValueError where it stands for none."""
        name = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), part)
        if self.to_url(name) != part:
            raise ValueError("no name is written in this way")
        return name
