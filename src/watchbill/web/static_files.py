"""The pages' own files, collected once for each version of them."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path

SOURCES = Path(__file__).parent / "static"
WHOLE = "staticfiles.json"
"""Written last, when all other files are there."""


def static_root(home: Path) -> Path:
    """The folder for this version of the files: another version's server keeps its own."""
    digest = hashlib.sha256()
    for name in ("django", "django-allauth", "whitenoise"):
        digest.update(f"{name} {version(name)}\n".encode())
    for path in sorted(SOURCES.rglob("*")):
        if path.is_file():
            digest.update(path.name.encode() + path.read_bytes())
    return home / "static" / digest.hexdigest()[:12]


def collect() -> None:
    """Collects the files, where they are not there whole. To be called by one at a time."""
    from django.conf import settings
    from django.core.management import call_command

    if not (Path(settings.STATIC_ROOT) / WHOLE).exists():
        call_command("collectstatic", verbosity=0, interactive=False, clear=True)
