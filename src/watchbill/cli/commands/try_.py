"""``watchbill try``: worked examples, run against their agreements."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli import BAD_INPUT, FINDINGS
from watchbill.cli.options import JsonOption, PlainOption
from watchbill.kernel.problems import BadInput, Problem

if TYPE_CHECKING:
    from rich.console import Console

    from watchbill.examples.run import Tried

EXAMPLE = "Example: [bold]watchbill try hsaa-ems[/bold], or files: watchbill try mine.yaml"


def try_(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Example files, or agreements that ship with some."),
    ],
    working: Annotated[
        bool, typer.Option("--working", help="Show the working of those that agree too.")
    ] = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Run worked examples: agreed, differs (with the working), or not judged.

    Exits with 1 where one differs, and with 2 where one tells what cannot have happened.
    """
    from watchbill.examples.read import read_examples
    from watchbill.examples.run import Result, try_all

    problems: list[Problem] = []
    examples = []
    for name in files:
        try:
            examples += read_examples(_path(name), name)
        except BadInput as bad:
            problems += bad.problems
    if problems:
        raise BadInput(problems)
    tried = try_all(examples)
    if as_json:
        from watchbill.cli.output import write_record
        from watchbill.examples.contract import examples_record

        write_record(examples_record(tried))
    else:
        from watchbill.cli.show import console

        _show(console(plain=plain), tried, working)
    if any(one.result is Result.IMPOSSIBLE for one in tried):
        raise typer.Exit(BAD_INPUT)
    if any(one.result is Result.DIFFERS for one in tried):
        raise typer.Exit(FINDINGS)


def _path(name: str) -> Path:
    from watchbill.examples.shipped import example_path

    return example_path(name)


def _show(out: Console, tried: list[Tried], working: bool) -> None:
    from collections import Counter

    from rich.text import Text

    from watchbill.examples.run import Result

    styles = {
        Result.AGREED: "green",
        Result.DIFFERS: "bold red",
        Result.NOT_JUDGED: "yellow",
        Result.IMPOSSIBLE: "bold red",
    }
    for one in tried:
        part = one.example.part
        where = f"{part.agreement} {part.clause or ''}".strip()
        out.print(
            Text.assemble(
                (f"{one.result:<10}", styles[one.result]),
                " ",
                one.example.name,
                (f"  {where}", "dim"),
            )
        )
        for expectation in one.parts:
            if working or expectation.result is not Result.AGREED:
                style = styles[expectation.result]
                out.print(Text(f"  {expectation.key}: {expectation.result}", style=style))
                for line in expectation.working:
                    out.print(Text(f"    {line}"))
        if one.readings and (working or one.result is Result.DIFFERS):
            out.print(Text(f"  readings: {one.readings}", style="dim"))
    counts = Counter(one.result for one in tried)
    out.print(
        Text(
            ", ".join(
                f"{counts[result]} {result}"
                for result in Result
                if counts[result] or result is not Result.IMPOSSIBLE
            ),
            style="bold",
        )
    )
