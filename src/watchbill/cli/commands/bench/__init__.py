"""``watchbill bench``: speed, measured on this machine beside a plain peer; a benchmark a file."""

from __future__ import annotations

import sys

import typer

from watchbill.cli.gather import gather

EXAMPLE = "Example: [bold]watchbill bench rws benchmarks/rws[/bold]"

bench = typer.Typer(
    help="Measure speed on this machine, beside a plain peer.", no_args_is_help=True
)
gather(bench, sys.modules[__name__])
