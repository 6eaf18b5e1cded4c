"""``watchbill exchange``: two ask to exchange tours, and the desk answers."""

from __future__ import annotations

import sys

import typer

from watchbill.cli.gather import gather

EXAMPLE = "Example: [bold]watchbill exchange ask summer.jsonl Aitken Calloway --help[/bold]"

exchange = typer.Typer(
    help="Exchange tours: ask, judge by the agreement, approve, refuse, undo.",
    no_args_is_help=True,
)
gather(exchange, sys.modules[__name__])
