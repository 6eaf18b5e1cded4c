"""``watchbill schema``: the JSON Schema of a file, or of what the program gives out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli.options import PlainOption
from watchbill.kernel.problems import BadInput, Problem, nearest

if TYPE_CHECKING:
    from watchbill.kernel.edge import Schema

EXAMPLE = (
    "Example: [bold]watchbill schema agreement --output agreement.schema.json[/bold], or of what"
    " pay --json gives: watchbill schema pay"
)
ENDING = ".schema.json"


def schema(
    name: Annotated[
        str, typer.Argument(metavar="NAME", help="Of a file or a record; --list has them all.")
    ] = "agreement",
    listed: Annotated[
        bool, typer.Option("--list", help="Every name that has a schema, and what it is.")
    ] = False,
    output: Annotated[
        Path | None, typer.Option(help="Where to write it (default: standard output).")
    ] = None,
    folder: Annotated[
        Path | None, typer.Option("--all", metavar="DIR", help="Write every schema, a file each.")
    ] = None,
    plain: PlainOption = False,
) -> None:
    """Write the JSON Schema of a file, for editors, or of what --json and the API give, for
    programs.
    """
    from watchbill.cli.output import json_text, write_folder, write_text

    makers = {**_files(), **_records()}
    if listed:
        _show(makers, plain=plain)
    elif folder is not None:
        texts = {f"{each}{ENDING}": json_text(make()) for each, make in makers.items()}
        write_folder(folder, texts, "schemas")
    elif name in makers:
        write_text(output, json_text(makers[name]()))
    else:
        message, near = "nothing of this name has a schema", nearest(name, makers)
        raise BadInput([Problem("NAME", None, "", message, name, ", ".join(makers), near)])


def _files() -> Mapping[str, Callable[[], Schema]]:
    from watchbill.agreement.schema import agreement_schema, proposal_schema
    from watchbill.service.schema import service_schema

    return {
        "agreement": agreement_schema,
        "proposal": proposal_schema,
        "service": service_schema,
    }


def _records() -> Mapping[str, Callable[[], Schema]]:
    from functools import partial

    from watchbill.contract.record import schema_of
    from watchbill.contract.registry import published

    return {name: partial(schema_of, name, kind) for name, kind in published().items()}


def _show(makers: Mapping[str, Callable[[], Schema]], *, plain: bool) -> None:
    from watchbill.cli.show import console, grid

    table = grid("Name", "What it is")
    for name, make in makers.items():
        described = str(make().get("description", "")).partition("\n\n")[0]
        table.add_row(name, " ".join(described.split()))
    console(plain=plain).print(table)
