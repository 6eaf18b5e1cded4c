"""``watchbill audit``: a service's roster judged by its agreement."""

from __future__ import annotations

import typer

from watchbill.cli import FINDINGS
from watchbill.cli.options import (
    FromOption,
    JsonOption,
    PlainOption,
    PostedOption,
    ReadingOption,
    ServiceArgument,
    SetOption,
    WeeksOption,
    choices,
    read_roster,
)

EXAMPLE = "Example: [bold]watchbill audit foothills-communications --weeks 52[/bold]"


def audit(
    service: ServiceArgument,
    first: FromOption = None,
    weeks: WeeksOption = None,
    posted: PostedOption = None,
    reading: ReadingOption = None,
    setting: SetOption = None,
    as_json: JsonOption = False,
    plain: PlainOption = False,
) -> None:
    """Judge a service's roster by its agreement, each finding with clause and figures.

    Exits with 1 where it finds something.
    """
    from watchbill.audit.audit import audit as judge

    read, roster, held = read_roster(service, first, weeks, posted, choices(reading, setting))
    result = judge(read.agreement, roster)
    if as_json:
        from watchbill.audit.contract import audit_record
        from watchbill.cli.output import write_record

        write_record(audit_record(read, roster, result, held))
    else:
        from watchbill.cli.findings import show_findings
        from watchbill.cli.in_force import show_in_force
        from watchbill.cli.show import console

        out = console(plain=plain)
        show_in_force(out, held)
        show_findings(out, result)
    if result.findings:
        raise typer.Exit(FINDINGS)
