"""``watchbill pages``: agreements as HTML files that need no server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from collections.abc import Collection

    from watchbill.examples.read import Example

EXAMPLE = (
    "Example: [bold]watchbill pages hsaa-ems --out site[/bold], all: watchbill pages, your own:"
    " watchbill pages mine.yaml --examples examples.yaml"
)


def pages(
    agreements: Annotated[
        list[str] | None,
        typer.Argument(metavar="[AGREEMENT...]", help="Files, or ids that ship (default: all)."),
    ] = None,
    examples: Annotated[
        list[Path] | None,
        typer.Option(metavar="FILE", help="Worked examples of your own, to be shown as well."),
    ] = None,
    out: Annotated[Path, typer.Option(help="Folder to write to.")] = Path("pages"),
) -> None:
    """Write a page an agreement, one of the rule kinds, and an index."""
    from watchbill.agreement.load import load_agreement
    from watchbill.agreement.shipped import agreement_ids
    from watchbill.cli.output import write_folder
    from watchbill.export.pages import agreement_page, index_page, kinds_page

    loaded = [load_agreement(one) for one in agreements or agreement_ids()]
    own = _of_agreements(examples or [], [one.id for one in loaded])
    written = {f"{one.id}.html": agreement_page(one, own[one.id]) for one in loaded}
    written |= {"rule-kinds.html": kinds_page(), "index.html": index_page(loaded)}
    write_folder(out, written, "pages")


def _of_agreements(files: list[Path], agreements: Collection[str]) -> dict[str, list[Example]]:
    """The examples of these files by agreement. Raises :class:`BadInput`, for those of another
    agreement too.
    """
    from watchbill.examples.read import read_examples
    from watchbill.examples.stage import agreement_of
    from watchbill.kernel.problems import BadInput, Problem

    found: dict[str, list[Example]] = {one: [] for one in agreements}
    problems = []
    for example in (one for file in files for one in read_examples(file)):
        about = agreement_of(example).id
        if about in found:
            found[about].append(example)
        else:
            message = "this example is about an agreement of which no page is written"
            problems.append(Problem(example.file, example.line, example.name, message, about,
                                    ", ".join(found)))  # fmt: skip
    if problems:
        raise BadInput(problems)
    return found
