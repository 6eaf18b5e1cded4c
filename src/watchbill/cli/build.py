"""``watchbill build``: a service's roster, its coverage, findings, hours and cost."""

from __future__ import annotations

import typer
from rich.console import Console
from rich.text import Text

from watchbill.audit.audit import Audit, audit
from watchbill.cli import FINDINGS
from watchbill.cli.board import show_coverage, show_findings, show_hours, show_schedule
from watchbill.cli.options import (
    FromOption,
    JsonOption,
    PostedOption,
    ReadingOption,
    ServiceArgument,
    SetOption,
    WeeksOption,
    choices,
    read_roster,
)
from watchbill.cli.show import console, show_json
from watchbill.kernel.clock import Day, day_text, wall_text
from watchbill.pay.cost import clock_change, cost
from watchbill.roster.coverage import Cover, shortages
from watchbill.roster.model import Roster
from watchbill.service.model import Service

EXAMPLE = "Example: [bold]watchbill build kamloops-cso --from 2024-07-01 --weeks 8[/bold]"


def build(
    service: ServiceArgument,
    first: FromOption = None,
    weeks: WeeksOption = None,
    posted: PostedOption = None,
    reading: ReadingOption = None,
    setting: SetOption = None,
    as_json: JsonOption = False,
) -> None:
    """Build a service's roster: schedule, coverage, findings, hours and cost.

    Exits with 1 where the audit finds something or coverage is short.
    """
    read, roster = read_roster(service, first, weeks, posted, choices(reading, setting))
    result, short = audit(read.agreement, roster), shortages(roster)
    if as_json:
        from watchbill.export.data import roster_data

        show_json(roster_data(read, roster, result, short))
    else:
        show_build(console(), read, roster, result, short)
    if result.findings or short:
        raise typer.Exit(FINDINGS)


def show_build(
    out: Console,
    service: Service,
    roster: Roster,
    result: Audit,
    short: list[Cover],
    until: Day | None = None,
) -> None:
    """Everything ``build`` shows a person; the schedule to the date ``until``, or whole."""
    out.print(Text(service.name, style="bold underline"))
    posted = f", posted {wall_text(roster.posted)}" if roster.posted is not None else ""
    out.print(
        f"{day_text(roster.first)} to {day_text(roster.last)}{posted};"
        f" agreement {service.agreement.id}; {len(roster.lines)} people\n"
    )
    show_schedule(out, service, roster, until)
    out.print()
    show_coverage(out, roster, short)
    show_findings(out, result)
    out.print()
    counted = clock_change(service.agreement.settings)
    show_hours(out, roster, cost(roster, counted), service.currency)
    for assumption in service.assumptions:
        out.print(Text(f"Assumed: {assumption}", style="yellow"))
