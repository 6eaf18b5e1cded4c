"""``watchbill schema``: the JSON Schema of a file, for editors."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

EXAMPLE = "Example: [bold]watchbill schema agreement --output agreement.schema.json[/bold]"


class FileKind(StrEnum):
    """Files that have a schema."""

    AGREEMENT = "agreement"
    PROPOSAL = "proposal"
    SERVICE = "service"


def schema(
    file: Annotated[FileKind, typer.Argument(help="Which file's schema.")] = FileKind.AGREEMENT,
    output: Annotated[
        Path | None, typer.Option(help="Where to write it (default: standard output).")
    ] = None,
) -> None:
    """Write the JSON Schema of a file, so that an editor completes it."""
    from watchbill.agreement.schema import agreement_schema, proposal_schema
    from watchbill.cli.output import write_json
    from watchbill.service.schema import service_schema

    made = {
        FileKind.AGREEMENT: agreement_schema,
        FileKind.PROPOSAL: proposal_schema,
        FileKind.SERVICE: service_schema,
    }
    write_json(made[file](), output)
