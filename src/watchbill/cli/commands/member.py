"""``watchbill member``: who may sign in to the pages of a service, and as what."""

from __future__ import annotations

from typing import Annotated

import typer

EXAMPLE = "Example: [bold]watchbill member lomax hsaa-station --role member --person Lomax[/bold]"


def member(
    name: Annotated[str, typer.Argument(metavar="USER", help="What they sign in as.")],
    service: Annotated[str, typer.Argument(help="A service that the database has.")],
    role: Annotated[
        str, typer.Option(help="manager, supervisor, steward, payroll or member.")
    ] = "member",
    person: Annotated[str, typer.Option(help="Their name in the roster.")] = "",
    password: Annotated[
        bool, typer.Option("--new-password", help="Replace a password that was forgotten.")
    ] = False,
) -> None:
    """Let somebody sign in to a service; a new user's password is shown once."""
    from watchbill.cli.show import console
    from watchbill.kernel.problems import BadInput, Problem, nearest
    from watchbill.web.run import prepare

    prepare()
    from watchbill.web.models import Role
    from watchbill.web.storing import make_member, new_password

    if role not in Role.values:
        near = nearest(role, Role.values)
        allowed = ", ".join(Role.values)
        raise BadInput([Problem("--role", None, "", "there is no such role", role, allowed, near)])
    is_new = make_member(name, service, Role(role), person)
    out = console()
    out.print(f"{name} may sign in to {service} as {Role(role).label}.")
    if is_new or password:
        out.print(f"Password: {new_password(name)}", markup=False)
