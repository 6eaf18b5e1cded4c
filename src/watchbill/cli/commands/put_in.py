"""``watchbill put-in``: a ledger in a file into the database."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLE = "Example: [bold]watchbill put-in station.jsonl[/bold]"


def put_in(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A ledger file.")],
) -> None:
    """Put a ledger into the database, under its service: the whole, or what the database lacks.

    Every seal is checked first. Where the database has another ledger of that service, nothing
    is changed.
    """
    from watchbill.cli.show import console
    from watchbill.store.opening import is_file
    from watchbill.web.run import prepare

    is_file(str(file))
    prepare()
    from watchbill.web.storing import put_in

    slug, added = put_in(file)
    console().print(f"Put in as {slug}: {added:,} entries were added.")
