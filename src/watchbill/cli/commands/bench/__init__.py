"""``watchbill bench``: speed, measured on this machine beside a plain peer; a benchmark a file.

A benchmark is the function of its file's name, with an ``EXAMPLE``.
"""

from __future__ import annotations

import importlib
import pkgutil

import typer

EXAMPLE = "Example: [bold]watchbill bench rws benchmarks/rws[/bold]"

bench = typer.Typer(
    help="Measure speed on this machine, beside a plain peer.", no_args_is_help=True
)


def _gather() -> None:
    for found in pkgutil.iter_modules(__path__):
        module = importlib.import_module(f"{__name__}.{found.name}")
        shown = found.name.replace("_", "-")
        bench.command(shown, epilog=module.EXAMPLE)(getattr(module, found.name))


_gather()
