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
    SERVICE = "service"


def schema(
    file: Annotated[FileKind, typer.Argument(help="Which file's schema.")] = FileKind.AGREEMENT,
    output: Annotated[
        Path | None, typer.Option(help="Where to write it (default: standard output).")
    ] = None,
) -> None:
    """Write the JSON Schema of the agreement or service file, so that an editor completes it."""
    from watchbill.agreement.schema import agreement_schema
    from watchbill.cli.output import write_json
    from watchbill.service.schema import service_schema

    write_json(agreement_schema() if file is FileKind.AGREEMENT else service_schema(), output)
