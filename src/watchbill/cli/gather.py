"""Commands found by their files: none is listed anywhere.

A command is the function, or the group, of its file's name, with an ``EXAMPLE``.
"""

from __future__ import annotations

import importlib
import pkgutil
from types import ModuleType

import typer


def gather(group: typer.Typer, package: ModuleType) -> None:
    """Adds to ``group`` what the files of ``package`` hold."""
    for found in pkgutil.iter_modules(package.__path__):
        module = importlib.import_module(f"{package.__name__}.{found.name}")
        command = getattr(module, found.name)
        shown = found.name.rstrip("_").replace("_", "-")
        if isinstance(command, typer.Typer):
            group.add_typer(command, name=shown, epilog=module.EXAMPLE)
        else:
            group.command(shown, no_args_is_help=False, epilog=module.EXAMPLE)(command)
