"""``watchbill compare``: two agreements side by side."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli.options import JsonOption, PlainOption, choices

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from watchbill.compare.compare import ComparedSide, Comparison

EXAMPLE = (
    "Example: [bold]watchbill compare hsaa-ems foothills-2023-2025[/bold], a proposal:"
    " watchbill compare hsaa-ems mine.yaml, two readings: watchbill compare hsaa-ems hsaa-ems"
    " --reading-b 12.04=48-hours"
)
Reading = Annotated[
    list[str] | None,
    typer.Option(metavar="CLAUSE=NAME", help="Another reading of a clause of A, or of B."),
]
Setting = Annotated[
    list[str] | None,
    typer.Option(metavar="NAME=VALUE", help="A figure that A, or B, leaves open."),
]


def compare(
    left: Annotated[
        str, typer.Argument(metavar="A", help="An agreement or a proposal: a file, or an id.")
    ],
    right: Annotated[str, typer.Argument(metavar="B", help="Another.")],
    reading_a: Reading = None,
    reading_b: Reading = None,
    set_a: Setting = None,
    set_b: Setting = None,
    html: Annotated[Path | None, typer.Option(help="Page to write, or -.")] = None,
    everything: Annotated[
        bool, typer.Option("--all", help="Show what is the same in both, too.")
    ] = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Set two agreements side by side, by kind of rule: where they differ, by how much, and where
    the employee is better off.
    """
    from watchbill.agreement.load import load_agreement
    from watchbill.cli.output import write_record, write_text
    from watchbill.cli.show import console
    from watchbill.compare.compare import compare as side_by_side
    from watchbill.compare.contract import comparison_record

    chosen = choices(reading_a, set_a, "-a"), choices(reading_b, set_b, "-b")
    found = side_by_side(
        load_agreement(left, chosen[0].readings, chosen[0].settings),
        load_agreement(right, chosen[1].readings, chosen[1].settings),
    )
    if html is not None:
        from watchbill.export.pages import comparison_page

        write_text(html, comparison_page(comparison_record(found)))
    elif as_json:
        write_record(comparison_record(found))
    else:
        _show(console(plain=plain), found, everything)


def _show(out: Console, found: Comparison, everything: bool) -> None:
    from rich.padding import Padding
    from rich.text import Text

    rows = found.rows if everything else found.differences
    for sentence in found.unknown:
        out.print(Text(sentence, style="yellow"), soft_wrap=True)
    if not rows:
        same = (
            "They say the same." if not found.unknown else "What is computed is the same in both."
        )
        out.print(Text(same, style="green"))
        return
    kind = None
    for row in rows:
        if row.kind != kind:
            out.print(Text.assemble((row.kind, "bold"), "  ", (row.summary, "dim")))
            kind = row.kind
        for name, side in zip(found.names, (row.left, row.right), strict=True):
            if side is not None:
                out.print(Padding(_side(name, side), (0, 0, 0, 2), expand=False))
        if row.left is None or row.right is None or row.same:
            said = row.sentences or ("The same in both.",)
            out.print(Padding(Text(" ".join(said), style="dim"), (0, 0, 0, 2), expand=False))
        for sentence in row.sentences if row.left is not None and row.right is not None else ():
            out.print(Padding(Text(f"- {sentence}"), (0, 0, 0, 2), expand=False))
        out.print()
    out.print(Text(found.summary, style="bold"))


def _side(name: str, side: ComparedSide) -> Text:
    from rich.text import Text

    covers = "" if side.covers == "everybody" else f" ({side.covers})"
    return Text.assemble((f"{name} {side.clause}", "cyan"), f"{covers}: {side.says}")
