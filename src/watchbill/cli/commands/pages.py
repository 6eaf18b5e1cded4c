"""``watchbill pages``: agreements as HTML files that need no server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

EXAMPLE = "Example: [bold]watchbill pages hsaa-ems --out site[/bold], or all: watchbill pages"


def pages(
    agreements: Annotated[
        list[str] | None,
        typer.Argument(metavar="[AGREEMENT...]", help="Files, or ids that ship (default: all)."),
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder to write to.")] = Path("pages"),
) -> None:
    """Write a page an agreement, one of the rule kinds, and an index."""
    from watchbill.agreement.load import load_agreement
    from watchbill.agreement.shipped import agreement_ids
    from watchbill.cli.output import make_folder, write_text
    from watchbill.cli.show import console
    from watchbill.export.pages import agreement_page, index_page, kinds_page

    loaded = [load_agreement(one) for one in agreements or agreement_ids()]
    make_folder(out)
    for agreement in loaded:
        write_text(out / f"{agreement.id}.html", agreement_page(agreement))
    write_text(out / "rule-kinds.html", kinds_page())
    write_text(out / "index.html", index_page(loaded))
    console().print(f"Written: {len(loaded) + 2} pages in {out}")
