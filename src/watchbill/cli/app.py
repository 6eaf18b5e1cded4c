"""The program's commands, gathered."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill import __version__
from watchbill.cli.audit import audit
from watchbill.cli.build import build
from watchbill.cli.check import check
from watchbill.cli.demo import demo
from watchbill.cli.export import export
from watchbill.cli.rotation import rotation
from watchbill.cli.schema import schema
from watchbill.cli.serve import serve

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
        typer.echo(f"watchbill {__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version.")
    ] = False,
) -> None: ...


for _command in (check, rotation, build, audit, export, schema, serve, demo):
    app.command(no_args_is_help=False, epilog=_command.__globals__["EXAMPLE"])(_command)
