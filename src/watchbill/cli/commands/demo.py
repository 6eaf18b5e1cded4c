"""``watchbill demo``: the demonstration services, in the terminal and on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from watchbill.cli.commands.serve import HostOption, PortOption

if TYPE_CHECKING:
    from rich.console import Console

EXAMPLE = "Example: [bold]watchbill demo --port 8000[/bold]"
SHOWN_DAYS = 14


def demo(
    host: HostOption = "127.0.0.1",
    port: PortOption = 8000,
    serve: Annotated[
        bool, typer.Option("--serve/--no-serve", help="Serve the pages when built.")
    ] = True,
) -> None:
    """Build the demonstration services, show their first two weeks, and serve their pages."""
    from watchbill.cli.show import console, grid
    from watchbill.service.shipped import service_ids
    from watchbill.web.run import build_demonstration, serve_pages

    out = console()
    for service_id in service_ids():
        _show(out, service_id)
    accounts = build_demonstration()
    table = grid("Sign in as", "Password", "Who it is", title=f"http://{host}:{port}/")
    for account in accounts:
        table.add_row(account.name, account.password, account.role)
    out.print(table)
    if serve:
        serve_pages(host, port, lambda where: out.print(f"{where} (Ctrl-C ends)", markup=False))


def _show(out: Console, service_id: str) -> None:
    """A service that ships: its whole roster judged, its first two weeks shown."""
    from watchbill.audit.audit import audit
    from watchbill.cli.overview import show_overview
    from watchbill.kernel.clock import Day
    from watchbill.roster.build import build_roster
    from watchbill.roster.coverage import coverage
    from watchbill.service.load import load_service

    service = load_service(service_id)
    roster = build_roster(service)
    result, covers = audit(service.agreement, roster), coverage(roster)
    show_overview(out, service, roster, result, covers, Day(roster.first + SHOWN_DAYS - 1))
    out.print()
