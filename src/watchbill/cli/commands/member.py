"""``watchbill member``: who may sign in to the pages of a service, and as what."""

from __future__ import annotations

from typing import Annotated

import typer

EXAMPLE = "Example: [bold]watchbill member lomax hsaa-station --role member --person Lomax[/bold]"


def member(
    name: Annotated[str, typer.Argument(metavar="USER", help="What they sign in as.")],
    service: Annotated[str, typer.Argument(help="A service that the database has.")],
    role: Annotated[
        str | None,
        typer.Option(help="manager, supervisor, steward, payroll or member (default: as it is)."),
    ] = None,
    person: Annotated[
        str | None, typer.Option(help="Their name in the roster (default: as it is).")
    ] = None,
    password: Annotated[
        bool, typer.Option("--new-password", help="Replace a password that was forgotten.")
    ] = False,
    remove: Annotated[bool, typer.Option(help="Take them out of the service.")] = False,
) -> None:
    """Let somebody sign in to a service, or take them out; a new user's password is shown once."""
    from watchbill.cli.show import console
    from watchbill.kernel.problems import BadInput, Problem, nearest
    from watchbill.web.run import connect

    connect()
    from watchbill.web.members import make_member, new_password, take_out
    from watchbill.web.models import Role

    out = console()
    if remove:
        if role is not None or person is not None or password:
            message = "who is taken out gets no role, person or password"
            raise BadInput([Problem("--remove", None, "", message)])
        take_out(name, service)
        out.print(f"{name} is no longer a member of {service}.", markup=False)
        return
    if role is not None and role not in Role.values:
        near = nearest(role, Role.values)
        allowed = ", ".join(Role.values)
        raise BadInput([Problem("--role", None, "", "there is no such role", role, allowed, near)])
    made, is_new = make_member(name, service, None if role is None else Role(role), person)
    who = f", {made.person}" if made.person else ""
    out.print(f"{name} may sign in to {service} as {made.role.label}{who}.", markup=False)
    if is_new or password:
        out.print(f"Password: {new_password(name)}", markup=False)
