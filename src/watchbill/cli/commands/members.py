"""``watchbill members``: everybody who may sign in to the pages of a service."""

from __future__ import annotations

from typing import Annotated

import typer

from watchbill.cli.options import JsonOption, PlainOption

EXAMPLE = "Example: [bold]watchbill members hsaa-station[/bold]"


def members(
    service: Annotated[str, typer.Argument(help="A service that the database has.")],
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """List who may sign in to a service, as what, and when they last did."""
    from watchbill.cli.output import write_record
    from watchbill.cli.show import console, grid
    from watchbill.web.run import connect

    connect()
    from watchbill.web.contract import members_record
    from watchbill.web.members import members_of

    found = members_of(service)
    if as_json:
        write_record(members_record(service, found))
        return
    out = console(plain=plain)
    if not found:
        out.print(
            f"Nobody may sign in to {service} yet: watchbill member USER {service} lets them."
        )
        return
    table = grid("Signs in as", "Role", "In the roster", "Last signed in")
    for one in found:
        seen = f"{one.seen:%Y-%m-%d %H:%M} UTC" if one.seen else "never"
        table.add_row(one.name, one.role.label, one.person, seen)
    out.print(table)
