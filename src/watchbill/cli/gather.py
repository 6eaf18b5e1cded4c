"""Commands found by their files: none is listed anywhere.

A command is the function, or the group, of its file's name, with an ``EXAMPLE``.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

import typer


def gather(group: typer.Typer, package: ModuleType, only: str | None = None) -> None:
    """Adds to ``group`` what the files of ``package`` hold; the command ``only`` if it is one."""
    names = {_shown(found.name): found.name for found in pkgutil.iter_modules(package.__path__)}
    for shown in [only] if only in names else names:
        module = importlib.import_module(f"{package.__name__}.{names[shown]}")
        command = getattr(module, names[shown])
        if isinstance(command, typer.Typer):
            group.add_typer(command, name=shown, epilog=module.EXAMPLE)
        else:
            group.command(shown, no_args_is_help=False, epilog=module.EXAMPLE)(command)


def _shown(name: str) -> str:
    """A command's name as it is typed, of its file's."""
    return name.rstrip("_").replace("_", "-")
