"""``watchbill offer``: a vacancy is offered, in the order that the agreement sets."""

from __future__ import annotations

import sys

import typer

from watchbill.cli.gather import gather

EXAMPLE = "Example: [bold]watchbill offer show summer.jsonl 12[/bold]"

offer = typer.Typer(
    help="Offer a vacancy: who is asked, in which order, and what they answered.",
    no_args_is_help=True,
)
gather(offer, sys.modules[__name__])
