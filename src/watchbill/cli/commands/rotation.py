"""``watchbill rotation``: the figures of a rotation."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.options import JsonOption, PlainOption, read_length
from watchbill.kernel.problems import BadInput, Problem

EXAMPLE = (
    'Example: [bold]watchbill rotation "DDNN----" --hours 12 --platoons 4[/bold], or by name:'
    " [bold]watchbill rotation DuPont[/bold]"
)


def rotation(
    pattern: Annotated[
        str | None,
        typer.Argument(
            metavar="PATTERN",
            help="A name (DuPont, 2-2-3 Pitman) or a notation: DDNN----; 3-3, 3-3, 4-2;"
            " 4-on-4-off; 24/48 kelly 7; 8 8 8 24 - - -",
        ),
    ] = None,
    hours: Annotated[
        str | None, typer.Option(metavar="HOURS", help="Length of a tour: 12, 8.4 or 8h24.")
    ] = None,
    platoons: Annotated[
        int | None,
        typer.Option(min=1, max=100, metavar="N", help="Platoons, spread over the cycle."),
    ] = None,
    known: Annotated[
        bool, typer.Option("--list", help="The rotations that the field knows by name.")
    ] = False,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Show a rotation's cycle, hours, runs, weekends and the coverage it gives."""
    from watchbill.cli.cycle import show_catalogue, show_cycle
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console
    from watchbill.rotation.catalogue import read_rotation
    from watchbill.rotation.contract import catalogue_record, rotation_record

    if known:
        if as_json:
            write_record(catalogue_record())
        else:
            show_catalogue(console(plain=plain))
        return
    if pattern is None:
        message = "say which rotation, by name or in a notation, or ask for --list"
        raise BadInput([Problem("rotation", None, "", message)])
    length = None if hours is None else read_length("--hours", hours)
    made = read_rotation(pattern, length, platoons)
    if as_json:
        write_record(rotation_record(made))
    else:
        show_cycle(console(plain=plain), made)
