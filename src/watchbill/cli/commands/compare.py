"""``watchbill compare``: two agreements side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli.options import JsonOption, PlainOption

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.compare.compare import Comparison, Side

EXAMPLE = "Example: [bold]watchbill compare hsaa-ems foothills-2023-2025[/bold]"


def compare(
    left: Annotated[str, typer.Argument(metavar="A", help="An agreement: file, or id that ships.")],
    right: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    html: Annotated[Path | None, typer.Option(help="Page to write, or -.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show what is the same in both, too.")
    ] = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Set two agreements side by side, by kind of rule: where they differ, and by how much."""
    from watchbill.agreement.load import load_agreement
    from watchbill.cli.output import write_json, write_text
    from watchbill.cli.show import console
    from watchbill.compare.compare import compare as side_by_side

    found = side_by_side(load_agreement(left), load_agreement(right))
    if html is not None:
        from watchbill.export.pages import comparison_page

        write_text(html, comparison_page(found))
    elif as_json:
        write_json(_data(found))
    else:
        _show(console(plain=plain), found, everything)


def _show(out: Console, found: Comparison, everything: bool) -> None:
    from rich.text import Text

    from watchbill.cli.show import grid

    rows = found.rows if everything else found.differences
    if not rows:
        out.print(Text("They say the same.", style="green"))
        return
    table = grid("Rule", found.left.id, found.right.id, "Difference")
    for row in rows:
        text = "\n".join(row.sentences) or "The same."
        table.add_row(row.kind, _side(row.left), _side(row.right), text)
        table.add_row()
    out.print(table)
    same = sum(row.same for row in found.rows)
    out.print(f"{len(found.differences)} differences; {same} rules are the same in both.")


def _side(side: Side | None) -> str:
    return "-" if side is None else f"{side.clause} ({side.covers})\n{side.says}"


def _data(found: Comparison) -> dict[str, object]:
    def side(one: Side | None) -> dict[str, str] | None:
        return None if one is None else {"clause": one.clause, "says": one.says,
                                         "covers": one.covers}  # fmt: skip

    return {
        "left": found.left.id,
        "right": found.right.id,
        "rows": [
            {
                "kind": row.kind,
                "same": row.same,
                "left": side(row.left),
                "right": side(row.right),
                "differences": list(row.sentences),
            }
            for row in found.rows
        ],
    }
