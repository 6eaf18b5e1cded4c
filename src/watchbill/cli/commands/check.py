"""``watchbill check``: reads an agreement and shows what it understood."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.options import JsonOption, PlainOption, ReadingOption, SetOption, choices

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console

    from watchbill.lint.remark import Remark

EXAMPLE = "Example: [bold]watchbill check hsaa-ems[/bold], or a file: watchbill check mine.yaml"


def check(
    agreement: Annotated[
        str, typer.Argument(metavar="AGREEMENT", help="An agreement file, or one that ships.")
    ],
    reading: ReadingOption = None,
    setting: SetOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Read an agreement: its clauses, the rules in force, and what its arithmetic says.

    Exits with 1 where the text has errors or warnings, with 0 where there are only notes, and with
    2 where the file has mistakes, each told with its line.
    """
    from watchbill.agreement.load import load_agreement
    from watchbill.lint.lint import lint

    chosen = choices(reading, setting)
    loaded = load_agreement(agreement, chosen.readings, chosen.settings)
    remarks = lint(loaded)
    if as_json:
        from watchbill.cli.output import write_record
        from watchbill.lint.contract import agreement_record

        write_record(agreement_record(loaded, remarks))
    else:
        from watchbill.cli.sheet import show_agreement, show_counts
        from watchbill.cli.show import console

        out = console(plain=plain)
        show_agreement(out, loaded)
        _show_remarks(out, remarks)
        show_counts(out, loaded)
    if any(one.counts for one in remarks):
        raise typer.Exit(FINDINGS)


def _show_remarks(out: Console, remarks: Sequence[Remark]) -> None:
    from collections import Counter

    from rich.text import Text

    from watchbill.cli.show import grid
    from watchbill.lint.remark import Gravity

    if not remarks:
        out.print(Text("Its arithmetic is sound.", style="green"))
        return
    styles = {Gravity.ERROR: "red", Gravity.WARNING: "yellow", Gravity.NOTE: "dim"}
    table = grid("Gravity", "Clause", "Line", "What the text's arithmetic says", right=("Line",))
    for one in remarks:
        sentence = one.sentence if one.reading is None else f"By {one.reading}: {one.sentence}"
        gravity = Text(str(one.gravity), style=styles[one.gravity])
        line = str(one.line) if one.clauses else ""
        table.add_row(gravity, ", ".join(one.clauses), line, sentence)
    out.print()
    out.print(table)
    if any(one.counts for one in remarks):
        count = Counter(one.gravity for one in remarks)
        counted = (f"{count[one]} {one}{'' if count[one] == 1 else 's'}" for one in Gravity)
        out.print(Text(", ".join(counted), style="bold"))
    else:
        out.print(Text("Only notes: the arithmetic is sound.", style="green"))
