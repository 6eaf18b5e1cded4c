"""The program's commands, gathered from their files: none is listed here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from watchbill.cli import commands
from watchbill.cli.gather import gather

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    add_completion=True,
    help="Schedules for round-the-clock public services under collective agreements:"
    " every result with the clause it comes from and its working.",
    epilog="Exit code: 0 nothing found, 1 findings, 2 bad input.",
)


def _version(asked: bool) -> None:
    if asked:
        from watchbill import __version__

        typer.echo(f"watchbill {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None: ...


def gathered(words: Sequence[str]) -> typer.Typer:
    """The program with the command that the words begin with; with every one where they begin
    with none, as for help and slips. To load one takes a fifth of the time of all."""
    gather(app, commands, words[0] if words else None)
    return app
