"""Everything that a person is shown of a roster that was built."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from watchbill.agreement.clock_change import clock_change
from watchbill.audit.audit import Audit
from watchbill.cli.board import show_hours, show_schedule
from watchbill.cli.findings import show_coverage, show_findings
from watchbill.kernel.clock import Day, day_text, wall_text
from watchbill.pay.cost import cost
from watchbill.roster.coverage import Cover, short_of
from watchbill.roster.model import Roster
from watchbill.service.model import Service


def show_overview(
    out: Console,
    service: Service,
    roster: Roster,
    result: Audit,
    covers: list[Cover],
    until: Day | None = None,
) -> None:
    """Schedule (to the date ``until``, or whole), coverage, findings, hours and cost.

    ``covers`` are those of the roster's posts.
    """
    out.print(Text(service.name, style="bold underline"))
    posted = f", posted {wall_text(roster.posted)}" if roster.posted is not None else ""
    out.print(f"{day_text(roster.first)} to {day_text(roster.last)}{posted}")
    out.print(f"agreement {service.agreement.id}; {len(roster.lines)} people\n")
    show_schedule(out, service, roster, covers, until)
    out.print()
    show_coverage(out, roster, short_of(covers))
    show_findings(out, result)
    out.print()
    counted = clock_change(service.agreement.settings)
    show_hours(out, roster, cost(roster, counted), service.currency)
    out.print(
        "Cost is hours at the basic rate: no clause is priced before the work is done."
        " Not in it: premiums and leave."
    )
    for assumption in service.assumptions:
        out.print(Text(f"Assumed: {assumption}", style="yellow"))
